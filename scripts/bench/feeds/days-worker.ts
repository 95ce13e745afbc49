import { Corrections } from "../../../core/corrections/corrections.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { StoryQuery } from "../../../core/coverage/find-page-story.ts";
import { DAY, HOUR } from "../../../core/durations.ts";
import { startOfDay } from "../../../core/feeds/live/articles-per-day.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { LiveArticles } from "../../../platform/feeds/live/live-articles.ts";
import { liveSegments, openLiveSegments } from "../../../platform/feeds/live/live-segments.ts";
import { createPause } from "../../../platform/indexing/turns.ts";
import { type BlockStore, openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { isReady } from "../../../platform/store/build-row.ts";
import { Ledger } from "../../../platform/store/ledger.ts";
import { openSpillFiles } from "../../../platform/store/spill-files.ts";
import { median } from "../benchmark.ts";
import { fetchRecords } from "../scale/fetch-records.ts";
import { seededRandom } from "../scale/seeded-random.ts";
import { serveTask } from "../scale/serve-task.ts";
import { fetchCountryNames } from "../story-cost/fetch-country-names.ts";
import type { DayResult, DaysTask, LookUpCost } from "./days-task.ts";

const OUTLETS = 200;
const QUESTIONS = 60;
/** How many of these are asked first and not counted. */
const WARM_UP = 20;
/** One in this many articles comes again in the next round, with another title. */
const CHANGED = 100;
const LIMITS = { days: 30, bytes: 200_000_000 };

/** The extension's storage of live articles, fed with days of polls; without messages and the list of data sets. */
serveTask(async ({ first, parts, rounds }: DaysTask): Promise<DayResult[]> => {
  if (rounds === 0) await (await openIndexedDbStore()).clear();
  const feeds = await startFeeds();
  const days = await Promise.all(
    parts.map(async (part, i) => dayOfFeeds(await fetchRecords(part), first + i)),
  );
  if (rounds === 0) {
    const last = first + days.length - 1;
    await feeds.poll(days.flat(), last, 1);
    return [await feeds.result(last, days.at(-1) ?? [])];
  }
  const results: DayResult[] = [];
  for (const [i, articles] of days.entries()) {
    for (let round = 0; round < rounds; round++) {
      const [from, to] = [round, round + 1].map((n) => Math.floor((articles.length * n) / rounds));
      const news = articles.slice(from, to);
      const changed = articles
        .slice(Math.max(0, (from ?? 0) - news.length), from)
        .filter((_, number) => number % CHANGED === 0)
        .map((article) => ({ ...article, title: `${article.title} (updated)` }));
      await feeds.poll([...news, ...changed], first + i, (round + 1) / rounds);
    }
    results.push(await feeds.result(first + i, articles));
  }
  return results;
});

/** The articles of a day as feeds give them: from 200 outlets, with an excerpt. */
function dayOfFeeds(articles: readonly ArticleRecord[], day: number): ArticleRecord[] {
  return articles.map((article, i) => {
    const domain = `outlet-${i % OUTLETS}.example`;
    const { pathname } = new URL(article.webUrl ?? "");
    const published = startOfDay(day) + Math.floor((DAY * i) / articles.length);
    return {
      ...article,
      excerpt: `${article.title}. ${articles[(i * 7) % articles.length]?.title}.`,
      webUrl: `https://www.${domain}${pathname}/${day}-${i}`,
      publishedDateTime: new Date(published).toISOString(),
      provider: { name: `Outlet ${i % OUTLETS}`, domain },
    };
  });
}

async function startFeeds() {
  const store = await openIndexedDbStore();
  const countries = await fetchCountryNames();
  let clock = 0;
  let blocks = 0;
  let day = emptyDay();
  const known = new Set(liveSegments(await store.rows()).map(({ generation }) => generation));
  const counted: BlockStore = {
    ...store,
    async change(change) {
      for (const row of (change.put ?? []).filter(isReady)) {
        if (row.part === "stories" || known.has(row.generation)) continue;
        known.add(row.generation);
        day.written += row.records;
      }
      return store.change(change);
    },
  };
  const live = new LiveArticles({
    ledger: new Ledger({
      openStore: async () => counted,
      worker: "benchmark",
      newGeneration: () => crypto.randomUUID(),
    }),
    limits: async () => LIMITS,
    outlets: async () => [],
    loadCountryNames: async () => countries,
    openSpill: () => openSpillFiles("live-spill"),
    now: () => clock,
    pause: createPause(),
    stayAwake: () => undefined,
    mostWrittenAgain: 8192,
  });
  live.start();
  const reading: BlockStore = {
    ...store,
    read(generation, name) {
      blocks++;
      return store.read(generation, name);
    },
    readAll(generation, names) {
      blocks += names.length;
      return store.readAll(generation, names);
    },
  };

  async function costOf(pages: readonly ArticleRecord[], isKnown: boolean): Promise<LookUpCost> {
    const open = await openLiveSegments(reading, await store.rows(), async () => undefined);
    const segments = open.map(({ segment }) => segment);
    const times: number[] = [];
    const reads: number[] = [];
    for (const [i, { title, webUrl = "", publishedDateTime = "" }] of pages.entries()) {
      const facts = { headline: title, description: "", language: "en", outlet: "" };
      const published = Date.parse(publishedDateTime) + HOUR;
      const address = isKnown ? webUrl : `https://unknown-outlet.example/${i}`;
      const [before, start] = [blocks, performance.now()];
      const query: StoryQuery = {
        facts: { ...facts, published, type: "article", marks: [] },
        readCorrections: async () => new Corrections([]),
        loadCountryNames: async () => countries,
      };
      await findCoverage(segments, address, [], isKnown ? null : query);
      if (i < WARM_UP) continue;
      times.push(performance.now() - start);
      reads.push(blocks - before);
    }
    return { ms: median(times), blocks: median(reads), mostBlocks: Math.max(...reads) };
  }

  return {
    /** @param share how much of the day is over, from 0 to 1 */
    async poll(articles: readonly ArticleRecord[], number: number, share: number): Promise<void> {
      clock = startOfDay(number) + DAY * share - 1;
      const start = performance.now();
      await live.append(articles, []);
      const appended = performance.now();
      await live.idle();
      const [append, merge] = [appended - start, performance.now() - appended];
      day.appended += articles.length;
      day.appendMs += append;
      day.longestAppendMs = Math.max(day.longestAppendMs, append);
      day.mergeMs += merge;
      day.longestMergeMs = Math.max(day.longestMergeMs, merge);
    },
    async result(number: number, articles: readonly ArticleRecord[]): Promise<DayResult> {
      const random = seededRandom(number);
      const pages = Array.from({ length: QUESTIONS }, () => random.of(articles));
      const { articles: kept, bytes } = await live.size();
      const segments = liveSegments(await store.rows()).length;
      const [byAddress, byStory] = [await costOf(pages, true), await costOf(pages, false)];
      const result = { day: number, segments, articles: kept, bytes, byAddress, byStory, ...day };
      day = emptyDay();
      return result;
    },
  };
}

function emptyDay() {
  return {
    ...{ appended: 0, written: 0, appendMs: 0, longestAppendMs: 0 },
    ...{ mergeMs: 0, longestMergeMs: 0 },
  };
}
