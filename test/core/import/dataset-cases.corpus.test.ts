import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { corpusPath } from "../../../scripts/bench/corpus.ts";
import { type Reading, readArticles } from "../../../scripts/dataset/read-articles.ts";

/** Small files after exports and interfaces that people have, with what is expected of each. */
const CASES = corpusPath("../cases/feeds/");

const datasetCase = z.object({
  id: z.string(),
  input: z.string(),
  kind: z.literal("dataset"),
  expected: z.object({
    articles: z.optional(z.number()),
    times: z.optional(z.boolean()),
    excerpts: z.optional(z.boolean()),
    outlets: z.optional(z.array(z.string())),
    reject: z.optional(z.boolean()),
    maphint: z.optional(z.boolean()),
  }),
  /** What was lost on the day on which the cases were written. */
  difference: z.array(z.string()),
});
type DatasetCase = z.infer<typeof datasetCase>;

function cases(): DatasetCase[] {
  const all: unknown[] = JSON.parse(readFileSync(join(CASES, "cases.json"), "utf8"));
  return all.flatMap((one) => datasetCase.safeParse(one).data ?? []);
}

/** A message that says nothing about the file. */
const UNHELPFUL = /format not recognised/;

/** Why a case is not understood; `null` when it is. */
async function shortcoming({ input, expected, difference }: DatasetCase): Promise<string | null> {
  const records: ArticleRecord[] = [];
  const problems: string[] = [];
  const reading: Reading = await readArticles(
    [join(CASES, input)],
    {},
    {
      onArticle: ({ record }) => void records.push(record),
      onProblem: (line) => void problems.push(line),
    },
  );
  const said = problems.join("\n");
  if (expected.reject) {
    if (records.length > 0) return "articles were read";
    if (reading.rejected === 0) return "nothing was said";
    if (UNHELPFUL.test(said)) return `the message does not help: ${said}`;
    if (expected.maphint && !said.includes("--map title=")) return `no --map: ${said}`;
    return null;
  }
  if (records.length !== expected.articles) return `${records.length} articles: ${said}`;
  const lost = difference.join(" ");
  const timesWanted = expected.times || /\btimes? .*\blost/.test(lost);
  if (timesWanted && records.some((record) => record.publishedDateTime === undefined))
    return `times missing: ${said}`;
  if (
    /taken for the time of publication/.test(lost) &&
    records.some(({ publishedDateTime }) => publishedDateTime !== undefined)
  )
    return "another time was taken for the time of publication";
  if (
    (expected.excerpts || /\bexcerpt .*\blost/.test(lost)) &&
    records.every(({ excerpt }) => excerpt === undefined)
  )
    return "excerpts missing";
  const names = records.map(({ provider }) => provider.name);
  if (expected.outlets !== undefined && names.join("\n") !== expected.outlets.join("\n"))
    return `outlets ${names.join(", ")}`;
  const isHost = (record: ArticleRecord) =>
    record.provider.name === new URL(pageAddress(record)).hostname;
  if (/\boutlet name .*\blost/.test(lost) && records.some(isHost)) return "outlet name missing";
  return null;
}

describe.skipIf(!existsSync(CASES))("data sets as people have them", () => {
  test("at least 50 of the 51 cases are understood", async () => {
    const found = cases();
    const shortcomings: string[] = [];
    for (const one of found) {
      const why = await shortcoming(one);
      if (why !== null) shortcomings.push(`${one.id}: ${why}`);
    }
    expect(found.length).toBe(51);
    expect(shortcomings.length, shortcomings.join("\n")).toBeLessThanOrEqual(1);
  });
});
