import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DAY } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { Articles } from "../scale/articles.ts";

const FIRST_DAY = Date.UTC(2026, 9, 1);

/** Articles of consecutive days. */
export interface DaysOfArticles {
  /** Number of the first day. */
  readonly first: number;
  readonly days: number;
  readonly perDay: number;
}

/** The articles of each day: those of `scale` in their order, with times of that day. */
export function* articlesOfDays({
  first,
  days,
  perDay,
}: DaysOfArticles): Generator<[day: string, articles: ArticleRecord[]]> {
  const lines = linesOf(new Articles(), first * perDay, days * perDay);
  for (let number = first; number < first + days; number++) {
    const day = FIRST_DAY + number * DAY;
    const articles = Array.from({ length: perDay }, (_, i) => ({
      ...JSON.parse(lines.next().value ?? "{}"),
      publishedDateTime: new Date(day + Math.floor((i / perDay) * DAY)).toISOString(),
    }));
    yield [new Date(day).toISOString().slice(0, 10), articles];
  }
}

/** Writes the articles into a folder for each day, as JSON Lines. */
export function writeDays(folder: string, days: DaysOfArticles): void {
  for (const [day, articles] of articlesOfDays(days)) {
    const path = join(folder, `day=${day}`);
    mkdirSync(path, { recursive: true });
    const lines = articles.map((article) => JSON.stringify(article));
    writeFileSync(join(path, "0.jsonl"), lines.join("\n"));
  }
}

function* linesOf(articles: Articles, skipped: number, count: number): Generator<string> {
  let at = 0;
  for (const part of articles.parts(skipped + count)) {
    const lines = gunzipSync(part).toString().split("\n");
    for (const line of lines.slice(Math.max(0, skipped - at))) yield line;
    at += lines.length;
  }
}
