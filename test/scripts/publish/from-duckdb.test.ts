import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishSideBySide } from "../../../scripts/bench/data-set/publish-side-by-side.ts";
import { writeParquet } from "../../../scripts/bench/data-set/write-parquet.ts";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";

const ARTICLES = 500;
const DAYS = ["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"];
let run: PublishRun;

/** As in `npm run bench -- data-set`, only smaller. */
beforeAll(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
  const folder = join(run.folder, "articles");
  mkdirSync(folder);
  const articles = Array.from({ length: ARTICLES }, (_, i) => article(i));
  for (const [name, records] of [
    ["first", articles.slice(0, 300)],
    // Crawlers bring some pages twice.
    ["second", articles.slice(200)],
  ] as const)
    writeFileSync(join(folder, `${name}.jsonl.gz`), gzipSync(records.map(jsonLine).join("")));
  await writeParquet(folder, join(run.folder, "parquet"));
});

afterAll(() => run.dispose());

function article(number: number) {
  return record(`https://paper-${number % 7}.example/${number}`, {
    title: `Story ${number}: “Ærø” & more`,
    // Half of them with an offset, shortly after midnight in UTC.
    publishedDateTime:
      number % 2 === 0 ? `${dayOf(number)}T01:30:00+01:00` : `${dayOf(number)}T12:00:00Z`,
    ...(number % 3 === 0 ? { excerpt: "What happened." } : {}),
  });
}

function dayOf(number: number): string {
  return DAYS[number % DAYS.length] ?? "";
}

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

test("two processes publish the Parquet that the documented SQL makes of JSON Lines", async () => {
  await publishSideBySide(join(run.folder, "parquet"), {
    out: run.out,
    key: run.key,
    processes: 2,
  });
  const { files, outletCount } = await run.manifest();
  expect(files.map(({ partition }) => partition)).toEqual(DAYS);
  expect(files.map(({ records }) => records)).toEqual([125, 125, 125, 125]);
  expect(outletCount).toBe(7);
  const records = (await Promise.all(files.map(({ name }) => run.recordsOf(name)))).flat();
  const number = ({ webUrl = "" }) => Number(webUrl.split("/").at(-1));
  const inOrder = records.sort((a, b) => number(a) - number(b));
  expect(inOrder).toEqual(Array.from({ length: ARTICLES }, (_, i) => article(i)));
});
