import { type Place, type ReadEntry, readEntries } from "../archives/archive-entries.ts";
import { gunzip } from "../archives/gunzip.ts";
import { tarEntries } from "../archives/tar-entries.ts";
import { isTarHeader } from "../archives/tar-header.ts";
import { zipEntries } from "../archives/zip-entries.ts";
import { readParquet } from "../parquet/read-parquet.ts";
import type { Events } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { detectTable } from "../tables/detect-table.ts";
import type { ByteReader } from "../text/byte-reader.ts";
import type { FileHead } from "./file-head.ts";
import { readJson, readJsonLines } from "./read-json.ts";
import { hasFieldList, readMarkdown } from "./read-markdown.ts";
import { readTable } from "./read-table.ts";
import type { TextFile } from "./text-file.ts";

/**
 * How the files of a format are read: as `text`, as `bytes` in order, or as a `blob` of which parts are read in any order.
 * Archives read the files in them with `readEntry`.
 */
export type Reading =
  | { readonly as: "text"; read(file: TextFile, run: ReadRun): Events }
  | { readonly as: "bytes"; read(bytes: ByteReader, archive: Archive): Events }
  | { readonly as: "blob"; read(blob: Blob, archive: Archive): Events };

interface Archive {
  readonly place: Place;
  readonly run: ReadRun;
  readonly readEntry: ReadEntry;
}

export interface Format {
  /** As messages name it. */
  readonly name: string;
  /** Whether a file that holds others is refused at a place, since it is inside another one. */
  readonly isNested?: (place: Place) => boolean;
  /** Formats that have to begin on the first line of a file. */
  readonly isOnFirstLine?: true;
  /** How a file that starts like this is read; `null` for a file of another format. */
  readonly recognise: (head: FileHead) => Reading | null;
}

/** The formats that are read, in the order in which they are tried. */
export const FORMATS: readonly Format[] = [
  {
    name: "gzip",
    isNested: ({ isInGzip }) => isInGzip,
    recognise: (head) =>
      head.has([0x1f, 0x8b])
        ? {
            as: "bytes",
            read: (bytes, { place, run, readEntry }) =>
              readEntry(gunzip(bytes, run.meter), { ...place, isInGzip: true }, run),
          }
        : null,
  },
  {
    name: "zip",
    isNested: ({ isInArchive, isInGzip }) => isInArchive || isInGzip,
    // The header of a file in the archive, or the directory of an archive without files.
    recognise: (head) =>
      head.has("PK\u0003\u0004") || head.has("PK\u0005\u0006")
        ? {
            as: "blob",
            read: (blob, { place, run, readEntry }) =>
              readEntries(zipEntries(blob, run), place, run, readEntry),
          }
        : null,
  },
  {
    name: "tar",
    isNested: ({ isInArchive }) => isInArchive,
    recognise: (head) =>
      isTarHeader(head.bytes)
        ? {
            as: "bytes",
            read: (bytes, { place, run, readEntry }) =>
              readEntries(tarEntries(bytes), place, run, readEntry),
          }
        : null,
  },
  {
    name: "Parquet",
    recognise: (head) =>
      head.has("PAR1")
        ? { as: "blob", read: (blob, { place, run }) => readParquet(blob, place, run) }
        : null,
  },
  {
    name: "Markdown with front matter",
    isOnFirstLine: true,
    recognise: ({ text }) =>
      /^(?:---(?!-)|\+\+\+[ \t]*\n)/.test(text) ? { as: "text", read: readMarkdown } : null,
  },
  {
    name: "Markdown with a list of fields",
    isOnFirstLine: true,
    recognise: ({ text }) => (hasFieldList(text) ? { as: "text", read: readMarkdown } : null),
  },
  {
    name: "JSON Lines",
    // Two lines that open an object each, where one JSON text could not open the second one.
    recognise: ({ text }) =>
      /^\s*\{[^\n]*[^\s[,:][ \t\r]*\n\s*\{/.test(text) ? { as: "text", read: readJsonLines } : null,
  },
  {
    name: "JSON",
    // A bracket alone is not enough: Markdown may begin with a link, and a style sheet has braces.
    recognise: ({ text }) =>
      /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(text) ? { as: "text", read: readJson } : null,
  },
  {
    name: "CSV, TSV",
    recognise({ text, isWhole }) {
      const layout = detectTable(text.trimStart(), isWhole);
      return layout && { as: "text", read: (file, run) => readTable(file, layout, run) };
    },
  },
];
