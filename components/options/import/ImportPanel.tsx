import type { JSX } from "preact";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";
import { ColumnsStep } from "./ColumnsStep.tsx";
import type { ImportActions } from "./import-actions.ts";
import type { FailedView, ImportView, ReadingView } from "./import-view.ts";
import { NothingUsable } from "./NothingUsable.tsx";
import { SummaryStep } from "./SummaryStep.tsx";

interface Props {
  readonly view: ImportView;
  /** All data sets: no two may have the same name. */
  readonly dataSets: readonly DataSetStatus[];
  readonly actions: ImportActions;
}

/** The current step of an import that the user has not confirmed yet. */
export function ImportPanel({ view, dataSets, actions }: Props): JSX.Element {
  if (view.step === "reading") return <ReadingStep view={view} onCancel={actions.cancel} />;
  if (view.step === "columns")
    return (
      <ColumnsStep
        key={view.file}
        view={view}
        onContinue={actions.chooseColumns}
        onCancel={actions.cancel}
      />
    );
  if (view.step === "failed") return <FailedStep view={view} onClose={actions.cancel} />;
  if (view.summary.records === 0) return <NothingUsable view={view} actions={actions} />;
  return (
    <SummaryStep key={view.summary.version} view={view} dataSets={dataSets} actions={actions} />
  );
}

interface ReadingProps {
  readonly view: ReadingView;
  readonly onCancel: () => void;
}

function ReadingStep({ view, onCancel }: ReadingProps): JSX.Element {
  const { text, counted, bytes, remaining } = useLocale();
  const { bytesRead, bytesTotal, perSecond, secondsLeft } = view;
  return (
    <>
      <h3 tabIndex={-1}>{text("readingTitle")}</h3>
      <Progress
        label={
          bytesTotal === null
            ? bytes(bytesRead)
            : text("progressOf", bytes(bytesRead), bytes(bytesTotal))
        }
        value={bytesRead}
        max={bytesTotal}
        facts={[
          counted("files", view.files),
          counted("records", view.records),
          view.rejected === 0 ? "" : counted("rejected", view.rejected),
          perSecond === null ? "" : counted("perSecond", Math.round(perSecond)),
          secondsLeft === null ? "" : text("timeLeft", remaining(secondsLeft)),
        ]}
      />
      <p class="fine">{text("readingKeepOpen")}</p>
      <div class="buttons">
        <button type="button" class="button button-secondary" onClick={onCancel}>
          {text("cancel")}
        </button>
      </div>
    </>
  );
}

const FAILURES = {
  storage: "importFailedStorage",
  "disk-full": "importFailedDiskFull",
  internal: "importFailedInternal",
} as const;

interface FailedProps {
  readonly view: FailedView;
  readonly onClose: () => void;
}

function FailedStep({ view, onClose }: FailedProps): JSX.Element {
  const { text } = useLocale();
  return (
    <>
      <h3 tabIndex={-1}>{text("importFailedTitle")}</h3>
      <p>{text(FAILURES[view.reason])}</p>
      <div class="buttons">
        <button type="button" class="button button-secondary" onClick={onClose}>
          {text("close")}
        </button>
      </div>
    </>
  );
}
