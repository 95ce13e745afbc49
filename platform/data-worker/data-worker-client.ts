import type { TableColumns } from "../../core/import/tables/columns.ts";
import type {
  ChosenFiles,
  DataWorker,
  ExportRequest,
  WorkerReport,
  WorkerRequest,
} from "../../core/protocol/data-worker.ts";
import { retried } from "../store/retried.ts";
import { createSourceStore, REPORT_FILE, sourcesFolder } from "../store/source-store.ts";

const SCRIPT = "/data-worker.js";

/** Reads files into a new source. */
export function stageInWorker(
  source: string,
  files: ChosenFiles,
  tables: readonly TableColumns[],
  onReport: (report: WorkerReport) => void,
): DataWorker {
  const { send, terminate } = startWorker(onReport);
  let isTerminated = false;
  const sendFiles = async () => {
    send({ type: "stage", source, tables });
    for await (const batch of files.batches) {
      if (isTerminated) return;
      send({ type: "files", files: batch });
    }
    send({ type: "noMoreFiles" });
  };
  sendFiles().catch((error: unknown) => {
    console.error("Second Source:", error);
    onReport({ type: "failed", reason: "internal" });
  });
  return {
    terminate() {
      isTerminated = true;
      terminate();
    },
  };
}

/** Writes a data set to a file. */
export function exportInWorker(
  request: ExportRequest,
  onReport: (report: WorkerReport) => void,
): DataWorker {
  const { send, terminate } = startWorker(onReport);
  send({ type: "export", ...request });
  return { terminate };
}

function startWorker(onReport: (report: WorkerReport) => void) {
  const worker = new Worker(SCRIPT);
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerReport>) => onReport(data));
  worker.addEventListener("error", ({ message }) => {
    console.error("Second Source: the worker failed:", message);
    onReport({ type: "failed", reason: "internal" });
  });
  return {
    send: (request: WorkerRequest) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
}

/**
 * Deletes what a terminated worker staged. The browser releases the worker's files a moment later. What cannot be
 * deleted is swept at the next start of the extension.
 */
export async function removeStaged(source: string): Promise<void> {
  await retried(() => createSourceStore().remove(source)).catch(() => undefined);
}

/** The report on a staged source, as a text file. */
export async function stagingReport(source: string): Promise<File> {
  const folder = await (await sourcesFolder()).getDirectoryHandle(source);
  return (await folder.getFileHandle(REPORT_FILE)).getFile();
}

/** Bytes that the extension may still store; `null` where the browser does not say. */
export async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}
