import type { DataSetManifest, DataSetSummary } from "../data-set/data-set.ts";
import type { ExportFormat } from "../export/export-format.ts";
import type { ColumnsNeeded, InputFile } from "../import/run/read-event.ts";
import type { TableColumns } from "../import/tables/columns.ts";

/** A request of the options page to its data worker. One worker handles one import or one export. */
export type WorkerRequest =
  /**
   * Reads files into a new source of this name. The files follow in `files` messages, and
   * `noMoreFiles` ends them.
   */
  | { readonly type: "stage"; readonly source: string; readonly tables: readonly TableColumns[] }
  | { readonly type: "files"; readonly files: readonly InputFile[] }
  | { readonly type: "noMoreFiles" }
  | ({ readonly type: "export" } & ExportRequest);

/** A data set to be written out as a file. */
export interface ExportRequest {
  /** Name of the kept source; `null` for the bundled data. */
  readonly source: string | null;
  readonly format: ExportFormat;
  readonly fileName: string;
  /** Records that the data set has. */
  readonly total: number;
}

/** How far reading has come. */
export interface StagingProgress {
  /** Files opened so far. */
  readonly files: number;
  readonly bytesRead: number;
  /** Of all files; `null` while the page is still finding them. */
  readonly bytesTotal: number | null;
  /** Records found so far that can be used, and that cannot. */
  readonly records: number;
  readonly rejected: number;
}

/** A source that has been read and waits for the user to confirm the import. */
export interface Staged {
  readonly summary: DataSetSummary;
  /** Records that cannot be used. */
  readonly rejected: number;
  /** Records that were repaired. */
  readonly repaired: number;
  /** Fields of records that were left out. */
  readonly leftOut: number;
  /** Files that hold no data. */
  readonly skipped: number;
  /** Columns, and fields of JSON, that hold something and were not read. */
  readonly unused: readonly string[];
  /** Match patterns of the data set's own sites, for which permission is requested. */
  readonly patterns: readonly string[];
  /** Lines of the report, at most five, rejections first. */
  readonly firstProblems: readonly string[];
  readonly hasReport: boolean;
  /** What the files themselves say about the data set. */
  readonly manifest: Partial<DataSetManifest>;
  /** Bytes that the index will take. */
  readonly indexBytes: number;
}

/** A message of the data worker to the options page. */
export type WorkerReport =
  | ({ readonly type: "progress" } & StagingProgress)
  | ({ readonly type: "columns" } & ColumnsNeeded)
  | ({ readonly type: "staged" } & Staged)
  /** `done`: records written so far. */
  | { readonly type: "exporting"; readonly done: number }
  /** `lost`: records that were damaged. */
  | { readonly type: "exported"; readonly file: File; readonly lost: number }
  | { readonly type: "failed"; readonly reason: WorkerFailure };

export type WorkerFailure = "storage" | "disk-full" | "internal";

/** Files that the user chose or dropped, in batches, as they are found. */
export interface ChosenFiles {
  readonly batches: AsyncIterable<readonly InputFile[]>;
  /** Name of the folder or file that came first. */
  name(): string;
}

/** A worker that is running. */
export interface DataWorker {
  /** Stops the worker, whatever it is doing. It may leave behind what it has staged. */
  terminate(): void;
}
