import type { TableColumns } from "../../core/import/tables/columns.ts";
import { REPORT_FILE, sourcesFolder } from "../store/source-store.ts";
import type { ChosenFiles } from "./chosen-files.ts";
import type { WorkerReport, WorkerRequest } from "./worker-protocol.ts";

const SCRIPT = "/data-worker.js";
/** A worker that was ended lets go of its files a moment later, ms. */
const RETRY_AFTER_MS = 100;
const RETRIES = 20;

/** A worker at work on one thing. */
export interface DataWorker {
  /** Ends it, whatever it is doing, and lets go of what it staged. */
  end(): void;
}

/** Reads files into a new source. */
export function stageInWorker(
  source: string,
  files: ChosenFiles,
  tables: readonly TableColumns[],
  onReport: (report: WorkerReport) => void,
): DataWorker {
  const { send, end } = start(onReport);
  let isEnded = false;
  const hand = async () => {
    send({ type: "stage", source, tables });
    for await (const batch of files.batches) {
      if (isEnded) return;
      send({ type: "files", files: batch });
    }
    send({ type: "noMoreFiles" });
  };
  hand().catch((error: unknown) => {
    console.error("Second Source:", error);
    onReport({ type: "failed", reason: "internal" });
  });
  return {
    end() {
      isEnded = true;
      end();
    },
  };
}

/** Writes a data set out. */
export function exportInWorker(
  request: Omit<Extract<WorkerRequest, { type: "export" }>, "type">,
  onReport: (report: WorkerReport) => void,
): DataWorker {
  const { send, end } = start(onReport);
  send({ type: "export", ...request });
  return { end };
}

function start(onReport: (report: WorkerReport) => void) {
  const worker = new Worker(SCRIPT);
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerReport>) => onReport(data));
  worker.addEventListener("error", ({ message }) => {
    console.error("Second Source: the worker failed:", message);
    onReport({ type: "failed", reason: "internal" });
  });
  return {
    send: (request: WorkerRequest) => worker.postMessage(request),
    end: () => worker.terminate(),
  };
}

/** Takes out what a worker staged that has been ended. What is left over is swept at the next start. */
export async function removeStaged(source: string): Promise<void> {
  for (let attempt = 0; attempt < RETRIES; attempt++) {
    try {
      await (await sourcesFolder()).removeEntry(source, { recursive: true });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === "NotFoundError") return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}

/** The report on what was staged. */
export async function stagingReport(source: string): Promise<File> {
  const folder = await (await sourcesFolder()).getDirectoryHandle(source);
  return (await folder.getFileHandle(REPORT_FILE)).getFile();
}

/** Bytes that the browser lets the extension still use; `null` where it does not say. */
export async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}
