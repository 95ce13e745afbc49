import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Status } from "../../core/protocol/responses.ts";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { useStageFocus } from "../kit/use-stage-focus.ts";
import { DataSetList } from "./data-sets/DataSetList.tsx";
import type { DataSetActions, ExportState, JobActions } from "./data-sets/data-set-actions.ts";
import { JobPanel, jobTitle } from "./data-sets/JobPanel.tsx";
import { AddDataSet } from "./import/AddDataSet.tsx";
import { ImportPanel } from "./import/ImportPanel.tsx";
import type { ImportActions } from "./import/import-actions.ts";
import type { ImportView } from "./import/import-view.ts";

interface Props {
  readonly status: Status;
  /** The import that the user has not confirmed yet; `null` when there is none. */
  readonly importView: ImportView | null;
  readonly exporting: ExportState | null;
  readonly actions: DataSetActions & JobActions;
  readonly importActions: ImportActions;
}

/** The part of the options about data sets: what is under way, where to add one, and the list. */
export function DataSetSection(props: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { status, importView, exporting, actions, importActions } = props;
  const { dataSets, deleted, job, canImport } = status;
  const place = useRef<HTMLElement>(null);
  const stage = importView?.step ?? job?.state ?? null;
  useStageFocus(place, stage, importView !== null);
  const isBusy = importView !== null || job !== null;
  return (
    <section ref={place} class="group">
      <div class="group-head">
        <h2 tabIndex={-1}>{text("dataSets")}</h2>
        <p>{text("dataSetsHelp")}</p>
      </div>
      <p class="visually-hidden" role="status">
        {stageText(locale, importView, status)}
      </p>
      {importView !== null && (
        <div class="panel">
          <ImportPanel view={importView} dataSets={dataSets} actions={importActions} />
        </div>
      )}
      {job !== null && importView === null && (
        <div class="panel">
          <JobPanel job={job} actions={actions} />
        </div>
      )}
      {importView === null && (
        <AddDataSet
          obstacle={!canImport ? "no-storage" : isBusy ? "busy" : null}
          onFiles={importActions.chooseFiles}
          onDrop={importActions.dropFiles}
        />
      )}
      <DataSetList
        dataSets={dataSets}
        deleted={deleted}
        exporting={exporting}
        isImportBlocked={!canImport || isBusy}
        isBuildBlocked={isBusy}
        actions={actions}
      />
    </section>
  );
}

const STEP_TITLES = {
  reading: "readingTitle",
  columns: "columnsTitle",
  summary: "summaryTitle",
  failed: "importFailedTitle",
} as const;

/**
 * The heading of the stage, for a live region: it changes with the stage, so that a screen reader
 * does not read out all progress.
 */
function stageText({ text }: Locale, view: ImportView | null, { job }: Status): string {
  if (view?.step === "summary" && view.summary.records === 0) return text("nothingUsableTitle");
  if (view !== null) return text(STEP_TITLES[view.step]);
  return job === null ? "" : text(jobTitle(job), isolated(job.name));
}
