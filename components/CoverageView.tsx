import type { JSX } from "preact";
import type { Notice, TabCoverage } from "../core/protocol/messages.ts";
import type { Result } from "../core/protocol/result.ts";
import { useLocale } from "./locale.ts";
import { Loading, Message } from "./Message.tsx";
import { OutletView } from "./OutletView.tsx";
import { StoryView } from "./StoryView.tsx";

interface Props {
  /** `null` while the background is being asked. */
  readonly answer: Result<TabCoverage> | null;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
}

/** The answer for a page, in whichever state it is. */
export function CoverageView({ answer, onRetry, onDismissNotice }: Props): JSX.Element {
  const { text } = useLocale();
  if (answer === null) return <Loading label={text("loading")} />;
  if (!answer.ok)
    return (
      <Message title={text("failedTitle")} action={{ label: text("retry"), run: onRetry }}>
        {text(answer.failure === "internal" ? "failedInternal" : "failedUnavailable")}
      </Message>
    );
  const { coverage, facts, settings, notice } = answer.value;
  return (
    <>
      {notice !== null && <NoticeLine notice={notice} onDismiss={onDismissNotice} />}
      {coverage.kind === "article" && (
        <StoryView coverage={coverage} showImages={settings.remoteImages} />
      )}
      {coverage.kind === "outlet" && <OutletView coverage={coverage} facts={facts} />}
      {coverage.kind === "none" && (
        <Message title={text("nothingTitle")}>{text("nothingText")}</Message>
      )}
    </>
  );
}

interface NoticeProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

/** Something about the index that the reader should know. */
export function NoticeLine({ notice, onDismiss }: NoticeProps): JSX.Element {
  const { text } = useLocale();
  return (
    <div class="notice" role="status">
      <p>{text(notice === "rebuilt" ? "noticeRebuilt" : "noticeInMemory")}</p>
      <button type="button" class="button-quiet" onClick={onDismiss}>
        {text("dismiss")}
      </button>
    </div>
  );
}
