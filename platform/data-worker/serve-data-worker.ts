import type { InputFile } from "../../core/import/run/read-event.ts";
import type {
  StagingProgress,
  WorkerFailure,
  WorkerReport,
  WorkerRequest,
} from "../../core/protocol/data-worker.ts";
import { throttled } from "../indexing/throttled.ts";
import { createSourceStore, stagingLock } from "../store/source-store.ts";
import { exportDataSet } from "./export-data-set.ts";
import { stageFiles } from "./stage-files.ts";

/** Reports of progress come at most so often, ms. */
const REPORT_EVERY_MS = 200;

/** Does the one thing that the page asks of this worker. */
export function serveDataWorker(): void {
  const files = new FileQueue();
  addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
    if (data.type === "files") files.add(data.files);
    else if (data.type === "noMoreFiles") files.end();
    else if (data.type === "export") void orFailure(() => runExport(data));
    // Held until the page ends this worker: what is staged is not swept meanwhile.
    else
      void navigator.locks.request(stagingLock(data.source), async () => {
        await orFailure(() => stage(data.source, data.tables, files), data.source);
        await new Promise(() => undefined);
      });
  });
}

type Stage = Extract<WorkerRequest, { type: "stage" }>;

async function stage(
  source: string,
  tables: Stage["tables"],
  files: FileQueue,
): Promise<WorkerReport> {
  const onProgress = throttled((progress: Omit<StagingProgress, "bytesTotal">) => {
    report({ type: "progress", ...progress, bytesTotal: files.size });
  }, REPORT_EVERY_MS);
  const result = await stageFiles(source, files, tables, onProgress);
  if ("missing" in result) {
    await createSourceStore().remove(source);
    const { file, header, sample, guess, missing } = result;
    return { type: "columns", file, header, sample, guess, missing };
  }
  return { type: "staged", ...result };
}

async function runExport(
  request: Extract<WorkerRequest, { type: "export" }>,
): Promise<WorkerReport> {
  const onProgress = throttled(
    (done: number) => report({ type: "exporting", done }),
    REPORT_EVERY_MS,
  );
  const exported = await exportDataSet(request, onProgress);
  return { type: "exported", ...exported };
}

async function orFailure(run: () => Promise<WorkerReport>, source?: string): Promise<void> {
  try {
    report(await run());
  } catch (error) {
    console.error("Second Source:", error);
    if (source !== undefined)
      await createSourceStore()
        .remove(source)
        .catch(() => undefined);
    report({ type: "failed", reason: workerFailure(error) });
  }
}

/** The reason to report for an error of the worker. */
function workerFailure(error: unknown): WorkerFailure {
  if (!(error instanceof DOMException)) return "internal";
  // Chromium cannot even open its list of files on a disk that is full to the last byte.
  if (error.name === "QuotaExceededError" || error.name === "InvalidStateError") return "disk-full";
  return error.name === "SecurityError" ? "storage" : "internal";
}

function report(message: WorkerReport): void {
  postMessage(message);
}

/** Files as the page finds them. */
class FileQueue implements AsyncIterable<InputFile> {
  readonly #waiting: InputFile[] = [];
  #isOver = false;
  #bytes = 0;
  #wake: () => void = () => undefined;

  add(files: readonly InputFile[]): void {
    this.#waiting.push(...files);
    for (const { blob } of files) this.#bytes += blob.size;
    this.#wake();
  }

  /** Bytes of all files; `null` while more of them may come. */
  get size(): number | null {
    return this.#isOver ? this.#bytes : null;
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<InputFile> {
    let next = 0;
    for (;;) {
      for (let file = this.#waiting[next]; file !== undefined; file = this.#waiting[++next])
        yield file;
      if (this.#isOver) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
