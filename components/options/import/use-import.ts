import { useEffect, useRef, useState } from "preact/hooks";
import type { TableColumns } from "../../../core/import/tables/columns.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import type {
  ChosenFiles,
  DataWorker,
  Staged,
  StagingProgress,
  WorkerReport,
} from "../../../core/protocol/data-worker.ts";
import type { Download, RequestAccess, Send } from "../../kit/deps.ts";
import type { ImportActions, ImportChoice } from "./import-actions.ts";
import type { ImportView } from "./import-view.ts";
import { columnsView, readingView, summaryView, withoutEnding } from "./make-import-view.ts";

export interface ImportDeps {
  readonly send: Send;
  readonly requestAccess: RequestAccess;
  readonly download: Download;
  readonly filesOfPicker: (files: readonly File[]) => ChosenFiles;
  /** Must be called in the handler of the `drop` event. */
  readonly filesOfDrop: (transfer: DataTransfer) => ChosenFiles;
  /** Reads files into a new source, in a worker of its own. */
  readonly stageInWorker: (
    source: string,
    files: ChosenFiles,
    tables: readonly TableColumns[],
    onReport: (report: WorkerReport) => void,
  ) => DataWorker;
  /** Deletes a source that was not imported. */
  readonly removeStaged: (source: string) => Promise<void>;
  /** The report on what could not be read, as a text file. */
  readonly stagingReport: (source: string) => Promise<File>;
  /** Bytes that the extension may still store; `null` where the browser does not say. */
  readonly freeBytes: () => Promise<number | null>;
  /** A new name for a source: a UUID. */
  readonly newSourceName: () => string;
  /** Milliseconds since some moment; it never goes back. */
  readonly clock: () => number;
}

interface Page {
  readonly dataSets: readonly DataSetStatus[];
  /** The background has taken the import over. */
  readonly onStarted: () => void;
  /** The background has refused the import. */
  readonly onRefused: () => void;
}

/** An import that is being read, or waits for the user to confirm it. */
interface Session {
  /** Name of the source. */
  readonly source: string;
  readonly files: ChosenFiles;
  /** Id of the data set that it replaces. */
  readonly replaces: string | null;
  /** The columns that the user has chosen so far, by table. */
  readonly tables: readonly TableColumns[];
  readonly worker: DataWorker;
  staged: Staged | null;
}

const NOTHING_READ: StagingProgress = {
  files: 0,
  bytesRead: 0,
  bytesTotal: null,
  records: 0,
  rejected: 0,
};

/** The part of an import that takes place in the page: from the user's files to the confirmation. */
export function useImport(deps: ImportDeps, page: Page) {
  const [view, setView] = useState<ImportView | null>(null);
  const session = useRef<Session | null>(null);
  const dataSets = useRef(page.dataSets);
  dataSets.current = page.dataSets;
  useConfirmLeaving(view !== null && view.step !== "failed");

  const endSession = (isImported: boolean) => {
    const ended = session.current;
    session.current = null;
    ended?.worker.terminate();
    if (ended && !isImported) void deps.removeStaged(ended.source);
  };
  const startSession = (
    files: ChosenFiles,
    replaces: string | null,
    tables: readonly TableColumns[] = [],
  ) => {
    endSession(false);
    const source = deps.newSourceName();
    const startedAt = deps.clock();
    const showProgress = (progress: StagingProgress) =>
      setView(readingView(progress, (deps.clock() - startedAt) / 1000));
    const worker = deps.stageInWorker(source, files, tables, (report) => {
      const current = session.current;
      if (current?.source !== source) return;
      if (report.type === "progress") {
        const { type: _, ...progress } = report;
        showProgress(progress);
      } else if (report.type === "columns") setView(columnsView(report));
      else if (report.type === "staged") void showSummary(current, report);
      else if (report.type === "failed") {
        endSession(false);
        setView({ step: "failed", reason: report.reason });
      }
    });
    session.current = { source, files, replaces, tables, worker, staged: null };
    showProgress(NOTHING_READ);
  };
  const showSummary = async (current: Session, { type: _, ...staged }: StagedReport) => {
    current.staged = staged;
    const free = await deps.freeBytes();
    if (session.current !== current) return;
    const replaced = dataSets.current.find(({ info }) => info.id === current.replaces);
    setView(summaryView({ staged, fileName: current.files.name(), replaced, free }));
  };
  const confirm = async (choice: ImportChoice): Promise<void> => {
    const current = session.current;
    if (current?.staged == null || view?.step !== "summary") return;
    if (view.quota !== null && view.quota.needed > view.quota.free)
      return setView({ ...view, error: "disk-full" });
    const granting = deps.requestAccess(choice.access, current.staged.patterns);
    setView({ ...view, isConfirming: true, error: null });
    // Without permission the data set is added all the same: the toolbar button needs none.
    await granting;
    if (session.current !== current) return;
    const answer = await deps.send({ type: "import.start", staged: current.source, ...choice });
    if (answer.ok) {
      if (session.current === current) {
        endSession(true);
        setView(null);
      }
      page.onStarted();
    } else if (session.current === current) {
      // Something has changed meanwhile, such as a name that is taken now: the form will say so.
      setView({ ...view, isConfirming: false });
      page.onRefused();
    }
  };
  const actions: ImportActions = {
    chooseFiles: (files) => startSession(deps.filesOfPicker(files), null),
    dropFiles: (transfer) => startSession(deps.filesOfDrop(transfer), null),
    cancel() {
      endSession(false);
      setView(null);
    },
    chooseColumns(columns) {
      const current = session.current;
      if (current === null || view?.step !== "columns") return;
      const { header } = view;
      startSession(current.files, current.replaces, [...current.tables, { header, columns }]);
    },
    confirm: (choice) => void confirm(choice),
    downloadReport() {
      const current = session.current;
      if (current === null) return;
      const fileName = `${withoutEnding(current.files.name())}-report.tsv`;
      void deps.stagingReport(current.source).then((report) => deps.download(report, fileName));
    },
  };
  return {
    view,
    actions,
    /** Starts an import that takes the place of a data set. */
    replace: (id: string, files: readonly File[]) => startSession(deps.filesOfPicker(files), id),
  };
}

type StagedReport = Extract<WorkerReport, { type: "staged" }>;

/** Has the browser ask before it leaves the page, while that would lose something. */
function useConfirmLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const askFirst = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", askFirst);
    return () => removeEventListener("beforeunload", askFirst);
  }, [isNeeded]);
}
