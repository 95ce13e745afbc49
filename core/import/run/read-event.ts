import type { DataSetManifest } from "../../data-set/data-set.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import type { Problem } from "../../record/problem.ts";
import type { ColumnGuess } from "../tables/columns.ts";
import type { RequiredField } from "../tables/table-fields.ts";

/** A file that the user gave. */
export interface InputFile {
  /** The path as the user knows it: `folder/a.md`. Its parts are separated by `/`. */
  readonly path: string;
  readonly blob: Blob;
  /**
   * The start of `path` that is the folder in which the file was found among others; empty for a file that was
   * given by itself. Default: the first part of `path`, if it has several.
   */
  readonly folder?: string;
}

/** An article that was read. */
export interface ReadArticle {
  readonly record: ArticleRecord;
  /** The path of the file; for a member of an archive with the path of the archive in front. */
  readonly file: string;
  /** The line on which it starts, the first one is 1; `null` when not known. */
  readonly line: number | null;
  /** The number of its fields that were repaired. */
  readonly repairs: number;
  /** The number of its fields, or items of its lists, that were left out. */
  readonly drops: number;
}

/** The results of one step of reading: at most about 500 of each kind, from about 1 MB of text. */
export interface ReadBatch {
  readonly records: readonly ReadArticle[];
  /** Repairs, drops and rejections. */
  readonly problems: readonly Problem[];
  /** The number of records, and of whole files, that could not be used. */
  readonly rejected: number;
  /** The paths of files that are not data and were skipped. */
  readonly skipped: readonly string[];
  /** The bytes of the input files that were read so far, as they are packed; for progress. */
  readonly bytesRead: number;
}

/** A file that was not read, because its columns of title and address were not found. */
export interface ColumnsNeeded {
  readonly file: string;
  /** The names of the columns; of JSON, the names of the fields, with dots. All are empty for a table without a header row. */
  readonly header: readonly string[];
  /** At most 5 rows. */
  readonly sample: readonly (readonly string[])[];
  /** The columns that are known by name, or suggested by the content. */
  readonly guess: ColumnGuess;
  readonly missing: readonly RequiredField[];
}

/** What `readFiles` yields. */
export type ReadEvent =
  | ({ readonly kind: "batch" } & ReadBatch)
  | {
      readonly kind: "manifest";
      readonly file: string;
      readonly manifest: Partial<DataSetManifest>;
    }
  | ({ readonly kind: "columns" } & ColumnsNeeded)
  /** The last event: columns, or fields of JSON, that hold something and were not read; no event when there are none. */
  | { readonly kind: "unused"; readonly columns: readonly string[] };

/** The events of reading a file. Throws `ReadFault` where the file cannot be read any further. */
export type Events = AsyncGenerator<ReadEvent, void, undefined>;
