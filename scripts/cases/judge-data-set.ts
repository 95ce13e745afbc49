import { join } from "node:path";
import * as z from "zod/mini";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { readArticles } from "../dataset/read-articles.ts";
import { type Case, shown, type Verdict, verdictOf } from "./case.ts";

const expectation = z.looseObject({
  articles: z.optional(z.number()),
  outlets: z.optional(z.array(z.string())),
  times: z.optional(z.boolean()),
  excerpts: z.optional(z.boolean()),
  /** Nothing of the file can be used. */
  reject: z.optional(z.boolean()),
  /** The columns cannot be told, and the message names the option that tells them. */
  maphint: z.optional(z.boolean()),
});

/** A file or folder that is read as `npm run dataset -- check` reads it. */
export async function judgeDataSet(given: Case): Promise<Verdict> {
  const expected = z.parse(expectation, given.expected);
  const records: ArticleRecord[] = [];
  const problems: string[] = [];
  await readArticles(
    [join(given.folder, String(given.input))],
    {},
    {
      onArticle: ({ record }) => void records.push(record),
      onProblem: (line) => void problems.push(line),
    },
  );
  const differences: string[] = [];
  const expect = (what: string, isRight: boolean, found: unknown) => {
    if (!isRight) differences.push(`${what}, found ${shown(found)}`);
  };
  const { articles, outlets, times, excerpts, reject, maphint } = expected;
  if (articles !== undefined)
    expect(`${articles} articles`, records.length === articles, [records.length, ...problems]);
  if (outlets !== undefined) {
    const found = records.map(({ provider }) => provider?.name);
    expect(`outlets ${shown(outlets)}`, isSame(outlets, found), found);
  }
  if (times === true)
    expect(
      "times",
      records.every(({ publishedDateTime }) => publishedDateTime),
      records,
    );
  if (excerpts === true)
    expect(
      "excerpts",
      records.every(({ excerpt }) => excerpt),
      records,
    );
  if (reject === true) expect("rejected, with the reason", isRefused(records, problems), problems);
  if (maphint === true)
    expect(
      "told to map columns",
      problems.some((line) => line.includes("--map")),
      problems,
    );
  return verdictOf(given, differences);
}

function isRefused(records: readonly ArticleRecord[], problems: readonly string[]): boolean {
  return records.length === 0 && problems.length > 0;
}

function isSame(wanted: readonly string[], found: readonly (string | undefined)[]): boolean {
  return JSON.stringify([...wanted].sort()) === JSON.stringify([...new Set(found)].sort());
}
