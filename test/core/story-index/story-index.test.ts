import { describe, expect, test } from "vitest";
import { findStory } from "../../../core/story/find-story.ts";
import { UnreadableStoriesError } from "../../../core/story-index/story-index-reader.ts";
import { buildIndex } from "../../fixtures/built-index.ts";
import { record } from "../../fixtures/records.ts";
import { ARTICLES, COUNTRIES, indexOf, minutesAfter } from "../story/words/headlines.ts";

/** The headlines as records, the latest first: an index sorts them itself. */
const RECORDS = ARTICLES.map(({ title, published }, i) =>
  record(`https://outlet${i}.example/${i}`, {
    title,
    publishedDateTime: new Date(published ?? 0).toISOString(),
  }),
).reverse();

const QUESTION = {
  title: "Cracked harbour bridge in Port Elwyn stays closed for a year",
  published: minutesAfter(65),
};

describe("an index that was built", () => {
  test("has the articles in order of time, each with the place of its record", async () => {
    const { reader, articles } = await buildIndex(RECORDS);
    expect(articles).toBe(16);
    const [first, last] = await reader.texts([0, 15]);
    expect(first).toMatchObject({
      ordinal: 0,
      published: minutesAfter(0),
      place: { start: 1500, length: 100, index: 0, related: null },
    });
    expect(last).toMatchObject({ ordinal: 15, place: { start: 0, index: 0 } });
  });

  test("finds what the index in memory finds, with the same confidence", async () => {
    const { reader } = await buildIndex(RECORDS);
    const asked = { ...QUESTION, url: "https://outlet.example/" };
    const found = await findStory(asked, reader, COUNTRIES);
    const inMemory = await findStory(asked, indexOf(), COUNTRIES);
    const sure = (matches: typeof inMemory) =>
      matches
        .filter(({ confidence }) => confidence > 0.5)
        .map(({ text, confidence }) => [text.ordinal, Math.round(confidence * 1000)]);
    expect(sure(inMemory).length).toBeGreaterThan(1);
    expect(sure(found).slice(0, 2)).toEqual(sure(inMemory).slice(0, 2));
  });

  test("gives the articles from a time on, in order of time", async () => {
    const { reader } = await buildIndex(RECORDS);
    const since = async (time: number) => {
      const found: number[] = [];
      for await (const texts of reader.since(time))
        found.push(...texts.map(({ ordinal }) => ordinal));
      return found;
    };
    const times = ARTICLES.map(({ published }) => published ?? 0).sort((a, b) => a - b);
    expect(await since(0)).toEqual(Array.from(times, (_, ordinal) => ordinal));
    expect(await since(times[14] ?? 0)).toEqual([14, 15]);
    expect(await since((times[15] ?? 0) + 1)).toEqual([]);
  });

  test("groups articles into stories", async () => {
    const { reader } = await buildIndex(RECORDS);
    expect(await reader.sameStory(0)).toEqual(expect.arrayContaining([1, 5]));
    expect(await reader.sameStory(10)).toEqual([]);
  });

  test("leaves out what the index has of the page itself", async () => {
    const { reader } = await buildIndex(RECORDS);
    const found = await findStory(QUESTION, reader, COUNTRIES, ({ place }) => place.start === 1500);
    expect(found.map(({ text }) => text.ordinal)).not.toContain(0);
    expect(found.length).toBeGreaterThan(0);
  });

  test("has an article once that has a record and is named by others, and one that is only named", async () => {
    const named = (address: string) => ({
      title: "Harbour bridge closed",
      webUrl: address,
      type: "article" as const,
      provider: { name: "Other", domain: "other.example" },
    });
    const { articles, reader } = await buildIndex([
      record("https://a.example/1", {
        related: [named("https://b.example/1"), named("https://c.example/1")],
      }),
      record("https://b.example/1", { related: [named("https://c.example/1?utm_source=x")] }),
    ]);
    expect(articles).toBe(3);
    const places = (await reader.texts([0, 1, 2])).map(({ place }) => place.related);
    expect(places).toEqual([null, 1, null]);
  });

  test("of no records finds nothing", async () => {
    const { reader, articles } = await buildIndex([]);
    expect(articles).toBe(0);
    expect(await findStory(QUESTION, reader, COUNTRIES)).toEqual([]);
  });

  test("that lacks a block, or has a damaged one, throws", async () => {
    for (const spoil of ["story-meta", "common-keys", "terms", "texts"]) {
      const { reader, blocks } = await buildIndex(RECORDS);
      for (const [name, bytes] of blocks)
        if (name.startsWith(spoil)) blocks.set(name, bytes.with(5, (bytes[5] ?? 0) ^ 1));
      await expect(findStory(QUESTION, reader, COUNTRIES)).rejects.toThrow(UnreadableStoriesError);
      const lost = await buildIndex(RECORDS);
      for (const name of lost.blocks.keys()) if (name.startsWith(spoil)) lost.blocks.delete(name);
      await expect(findStory(QUESTION, lost.reader, COUNTRIES)).rejects.toThrow("lacks its block");
    }
  });
});
