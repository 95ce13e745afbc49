import type { DataSetManifest } from "../../data-set/data-set.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import type { Problem } from "../../record/problem.ts";
import type { ColumnGuess, RequiredField } from "../tables/columns.ts";

/** A file as the reader gave it. */
export interface InputFile {
  /** As the reader knows it: `folder/a.md`. Parts are separated by `/`. */
  readonly path: string;
  readonly blob: Blob;
  /**
   * Start of `path` that is the folder in which the file was found, where other files lie about;
   * empty for a file given by itself. Without it, that is the first part of `path`.
   */
  readonly folder?: string;
}

/** An article that was read. */
export interface ReadArticle {
  readonly record: ArticleRecord;
  /** Path of the file, for a member of an archive with the archive's in front. */
  readonly file: string;
  /** Line on which it starts, first line 1; `null` where that is not known. */
  readonly line: number | null;
  /** How many of its fields were mended. */
  readonly repairs: number;
  /** How many of its fields, or items of its lists, were left out. */
  readonly drops: number;
}

/** What one step of reading gave: at most 500 of each kind, and about 1 MB. */
export interface ReadBatch {
  readonly records: readonly ReadArticle[];
  /** Repairs, drops and rejections. */
  readonly problems: readonly Problem[];
  /** Records, and files as a whole, that could not be used. */
  readonly rejected: number;
  /** Paths of files that are not data and were passed over. */
  readonly skipped: readonly string[];
  /** Bytes of the input files read up to now, packed as they are: for progress. */
  readonly bytesRead: number;
}

/** A table whose title or address column was not found: it was not read. */
export interface ColumnsNeeded {
  readonly file: string;
  readonly header: readonly string[];
  /** At most 5 rows. */
  readonly sample: readonly (readonly string[])[];
  /** What the content suggests. */
  readonly guess: ColumnGuess;
  readonly missing: readonly RequiredField[];
}

/** What `readFiles` tells, in the order it is found. */
export type ReadEvent =
  | ({ readonly kind: "batch" } & ReadBatch)
  | {
      readonly kind: "manifest";
      readonly file: string;
      readonly manifest: Partial<DataSetManifest>;
    }
  | ({ readonly kind: "columns" } & ColumnsNeeded);
