import type { ArticleRecord } from "../record/article-record.ts";

/** A record as a line of JSON Lines, with its line end. Reads back as the same record. */
export function toJsonLine(record: ArticleRecord): string {
  return `${JSON.stringify(record)}\n`;
}
