import { Corrections } from "../../../core/corrections/corrections.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { searchArticles } from "../../../core/search/search-articles.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { placeOfDocuments } from "../../../core/segment/source-block.ts";
import { findStory } from "../../../core/story/find-story.ts";
import { StoryIndexReader } from "../../../core/story-index/story-index-reader.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { createSourceStore } from "../../../platform/store/source-store.ts";
import { median } from "../benchmark.ts";
import { bareReader } from "../scale/plain-indexed-db.ts";
import { GENERATION, SOURCE } from "../scale/second-source-names.ts";
import { serveTask } from "../scale/serve-task.ts";
import { fetchCountryNames } from "./fetch-country-names.ts";
import { STORIES } from "./story-names.ts";
import type { AskedPage, AskResult, StoryTask } from "./story-task.ts";

const BARE_READS = 51;
const WARM_UP = 30;

/** The extension's answer for pages that no record names, without messages and the list of data sets. */
serveTask(async (task: StoryTask): Promise<AskResult> => {
  if (task.do === "build") throw new Error("this worker cannot build");
  const sources = createSourceStore();
  void sources.open(SOURCE);
  const store = await openIndexedDbStore();
  let storyBlocks = 0;
  let otherBlocks = 0;
  const stories = new StoryIndexReader("scale", (names) => {
    storyBlocks += names.length;
    return store.readAll(STORIES, names);
  });
  const read = async (name: Parameters<Parameters<typeof SegmentReader.open>[0]>[0]) => {
    otherBlocks++;
    if (placeOfDocuments(name) === null) return store.read(GENERATION, name);
    return (await sources.open(SOURCE))?.read(name);
  };
  const segment = await SegmentReader.open(read, undefined, stories);
  const countries = await fetchCountryNames();
  const ask = async ({ url, title, published }: AskedPage): Promise<number> => {
    const facts = { headline: title, description: "", published, language: "en", outlet: "" };
    const coverage = await findCoverage([segment], url, [], {
      facts: { ...facts, type: "article", marks: [] },
      readCorrections: async () => new Corrections([]),
      loadCountryNames: async () => countries,
    });
    return coverage.kind === "article" ? coverage.counts.articles - 1 : 0;
  };
  const result = {
    whole: [] as number[],
    search: [] as number[],
    words: [] as number[],
    storyBlocks: [] as number[],
    otherBlocks: [] as number[],
    found: [] as number[],
  };
  const clocked = async (question: AskedPage) => {
    const before = { storyBlocks, otherBlocks };
    const start = performance.now();
    result.found.push(await ask(question));
    result.whole.push(performance.now() - start);
    result.storyBlocks.push(storyBlocks - before.storyBlocks);
    result.otherBlocks.push(otherBlocks - before.otherBlocks);
  };
  const clockedSearch = async (question: AskedPage) => {
    const start = performance.now();
    await findStory(question, stories, countries);
    result.search.push(performance.now() - start);
  };
  const clockedWords = async ({ title }: AskedPage) => {
    const text = title
      .split(" ")
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 2)
      .join(" ");
    const any = { domains: null, language: null, from: null, to: null, quality: "any" } as const;
    const start = performance.now();
    await searchArticles({ ...any, text }, [segment], { countries, languageOf: () => null });
    result.words.push(performance.now() - start);
  };
  if (task.do === "cold") {
    if (task.part === "whole") await clocked(task.question);
    else await clockedSearch(task.question);
    return {
      ...result,
      bare: median(await bareReads()),
    };
  }
  const questions: readonly AskedPage[] = await (await fetch(task.questions)).json();
  for (const question of questions.slice(0, WARM_UP)) await ask(question);
  for (const question of questions) await clocked(question);
  for (const question of questions) await clockedSearch(question);
  for (const question of questions.slice(0, WARM_UP)) await clockedWords(question);
  result.words.length = 0;
  for (const question of questions) await clockedWords(question);
  return { ...result, bare: median(await bareReads()) };
});

async function bareReads(): Promise<number[]> {
  const read = await bareReader();
  await read();
  const times: number[] = [];
  for (let i = 0; i < BARE_READS; i++) {
    const start = performance.now();
    await read();
    times.push(performance.now() - start);
  }
  return times;
}
