import type { ArticleRecord } from "../record/article-record.ts";

/** Longest part of a name that the title gives, in characters: with the rest well under what file systems take. */
const MAX_SLUG_LENGTH = 80;

/**
 * The name of a record's Markdown file, from its day (UTC) and title: `2022-04-15-a-story-0.md`. The index
 * makes it unique.
 *
 * @param index place of the record in the data set, from 0
 */
export function exportFileName(record: ArticleRecord, index: number): string {
  const time = Date.parse(record.publishedDateTime ?? "");
  const day = Number.isNaN(time) ? "undated" : new Date(time).toISOString().slice(0, 10);
  const slug = record.title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[’'\p{M}]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, MAX_SLUG_LENGTH)
    .toWellFormed()
    .replace(/[^\p{L}\p{N}]*$|^-/gu, "");
  return `${day}-${slug === "" ? "story" : slug}-${index}.md`;
}
