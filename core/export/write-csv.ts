import {
  type ArticleRecord,
  fieldNames,
  PLAIN_ARTICLE_FIELDS,
  PLAIN_RECORD_FIELDS,
} from "../record/article-record.ts";
import { csvLine } from "./csv-line.ts";

type Cell = (record: ArticleRecord) => string;

const text =
  (value: (record: ArticleRecord) => string | number | boolean | undefined): Cell =>
  (record) =>
    String(value(record) ?? "");

const json =
  (value: (record: ArticleRecord) => unknown): Cell =>
  (record) =>
    JSON.stringify(value(record)) ?? "";

/**
 * Text that must survive byte for byte. It is written as a JSON string where a plain cell would lose
 * something: when it is empty but not absent, has half a surrogate pair, or looks like a JSON string.
 */
const opaque =
  (value: (record: ArticleRecord) => string | undefined): Cell =>
  (record) => {
    const kept = value(record);
    if (kept === undefined) return "";
    return kept === "" || kept.startsWith('"') || !kept.isWellFormed()
      ? JSON.stringify(kept)
      : kept;
  };

/** The columns of the export, in order. Lists and objects are written as JSON. */
const COLUMNS: readonly (readonly [name: string, cell: Cell])[] = [
  ["title", text((record) => record.title)],
  ["excerpt", text((record) => record.excerpt)],
  ["publishedDateTime", text((record) => record.publishedDateTime)],
  ["webUrl", opaque((record) => record.webUrl)],
  ["originalUrl", opaque((record) => record.originalUrl)],
  ["ampWebUrl", opaque((record) => record.ampWebUrl)],
  ["cdnAmpWebUrl", opaque((record) => record.cdnAmpWebUrl)],
  ["type", text((record) => record.type)],
  ["provider.name", text((record) => record.provider.name)],
  ["provider.domain", text((record) => record.provider.domain)],
  ["provider.images", json((record) => record.provider.images)],
  ...fieldNames(PLAIN_ARTICLE_FIELDS).map(
    (name) => [name, text((record) => record[name])] as const,
  ),
  ["marks", json((record) => record.marks)],
  ["topics", json((record) => record.topics)],
  ["images", json((record) => record.images)],
  ...fieldNames(PLAIN_RECORD_FIELDS).map((name) => [name, text((record) => record[name])] as const),
  ["related", json((record) => record.related)],
  ["history", json((record) => record.history)],
  ["featuredContent", opaque((record) => record.featuredContent)],
  ["secured", opaque((record) => record.secured)],
];

/** The header row of the CSV export, with its line end. */
export function csvHeader(): string {
  return csvLine(COLUMNS.map(([name]) => name));
}

/**
 * A record as a row of CSV (RFC 4180), with its line end. Reading it gives the same record, as long as the
 * row has at most a million characters.
 *
 * A cell that begins with `=`, `+`, `-` or `@` is left unchanged, although a spreadsheet may take it for a
 * formula. The usual protection, an apostrophe in front, would change titles and scores when the file is
 * read again, and the file is meant for data programs.
 */
export function csvRow(record: ArticleRecord): string {
  return csvLine(COLUMNS.map(([, cell]) => cell(record)));
}
