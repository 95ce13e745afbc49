import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { CiteContext } from "../articles/cite-context.ts";
import { CompareContext } from "../articles/compare-context.ts";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { NoticeLine } from "../kit/NoticeLine.tsx";
import { CorrectionStatus } from "./CorrectionStatus.tsx";
import { OutletView } from "./OutletView.tsx";
import { StoryView } from "./StoryView.tsx";
import { useCorrections } from "./use-corrections.ts";

interface Props {
  /** `null` while the background is being asked. */
  readonly answer: Result<TabCoverage> | null;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
  /** Keeps the order in which the user wants the articles of stories. */
  readonly onOrder: (order: StoryOrder) => void;
  /** Saves a correction of the user and loads the new answer; `false` if it was not saved. */
  readonly onCorrect: (correction: StoryCorrection) => Promise<boolean>;
  /** Cites the story (`null`) or the article with this address. */
  readonly onCite?: ((article: string | null) => void) | undefined;
  /**
   * Compares the page with the whole story (`null`) or with the article with this address; absent where the answer is not for
   * the page of a tab.
   */
  readonly onCompare?: ((article: string | null) => void) | undefined;
}

/** The answer for a page, in whatever state it is: loading, failed, or one of the kinds of coverage. */
export function CoverageView({ answer, ...props }: Props): JSX.Element {
  const { text } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const value = answer?.ok ? answer.value : null;
  const corrections = useCorrections(place, value, props.onCorrect);
  const { coverage, said, reject, undo } = corrections;
  return (
    <div ref={place} class="coverage">
      {value !== null && value.notice !== null && (
        <NoticeLine notice={value.notice} onDismiss={props.onDismissNotice} />
      )}
      <CorrectionStatus said={said} onUndo={undo} onDismiss={corrections.dismiss} />
      {answer === null && <Loading label={text("loading")} />}
      {answer?.ok === false && (
        <Message title={text("failedTitle")} action={{ label: text("retry"), run: props.onRetry }}>
          {text(answer.failure === "internal" ? "failedInternal" : "failedUnavailable")}
        </Message>
      )}
      {value !== null && coverage?.kind === "article" && (
        <CiteContext.Provider value={props.onCite ?? null}>
          <CompareContext.Provider value={props.onCompare ?? null}>
            <StoryView
              coverage={coverage}
              marks={value.facts?.marks}
              showImages={value.settings.remoteImages}
              order={value.settings.storyOrder}
              onOrder={props.onOrder}
              onReject={reject}
              onUndo={undo}
            />
          </CompareContext.Provider>
        </CiteContext.Provider>
      )}
      {value !== null && coverage?.kind === "outlet" && (
        <OutletView coverage={coverage} facts={value.facts} onReject={reject} onUndo={undo} />
      )}
      {coverage?.kind === "none" && (
        <Message title={text("nothingTitle")}>{text("nothingText")}</Message>
      )}
    </div>
  );
}
