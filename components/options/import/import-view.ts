import type { DataSetSummary } from "../../../core/data-set/data-set.ts";
import type { TableField } from "../../../core/import/tables/table-fields.ts";
import type { StagingProgress, WorkerFailure } from "../../../core/protocol/data-worker.ts";

/** Fields of an article for which the user can choose a column, in the order they are listed. */
export const COLUMN_FIELDS = [
  "title",
  "url",
  "publisher",
  "hostname",
  "timestamp",
  "excerpt",
  "quality",
  "topics",
  "type",
  "image",
] as const satisfies readonly TableField[];
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** The column chosen for each field, counted from 0. A field that the table does not have is missing. */
export type ChosenColumns = Readonly<Partial<Record<ColumnField, number>>>;

/** The user's files are being read, in the page itself. */
export interface ReadingView extends StagingProgress {
  readonly step: "reading";
  /** Records a second, and seconds left; `null` until they can be estimated. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

/** A table for which the user has to say which column holds what. */
export interface ColumnsView {
  readonly step: "columns";
  /** Path of the table. */
  readonly file: string;
  /** One name a column. A name may be empty, or the same as another. */
  readonly header: readonly string[];
  /** First rows. */
  readonly sample: readonly (readonly string[])[];
  readonly guess: ChosenColumns;
}

/** What was found in the files, shown before it becomes a data set. */
export interface SummaryView {
  readonly step: "summary";
  readonly summary: DataSetSummary;
  /** Records that cannot be used, records that were repaired, fields left out, files without data. */
  readonly rejected: number;
  readonly repaired: number;
  readonly leftOut: number;
  readonly skipped: number;
  /** Columns, and fields of JSON, that hold something and were not read. */
  readonly unused: readonly string[];
  /** Match patterns of the sites on which the sidebar could be shown. */
  readonly patterns: readonly string[];
  /** One line each, at most five. */
  readonly firstProblems: readonly string[];
  readonly hasReport: boolean;
  /** Values to begin with in the form. */
  readonly suggested: {
    readonly name: string;
    readonly description: string;
    readonly licence: string;
    readonly source: string;
  };
  /** The data set that the user wants to replace. */
  readonly replaces: { readonly id: string; readonly name: string } | null;
  /** The user has confirmed: the browser asks for permission, or the background starts the import. */
  readonly isConfirming: boolean;
  /** Why the user's confirmation had no effect. */
  readonly error: "disk-full" | null;
  /** Bytes that the data set will take, and that the browser has free. */
  readonly quota: { readonly needed: number; readonly free: number } | null;
}

/** The import ended before there was anything to add. */
export interface FailedView {
  readonly step: "failed";
  /** `storage`: the browser does not let the extension keep files. */
  readonly reason: WorkerFailure;
}

/** An import as the options page shows it until the user has confirmed it. */
export type ImportView = ReadingView | ColumnsView | SummaryView | FailedView;
