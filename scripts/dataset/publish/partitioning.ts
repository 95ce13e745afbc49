import { murmur3 } from "../../../core/hash.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";

/** By what the articles of a data set are divided among its files. */
export const PARTITIONINGS = ["day", "month", "language", "none"] as const;
export type Partitioning = (typeof PARTITIONINGS)[number];

/** The partition of articles without a time. */
const UNDATED = "undated";
/** The language of articles of which it is not known (ISO 639). */
export const UNDETERMINED = "und";

/**
 * The partition that the path of a file names, in the way of Hive, which Spark, DuckDB and Polars write:
 * `day=2026-11-30/` or `year=2026/month=11/day=30/`, `month=2026-11/`, `language=en/`. `null` when it names none.
 */
export function partitionOfPath(partitioning: Partitioning, path: string): string | null {
  if (partitioning === "none") return "all";
  const values = hiveValues(path);
  const first = (...keys: string[]) => keys.map((key) => values.get(key)).find(Boolean);
  if (partitioning === "language") {
    const language = first("language", "lang");
    return language === undefined ? null : (primarySubtag(language) ?? UNDETERMINED);
  }
  const year = numberText(values.get("year"), 4);
  const month = numberText(values.get("month"), 2);
  const day = first("day", "date", "dt")?.slice(0, 10) ?? "";
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? day : `${year}-${month}-${numberText(day, 2)}`;
  if (isDay(date)) return partitioning === "day" ? date : date.slice(0, 7);
  if (partitioning === "day") return null;
  const wholeMonth = values.get("month") ?? "";
  const ofYear = `${year}-${month}`;
  return [wholeMonth, ofYear].find((text) => isDay(`${text}-01`)) ?? null;
}

/** Whether a text such as `2026-11-30` is a day of the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** The folders of a path that name a value: `a/year=2026/b.parquet` → `year`, `2026`. */
function hiveValues(path: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const part of path.split("/").slice(0, -1)) {
    const [, key, value] = /^(\w+)=(.+)$/.exec(part) ?? [];
    // The first one counts, so that no archive in a partition's folder can name another partition.
    if (key !== undefined && value !== undefined && !values.has(key)) values.set(key, value);
  }
  return values;
}

/** `7` → `07`; empty for what is no number. */
function numberText(text: string | undefined, digits: number): string {
  return text !== undefined && /^\d+$/.test(text) ? text.padStart(digits, "0") : "";
}

/**
 * The partition of an article: the one that the path of its file names, else by the article's own time (the day in
 * UTC) or language.
 *
 * @param file path of the file that it was read from
 * @param languageOf primary subtag of an article's language
 */
export function partitionOf(
  partitioning: Partitioning,
  record: ArticleRecord,
  file: string,
  languageOf: (record: ArticleRecord) => string,
): string {
  const named = partitionOfPath(partitioning, file);
  if (named !== null) return named;
  if (partitioning === "language") return languageOf(record);
  if (record.publishedDateTime === undefined) return UNDATED;
  const time = new Date(record.publishedDateTime).toISOString();
  return time.slice(0, partitioning === "day" ? 10 : 7);
}

/** The primary subtag of a BCP 47 tag, in its usual form: `pt_BR` → `pt`, `eng` → `en`; `null` when it names no language. */
export function primarySubtag(tag: string): string | null {
  try {
    const { language } = new Intl.Locale(tag.trim().replaceAll("_", "-"));
    return /^[a-z]{2,3}$/.test(language) ? language : null;
  } catch {
    return null;
  }
}

/** One of several processes that publish a data set side by side. */
export interface Share {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** Whether a partition is this process's to write. */
export function isOwn({ part, of }: Share, partition: string): boolean {
  return murmur3(partition, 0) % of === part - 1;
}
