import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAY } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { readMarkdownRecord } from "../../../core/record/read-markdown-record.ts";
import { openWithStories } from "../../../test/fixtures/story-segments.ts";
import { corpusPath } from "../corpus.ts";
import { shownStory } from "./shown-coverage.ts";
import { SURE } from "./shown-pairs.ts";

/** What is shown as one story of real articles with one description and different headlines. */
export interface SameExcerpts {
  /** Articles whose description another article has under another headline. */
  readonly pages: number;
  /** Pairs of one description shown as one story at `SURE` or more. */
  readonly sure: number;
  /** Of these, the pairs published more than `FAR_DAYS` apart. */
  readonly far: number;
  readonly farDays: number;
}

/** Shorter descriptions are ignored, UTF-16 code units. */
const SHORTEST = 20;
const FAR_DAYS = 5;
/**
 * Asks for the real records whose description appears under two or more headlines, without their related articles. A
 * description that an outlet reuses, or one of a series, does not make two articles one story.
 */
export async function sameExcerpts(): Promise<SameExcerpts> {
  const records = readRecords();
  const segment = await openWithStories(records);
  const byExcerpt = Map.groupBy(records, ({ excerpt = "" }) => excerpt);
  const pages = [...byExcerpt].flatMap(([excerpt, group]) => {
    const headlines = new Set(group.map(({ title }) => title));
    return excerpt.length > SHORTEST && headlines.size > 1 ? group : [];
  });
  let [sure, far] = [0, 0];
  for (const page of pages)
    for (const { article, confidence } of await shownStory(segment, page)) {
      const isOther = article.excerpt === page.excerpt && article.title !== page.title;
      if (!isOther || (confidence ?? 1) < SURE) continue;
      sure++;
      const published = Date.parse(page.publishedDateTime ?? "");
      if (Math.abs((article.published ?? published) - published) > FAR_DAYS * DAY) far++;
    }
  return { pages: pages.length, sure, far, farDays: FAR_DAYS };
}

function readRecords(): ArticleRecord[] {
  const folder = mkdtempSync(join(tmpdir(), "second-source-records-"));
  try {
    execFileSync("tar", ["-xJf", corpusPath("records/records.tar.xz"), "-C", folder]);
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .flatMap((name) => {
        const { record } = readMarkdownRecord(name, readFileSync(join(folder, name), "utf8"));
        if (record === null || record.webUrl === undefined) return [];
        const { related: _, ...alone } = record;
        return [alone];
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
