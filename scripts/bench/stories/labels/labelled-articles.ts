import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { mendTime } from "../../../../core/record/time-text.ts";
import type { StoryText } from "../../../../core/story/words/article-words.ts";

/** An article whose story is known. */
export interface LabelledArticle extends StoryText {
  readonly story: string;
  /** The text that it is a copy of: a label that all copies of one text share; empty for a text of its own. */
  readonly text: string;
  readonly excerpt: string;
  readonly url: string;
  readonly language: string | null;
}

export interface LabelledSet {
  readonly name: string;
  readonly articles: readonly LabelledArticle[];
}

/** A file is not a labelled set; the message says which file and why, in one line. */
export class LabelledSetError extends Error {}

/** Accepted column names; the first one present is used. */
const COLUMNS = {
  title: ["title"],
  story: ["story", "merged_story"],
  text: ["text"],
  url: ["url"],
  time: ["timestamp", "time"],
  language: ["lang"],
  excerpt: ["excerpt", "text300"],
} as const;

/**
 * Reads a tab-separated file (plain or gzip, recognised by its bytes) with a header line: `title` and `story`, and
 * optionally `url`, `timestamp` or `time`, `lang`, `excerpt`, `text`. Rows without title or story are skipped.
 *
 * @throws LabelledSetError when the file cannot be read, has no column `title` or `story`, or no row with both
 */
export function readLabelledSet(path: string): LabelledSet {
  const text = textOf(path);
  const [header = "", ...lines] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const columns = header.split("\t").map((column) => column.trim().toLowerCase());
  const place = (names: readonly string[]) =>
    names.map((name) => columns.indexOf(name)).find((at) => at >= 0) ?? -1;
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([field, names]) => [field, place(names)]),
  ) as Record<keyof typeof COLUMNS, number>;
  for (const name of ["title", "story"] as const)
    if (at[name] < 0) throw new LabelledSetError(`${path}: its first line names no column ${name}`);
  const articles = lines.flatMap((line): LabelledArticle[] => {
    const cells = line.split("\t");
    const cell = (field: keyof typeof COLUMNS) => (cells[at[field]] ?? "").trim();
    const title = cell("title");
    const story = cell("story");
    if (title === "" || story === "") return [];
    const language = cell("language") || null;
    const published = timeOf(cell("time"));
    const [text, url, excerpt] = [cell("text"), cell("url"), cell("excerpt")];
    return [{ title, story, text, url, excerpt, language, published }];
  });
  if (articles.length === 0) throw new LabelledSetError(`${path}: no row has a title and a story`);
  return {
    name: basename(path)
      .replace(/\.gz$/, "")
      .replace(/\.tsv$/, ""),
    articles,
  };
}

function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (isPacked ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (error) {
    throw new LabelledSetError(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Seconds or milliseconds since 1970, or a date as text; `null` for anything else. */
export function timeOf(text: string): number | null {
  if (text === "") return null;
  const number = Number(text);
  if (Number.isFinite(number)) return number > 0 ? number * (number < 1e11 ? 1000 : 1) : null;
  const time = Date.parse(mendTime(text));
  return Number.isNaN(time) ? null : time;
}

/** The articles by language, for each language with at least two articles. */
export function byLanguage({
  name,
  articles,
}: LabelledSet): [language: string, set: LabelledSet][] {
  const groups = Map.groupBy(articles, ({ language }) => language);
  if (groups.size < 2) return [];
  return [...groups].flatMap(([language, own]) =>
    language === null || own.length < 2 ? [] : [[language, { name, articles: own }]],
  );
}
