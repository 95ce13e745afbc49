import type { ArticleRecord } from "../record/article-record.ts";

/** A record as one line of JSON Lines, with its line end. Reading it gives the same record. */
export function toJsonLine(record: ArticleRecord): string {
  return `${JSON.stringify(record)}\n`;
}
