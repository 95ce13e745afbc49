import type { DataSetSummary } from "../../../core/data-set/data-set.ts";

/** Fields of an article that a table can have a column for, in the order they are asked for. */
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
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Which column, counted from 0, holds a field; a field that is left out is not in the table. */
export type ColumnMapping = Readonly<Partial<Record<ColumnField, number>>>;

/** Without these there is no article. */
export const REQUIRED_FIELDS: readonly ColumnField[] = ["title", "url"];

/** The reader's files are being read, in the page itself. */
export interface ReadingView {
  readonly step: "reading";
  /** Files opened so far. */
  readonly files: number;
  readonly bytesRead: number;
  /** `null` while the files are still being gathered. */
  readonly bytesTotal: number | null;
  /** Records found so far: those that can be used, and those that cannot. */
  readonly records: number;
  readonly rejected: number;
  /** `null` until they are known. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

/** A table whose columns are not plain from their names. */
export interface ColumnsView {
  readonly step: "columns";
  readonly file: string;
  /** As many as the table has columns; a name may be empty or there twice. */
  readonly header: readonly string[];
  /** First rows. */
  readonly sample: readonly (readonly string[])[];
  readonly guess: ColumnMapping;
}

/** What was found, before it becomes a data set. */
export interface SummaryView {
  readonly step: "summary";
  readonly summary: DataSetSummary;
  /** Records that cannot be used, records that were mended, fields left out, files passed over. */
  readonly rejected: number;
  readonly repaired: number;
  readonly leftOut: number;
  readonly skipped: number;
  /** Match patterns of the sites that the sidebar could show up on. */
  readonly patterns: readonly string[];
  /** A line each, at most five. */
  readonly firstProblems: readonly string[];
  readonly hasReport: boolean;
  readonly suggested: {
    readonly name: string;
    readonly description: string;
    readonly licence: string;
    readonly source: string;
  };
  /** The data set that the reader wants to replace. */
  readonly replaces: { readonly id: string; readonly name: string } | null;
  /** The reader has confirmed; the browser is asked for permission, or the job is being started. */
  readonly isConfirming: boolean;
  /** Why confirming came to nothing. */
  readonly error: "disk-full" | null;
  /** Bytes that the data set will take, and that the browser has free. */
  readonly quota: { readonly needed: number; readonly free: number } | null;
}

/** The import ended before there was anything to add. */
export interface FailedView {
  readonly step: "failed";
  /** `storage`: the browser refuses a place to keep data. */
  readonly reason: "storage" | "disk-full" | "unreadable" | "internal";
}

/** An import as far as it needs the page: until the reader has confirmed it. */
export type ImportView = ReadingView | ColumnsView | SummaryView | FailedView;
