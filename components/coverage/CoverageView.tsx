import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { withPageFacts } from "../../core/coverage/with-page-facts.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { CiteContext } from "../articles/cite-context.ts";
import { CompareContext } from "../articles/compare-context.ts";
import { type OutletActions, OutletActionsContext } from "../articles/outlet-actions.ts";
import { type ReadArticles, ReadContext } from "../articles/read-articles.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { NoticeLine } from "../kit/NoticeLine.tsx";
import { Toast, type ToastContent } from "../kit/Toast.tsx";
import { CorrectionStatus } from "./CorrectionStatus.tsx";
import { OutletView } from "./OutletView.tsx";
import { StoryView } from "./StoryView.tsx";
import { useCorrections } from "./use-corrections.ts";
import { useOutletActions } from "./use-outlet-actions.ts";
import { useReadArticles } from "./use-read-articles.ts";
import { useSaveStory } from "./use-save-story.ts";

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
  /** Absent where the view keeps nothing for the user: no outlet can be hidden or preferred there. */
  readonly send?: Send | undefined;
}

/** The answer for a page, in whatever state it is: loading, failed, or one of the kinds of coverage. */
export function CoverageView({ answer, ...props }: Props): JSX.Element {
  const { text } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const value = answer?.ok ? answer.value : null;
  const corrections = useCorrections(place, value, props.onCorrect);
  const { coverage, said, reject, undo } = corrections;
  const { send = null } = props;
  const [saidElse, sayElse] = useState<ToastContent | null>(null);
  const outlets = useOutletActions(place, value?.settings ?? null, send, sayElse);
  const onSave = useSaveStory(send, sayElse);
  const read = useReadArticles(send, coverage, value?.settings.keepsReadings ?? false);
  return (
    <div ref={place} class="coverage">
      {value !== null && value.notice !== null && (
        <NoticeLine notice={value.notice} onDismiss={props.onDismissNotice} />
      )}
      <CorrectionStatus said={said} onUndo={undo} onDismiss={corrections.dismiss} />
      {send !== null && (
        <Toast class="correction" content={saidElse} onDismiss={() => sayElse(null)} />
      )}
      {answer === null && <Loading label={text("loading")} />}
      {answer?.ok === false && (
        <Message title={text("failedTitle")} action={{ label: text("retry"), run: props.onRetry }}>
          {text(answer.failure === "internal" ? "failedInternal" : "failedUnavailable")}
        </Message>
      )}
      {value !== null && coverage?.kind === "article" && (
        <Offered
          outlets={outlets.actions}
          read={read}
          onCite={props.onCite ?? null}
          onCompare={props.onCompare ?? null}
        >
          <StoryView
            coverage={withPageFacts(coverage, value.facts)}
            preferenceOf={outlets.preferenceOf}
            showImages={value.settings.remoteImages}
            order={value.settings.storyOrder}
            onOrder={props.onOrder}
            onReject={reject}
            onUndo={undo}
            onSave={onSave}
          />
        </Offered>
      )}
      {value !== null && coverage?.kind === "outlet" && (
        <Offered outlets={outlets.actions} read={read} onCite={null} onCompare={null}>
          <OutletView
            coverage={coverage}
            facts={value.facts}
            preferenceOf={outlets.preferenceOf}
            onReject={reject}
            onUndo={undo}
          />
        </Offered>
      )}
      {coverage?.kind === "none" && (
        <Message title={text("nothingTitle")}>{text("nothingText")}</Message>
      )}
    </div>
  );
}

interface OfferedProps {
  readonly outlets: OutletActions | null;
  readonly read: ReadArticles;
  readonly onCite: ((article: string | null) => void) | null;
  readonly onCompare: ((article: string | null) => void) | null;
  readonly children: ComponentChildren;
}

/** What the user can do with the articles of a story, and which of them are read, for the cards within. */
function Offered({ outlets, read, onCite, onCompare, children }: OfferedProps): JSX.Element {
  return (
    <OutletActionsContext.Provider value={outlets}>
      <ReadContext.Provider value={read}>
        <CiteContext.Provider value={onCite}>
          <CompareContext.Provider value={onCompare}>{children}</CompareContext.Provider>
        </CiteContext.Provider>
      </ReadContext.Provider>
    </OutletActionsContext.Provider>
  );
}
