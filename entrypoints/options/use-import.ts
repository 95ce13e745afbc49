import { useEffect, useRef, useState } from "preact/hooks";
import type { ImportChoice } from "../../components/options/data-sets/data-set-actions.ts";
import type {
  ColumnMapping,
  ImportView,
  SummaryView,
} from "../../components/options/data-sets/import-view.ts";
import { cleanDataSetName, MAX_DATA_SET_NAME } from "../../core/data-set/data-set-name.ts";
import type { ColumnsNeeded } from "../../core/import/run/read-event.ts";
import type { TableColumns } from "../../core/import/tables/columns.ts";
import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import {
  type ChosenFiles,
  filesOfDrop,
  filesOfPicker,
} from "../../platform/data-worker/chosen-files.ts";
import {
  type DataWorker,
  freeBytes,
  removeStaged,
  stageInWorker,
  stagingReport,
} from "../../platform/data-worker/data-worker-client.ts";
import type {
  Staged,
  StagingProgress,
  WorkerReport,
} from "../../platform/data-worker/worker-protocol.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { download } from "../../platform/pages/download.ts";
import { requestAccess } from "../../platform/tabs/site-permissions.ts";

const NOTHING_READ: StagingProgress = {
  files: 0,
  bytesRead: 0,
  bytesTotal: null,
  records: 0,
  rejected: 0,
};

/** An import that is being read, or waits for the reader's word. */
interface Session {
  readonly source: string;
  readonly files: ChosenFiles;
  readonly replaces: string | null;
  /** What the reader said of the columns of tables so far. */
  readonly tables: readonly TableColumns[];
  readonly worker: DataWorker;
  readonly startedAt: number;
  staged: Staged | null;
}

interface Outcome {
  /** The background has taken the import over. */
  readonly onStarted: () => void;
  /** The background did not take the import over. */
  readonly onRefused: () => void;
}

/** The import that the page itself has a part in: from the reader's files to the reader's word. */
export function useImport(dataSets: readonly DataSetStatus[], outcome: Outcome) {
  const [view, setView] = useState<ImportView | null>(null);
  const session = useRef<Session | null>(null);
  const known = useRef(dataSets);
  known.current = dataSets;
  const isOpen = view !== null && view.step !== "failed";
  useEffect(() => {
    if (!isOpen) return;
    const stay = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  }, [isOpen]);

  const end = (isStaged: boolean) => {
    const ended = session.current;
    session.current = null;
    ended?.worker.end();
    if (ended && !isStaged) void removeStaged(ended.source);
  };
  const begin = (
    files: ChosenFiles,
    replaces: string | null,
    tables: readonly TableColumns[] = [],
  ) => {
    end(false);
    const source = crypto.randomUUID();
    const onReport = (report: WorkerReport) => {
      if (session.current?.source === source) void take(session.current, report);
    };
    const worker = stageInWorker(source, files, tables, onReport);
    const startedAt = performance.now();
    session.current = { source, files, replaces, tables, worker, startedAt, staged: null };
    setView(readingView(session.current, NOTHING_READ));
  };
  const take = async (current: Session, report: WorkerReport) => {
    if (report.type === "progress") {
      const { type: _, ...progress } = report;
      setView(readingView(current, progress));
    } else if (report.type === "columns") setView(columnsView(report));
    else if (report.type === "failed") {
      end(false);
      setView({ step: "failed", reason: report.reason });
    } else if (report.type === "staged") {
      current.staged = report;
      setView(await summaryView(current, report, known.current));
    }
  };
  const confirm = (choice: ImportChoice) => {
    const current = session.current;
    if (current?.staged == null || view?.step !== "summary") return;
    if (view.quota !== null && view.quota.needed > view.quota.free)
      return setView({ ...view, error: "disk-full" });
    // Before anything is awaited: the browser asks only while the click is being handled.
    const granting = requestAccess(choice.access, current.staged.patterns).catch(() => false);
    setView({ ...view, isConfirming: true, error: null });
    void (async () => {
      // Refused, the data set is added all the same: the toolbar button needs no permission.
      await granting;
      const answer = await ask({ type: "import.start", staged: current.source, ...choice });
      if (!answer.ok) {
        // Refused for what has changed meanwhile, such as a name that is taken now: the form will say so.
        setView({ ...view, isConfirming: false });
        return outcome.onRefused();
      }
      end(true);
      setView(null);
      outcome.onStarted();
    })();
  };
  return {
    view,
    confirm,
    isReading: session.current !== null,
    chooseFiles: (files: readonly File[], replaces: string | null) =>
      begin(filesOfPicker(files), replaces),
    drop: (transfer: DataTransfer) => begin(filesOfDrop(transfer), null),
    chooseColumns(columns: ColumnMapping) {
      const current = session.current;
      if (current === null || view?.step !== "columns") return;
      const { header } = view;
      begin(current.files, current.replaces, [...current.tables, { header, columns }]);
    },
    cancel() {
      end(false);
      setView(null);
    },
    async downloadReport() {
      const current = session.current;
      if (current === null) return;
      download(await stagingReport(current.source), `${nameOf(current.files)}-report.tsv`);
    },
  };
}

function readingView({ startedAt }: Session, progress: StagingProgress): ImportView {
  const seconds = (performance.now() - startedAt) / 1000;
  const { bytesRead, bytesTotal, records } = progress;
  const isTelling = seconds > 1 && bytesRead > 0;
  return {
    step: "reading",
    ...progress,
    perSecond: isTelling ? records / seconds : null,
    secondsLeft:
      isTelling && bytesTotal !== null ? ((bytesTotal - bytesRead) * seconds) / bytesRead : null,
  };
}

function columnsView({ file, header, sample, guess }: ColumnsNeeded): ImportView {
  const place = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name));
  const [title, url] = [place(guess.title), place(guess.url)];
  const known = { ...(title >= 0 && { title }), ...(url >= 0 && { url }) };
  return { step: "columns", file, header, sample, guess: known };
}

async function summaryView(
  { files, replaces }: Session,
  staged: Staged,
  dataSets: readonly DataSetStatus[],
): Promise<SummaryView> {
  const { summary, rejected, repaired, leftOut, skipped, patterns, firstProblems, hasReport } =
    staged;
  const replaced = dataSets.find(({ info }) => info.id === replaces)?.info;
  const free = await freeBytes();
  const { name, description = "", licence = "", source = "" } = staged.manifest;
  const before = replaced ?? { name: name ?? nameOf(files), description, licence, source };
  return {
    step: "summary",
    summary,
    rejected,
    repaired,
    leftOut,
    skipped,
    patterns,
    firstProblems,
    hasReport,
    suggested: {
      name: cleanDataSetName(before.name),
      description: description || before.description,
      licence: licence || before.licence,
      source: source || before.source,
    },
    replaces: replaced === undefined ? null : { id: replaced.id, name: replaced.name },
    isConfirming: false,
    error: null,
    quota: free === null ? null : { needed: staged.indexBytes, free },
  };
}

/** A name out of a file's or a folder's: `articles.jsonl.gz` → `articles`. */
function nameOf(files: ChosenFiles): string {
  const [first = ""] = files.name().split("/");
  return first
    .replace(/(?:\.(?:tar|md|zip|jsonl?|ndjson|csv|tsv|txt|tgz|gz))+$/i, "")
    .slice(0, MAX_DATA_SET_NAME);
}
