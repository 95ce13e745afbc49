import type { DataSetManifest, DataSetSummary } from "../../core/data-set/data-set.ts";
import type { ExportFormat } from "../../core/export/export-format.ts";
import type { ColumnsNeeded, InputFile } from "../../core/import/run/read-event.ts";
import type { TableColumns } from "../../core/import/tables/columns.ts";

/** What the options page asks of its worker. One worker does one thing. */
export type WorkerRequest =
  /** Read files into a new source of this name. The files follow, in as many messages as it takes. */
  | { readonly type: "stage"; readonly source: string; readonly tables: readonly TableColumns[] }
  | { readonly type: "files"; readonly files: readonly InputFile[] }
  | { readonly type: "noMoreFiles" }
  /** Write a data set out; `null` is the bundled one. */
  | {
      readonly type: "export";
      readonly source: string | null;
      readonly format: ExportFormat;
      readonly fileName: string;
      readonly total: number;
    };

/** How far reading is. */
export interface StagingProgress {
  readonly files: number;
  readonly bytesRead: number;
  /** Of all files; `null` while the page is still finding them. */
  readonly bytesTotal: number | null;
  readonly records: number;
  readonly rejected: number;
}

/** What was read, and waits for the reader's word. */
export interface Staged {
  readonly summary: DataSetSummary;
  readonly rejected: number;
  /** Articles that took a repair. */
  readonly repaired: number;
  /** Fields of articles that were left out. */
  readonly leftOut: number;
  readonly skipped: number;
  /** Match patterns of the data set's own sites, to ask the browser for. */
  readonly patterns: readonly string[];
  /** Lines of the report, at most five, rejections first. */
  readonly firstProblems: readonly string[];
  readonly hasReport: boolean;
  /** What the files themselves say of the data set. */
  readonly manifest: Partial<DataSetManifest>;
  /** Bytes that the index will take. */
  readonly indexBytes: number;
}

/** What the worker tells the page. */
export type WorkerReport =
  | ({ readonly type: "progress" } & StagingProgress)
  | ({ readonly type: "columns" } & ColumnsNeeded)
  | ({ readonly type: "staged" } & Staged)
  | { readonly type: "exporting"; readonly done: number }
  /** `lost`: records that were damaged. */
  | { readonly type: "exported"; readonly file: File; readonly lost: number }
  | { readonly type: "failed"; readonly reason: WorkerFailure };

export type WorkerFailure = "storage" | "disk-full" | "internal";
