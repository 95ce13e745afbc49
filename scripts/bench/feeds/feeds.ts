import { readFileSync, rmSync } from "node:fs";
import { MINUTE } from "../../../core/durations.ts";
import { startLocalWeb } from "../../../test/harness/local-web.ts";
import {
  type Benchmark,
  type BenchmarkOptions,
  type BenchmarkResult,
  type BenchmarkRow,
  rounded,
  type ScaleOptions,
} from "../benchmark.ts";
import { Articles } from "../scale/articles.ts";
import { bundleWorker, ISOLATED } from "../scale/bundle-worker.ts";
import { type BenchPage, newProfile, ORIGIN, openBenchPage } from "../scale/page.ts";
import { bytesKept, watchMemory } from "../scale/use-of-machine.ts";
import type { DayResult, DaysTask } from "./days-task.ts";
import { planYear } from "./planned-year.ts";
import { measurePollRounds } from "./poll-rounds.ts";

const ROUNDS = 48;
const YEAR = { perDay: 10_000, rounds: ROUNDS, days: 365, retention: 30 } as const;
/** Growth factors and numbers of segments to compare; the extension's own come first. */
const POLICIES = [
  { growth: 3, kept: 4 },
  { growth: 2, kept: 4 },
  { growth: 4, kept: 4 },
  { growth: 6, kept: 4 },
  { growth: 3, kept: 3 },
  { growth: 3, kept: 5 },
] as const;
/** Days added at once, and days simulated poll by poll after them. At the end of the last, a tenth is too old. */
const DAYS = { atOnce: 32, polled: 4 };
const QUICK_DAYS = { atOnce: 3, polled: 1 };
const MAX_SEGMENTS = 5;

const PARTS: Readonly<
  Record<string, (options: BenchmarkOptions) => Promise<BenchmarkResult> | BenchmarkResult>
> = { days: measureDays, years: plannedYears, rounds: measurePollRounds };

/** Live outlets: the cost of polling them and of keeping their articles. */
export const feedsBenchmark: Benchmark = {
  what: "live outlets: 200 feeds polled; their articles, 10,000 a day, kept for 30 days",
  onlyByName: true,
  async run(options) {
    const names = options.parts ?? Object.keys(PARTS);
    const parts: BenchmarkResult[] = [];
    for (const name of names) {
      const measure = PARTS[name];
      if (measure === undefined)
        throw new Error(`feeds has no part ${name}; it has: ${Object.keys(PARTS).join(", ")}`);
      parts.push(await measure(options));
    }
    return {
      rows: parts.flatMap(({ rows }) => rows),
      notes: parts.flatMap(({ notes }) => notes),
      missed: parts.flatMap(({ missed }) => missed),
    };
  },
};

const NOTES = [
  "Days: the extension's code in Chromium, 48 polls a day with some 208 new articles each, and one in a hundred of the previous poll's articles with another title. Day 1 starts with nothing. A year of 3.65 million articles would take hours, so then 32 days are added at once to an empty database, and more days poll by poll until a tenth is too old and is removed. Headlines as in `scale`, with an excerpt, at made-up addresses of 200 outlets.",
  "Written: how often an article is written on that day, including the first time. Look-ups: in a warm worker, median of 40 articles of the day, by address alone, and by the story of an unknown page.",
];

/** Merges and retention over a whole year, in counts only. */
function plannedYears(): BenchmarkResult {
  return {
    rows: POLICIES.map(({ growth, kept }) => plannedRow(growth, kept)),
    notes: [
      "Year: merges and retention alone, in counts, for 365 days of 48 polls. The first figure is the growth factor (a segment is merged with the newer ones while it is less than this many times larger), the second how many segments are kept at rest. The extension uses 3× and 4.",
    ],
    missed: [],
  };
}

function plannedRow(growth: number, kept: number): BenchmarkRow {
  const { written, segments, expired, articles } = planYear(YEAR, growth, kept);
  return {
    what: `year, ${growth}×, ${kept}`,
    articles: Math.round(articles),
    segments: `${rounded(segments.mean, 1)} (≤ ${segments.most})`,
    "written, times": rounded(written, 1),
    "too old, %": Math.round(expired * 100),
  };
}

function dayRow(day: DayResult): BenchmarkRow {
  const { byAddress, byStory } = day;
  return {
    what: `day ${day.day}`,
    articles: day.articles,
    segments: day.segments,
    "written, times": rounded(day.written / day.appended, 1),
    "too old, %": null,
    "bytes/article": Math.round(day.bytes / day.articles),
    MB: rounded(day.bytes / 1_000_000, 1),
    "appends, s": rounded(day.appendMs / 1000, 1),
    "longest, s": rounded(day.longestAppendMs / 1000, 1),
    "merges, s": rounded(day.mergeMs / 1000, 1),
    "longest, s ": rounded(day.longestMergeMs / 1000, 1),
    "by address, ms": rounded(byAddress.ms, 1),
    "blocks ": `${byAddress.blocks} (≤ ${byAddress.mostBlocks})`,
    "by story, ms": rounded(byStory.ms, 1),
    "blocks  ": `${byStory.blocks} (≤ ${byStory.mostBlocks})`,
  };
}

async function measureDays({ quick, limit }: ScaleOptions): Promise<BenchmarkResult> {
  const { atOnce, polled } = quick ? QUICK_DAYS : DAYS;
  const days = new Articles().parts((atOnce + polled) * YEAR.perDay);
  const files = new Map<string, string | Uint8Array>(days.map((part, i) => [`/parts/${i}`, part]));
  files.set("/days-worker.ts", await bundleWorker("../feeds/days-worker.ts"));
  const names = new URL("../../../public/country-names.json", import.meta.url);
  files.set("/country-names.json", readFileSync(names));
  const web = await startLocalWeb(({ pathname }) => {
    const body = pathname === "/" ? "<!doctype html><title>feeds</title>" : files.get(pathname);
    const type = pathname === "/" ? "text/html" : "text/javascript";
    return body === undefined
      ? undefined
      : { headers: { ...ISOLATED, "content-type": type }, body };
  });
  const profile = newProfile();
  try {
    const parts = days.map((_, i) => `${ORIGIN}/parts/${i}`);
    const run = (page: BenchPage, first: number, count: number, rounds: number) => {
      const task: DaysTask = { first: first + 1, parts: parts.slice(first, first + count), rounds };
      return page.run<DayResult[]>(`${ORIGIN}/days-worker.ts`, task, limit * MINUTE);
    };
    const filling = await openBenchPage(web, profile);
    const firstDays = [
      ...(await run(filling, 0, 1, ROUNDS)),
      ...(await run(filling, 0, atOnce, 0)),
    ];
    await filling.close();
    const polling = await openBenchPage(web, profile);
    const peak = await watchMemory(polling.browser);
    const results = [...firstDays, ...(await run(polling, atOnce, polled, ROUNDS))];
    const { page: memory } = peak();
    await polling.close();
    const bytes = bytesKept(profile);
    const tooMany = results.filter(({ segments }) => segments > MAX_SEGMENTS);
    return {
      rows: results.map(dayRow),
      notes: [
        ...NOTES,
        `At the end the browser's profile holds ${rounded(bytes / 1_000_000, 1)} MB on disk. Peak private memory of the page's process above its start during the last days, including their articles: ${memory} MB.`,
      ],
      missed: tooMany.map(({ day, segments }) => `segments on day ${day}: ${segments}, target 5`),
    };
  } finally {
    await web.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
