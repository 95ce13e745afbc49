import { describe, expect, test } from "vitest";
import {
  MAX_READINGS,
  type Reading,
  readAmong,
  withoutReadings,
  withReadings,
} from "../../../core/readings/reading.ts";
import { readingBalance } from "../../../core/readings/reading-balance.ts";
import { readingOf } from "../../../core/readings/reading-of.ts";
import { writeReadingsCsv, writeReadingsJson } from "../../../core/readings/write-readings.ts";
import { article, found, foundStory, OUTLET, story } from "../../components/answers.ts";
import { READING } from "../../fixtures/readings.ts";

const AT = READING.at;
const reading = (outlet: string, fields: Partial<Reading> = {}): Reading => {
  const domain = `${outlet.toLowerCase()}.example`;
  return { ...READING, url: `https://${domain}/1`, outlet, domain, story: [], ...fields };
};
const facts = (domain: string) => ({
  country: domain === "wire.example" ? "" : "GB",
  language: domain === "wire.example" ? "" : "en-GB",
  owner: domain === "post.example" ? "Mighty Media" : "",
});

describe("readings", () => {
  test("have each article once, at the time when it was read last", () => {
    const again = {
      ...READING,
      url: "https://www.courier.example/bridge?utm_source=x",
      at: AT + 1,
    };
    expect(withReadings([READING, reading("Wire")], [again])).toEqual([reading("Wire"), again]);
    expect(withReadings([again], [READING])).toEqual([again]);
  });

  test("are the latest ones, up to a limit", () => {
    const many = Array.from({ length: MAX_READINGS }, (_, i) =>
      reading("Wire", { url: `https://wire.example/${i}`, at: AT + i }),
    );
    const all = withReadings(many, [reading("Post", { at: AT + MAX_READINGS })]);
    expect(all).toHaveLength(MAX_READINGS);
    expect([all[0]?.url, all.at(-1)?.outlet]).toEqual(["https://wire.example/1", "Post"]);
  });

  test("are found and forgotten by any form of an address", () => {
    const amp = "https://courier.example/bridge?utm_medium=mail";
    expect(readAmong([READING], [amp, "https://courier.example/other"])).toEqual([amp]);
    expect(withoutReadings([READING, reading("Wire")], [amp])).toEqual([reading("Wire")]);
  });
});

describe("what is kept of a page", () => {
  const page = (coverage: Parameters<typeof readingOf>[0]["coverage"]) =>
    readingOf({ address: "https://gazette.example/here", coverage, facts: null }, AT);

  test("with a story is the article, and numbers by which others of its story are found", () => {
    const coverage = story(article("Page"), [article("A"), article("B")]);
    expect(page(coverage)).toEqual({
      url: "https://www.page.example/story",
      title: "Page’s story",
      outlet: "Page",
      domain: "page.example",
      at: AT,
      story: [expect.any(Number), expect.any(Number), expect.any(Number)],
      hasOthers: true,
    });
    const other = readingOf(
      { address: "", coverage: story(article("A"), [article("Page")]), facts: null },
      AT,
    );
    expect(other?.story.toSorted()).toEqual(page(coverage)?.story.slice(0, 2).toSorted());
  });

  test("of which only the outlet is known is its headline, and nothing where it is no article", () => {
    const stated = { headline: "Bridge closed" } as Parameters<typeof readingOf>[0]["facts"];
    expect(page(OUTLET)).toBeNull();
    expect(
      readingOf({ address: "https://gazette.example/here", coverage: OUTLET, facts: stated }, AT),
    ).toMatchObject({
      url: "https://gazette.example/here",
      title: "Bridge closed",
      domain: "gazette.example",
      hasOthers: false,
    });
  });

  test("with a title that is longer than a record's may be is kept with its beginning", () => {
    const coverage = story({ ...article("Page"), title: "x".repeat(1001) }, []);
    expect(page(coverage)?.title).toBe("x".repeat(1000));
  });

  test("of an unknown site is nothing, and of a large story few numbers", () => {
    expect(page({ kind: "none" })).toBeNull();
    const many = Array.from({ length: 60 }, (_, i) => found(`Outlet ${i}`, 0.9));
    expect(page(foundStory(many))?.story).toHaveLength(16);
  });
});

describe("a balance", () => {
  const readings = [
    reading("Post", { story: [1, 2], at: AT }),
    reading("Post", { url: "https://post.example/2", story: [3, 4], at: AT + 1 }),
    reading("Wire", { story: [2, 5], at: AT + 2 }),
    reading("Coast", { story: [9], hasOthers: false, at: AT + 3 }),
  ];
  const balance = readingBalance(readings, facts);

  test("counts articles by outlet, country, language and owner, unknown ones last", () => {
    expect(balance).toMatchObject({
      articles: 4,
      outlets: [
        { name: "Post", articles: 2 },
        { name: "Coast", articles: 1 },
        { name: "Wire", articles: 1 },
      ],
      countries: [
        { name: "GB", articles: 3 },
        { name: "", articles: 1 },
      ],
      languages: [
        { name: "en", articles: 3 },
        { name: "", articles: 1 },
      ],
      owners: [
        { name: "Mighty Media", articles: 2 },
        { name: "", articles: 2 },
      ],
    });
  });

  test("names the stories of several outlets that were read in one only", () => {
    expect(balance.stories).toBe(2);
    expect(balance.oneSided.map(({ url }) => url)).toEqual(["https://post.example/2"]);
  });

  test("takes readings that a third one connects for one story", () => {
    const joined = readingBalance(
      [
        reading("A", { story: [1] }),
        reading("A", { url: "https://a.example/2", story: [2], at: AT + 1 }),
        reading("A", { url: "https://a.example/3", story: [1, 2], at: AT + 2 }),
      ],
      facts,
    );
    expect([joined.stories, joined.oneSided.map(({ url }) => url)]).toEqual([
      1,
      ["https://a.example/3"],
    ]);
  });

  test("is written as a table, in which no text is a formula", () => {
    const csv = writeReadingsCsv([reading("Post", { title: "=1+1" })], facts);
    expect(csv.split("\r\n")).toEqual([
      "readAt,title,outlet,domain,country,language,owner,address",
      "2026-11-29T12:00:00.000Z,'=1+1,Post,post.example,GB,en-GB,Mighty Media,https://post.example/1",
      "",
    ]);
  });

  test("is written as JSON with every article", () => {
    const file = JSON.parse(writeReadingsJson(readings, balance, facts));
    expect(file.balance).toMatchObject({ articles: 4, stories: 2, storiesFromOneOutlet: 1 });
    expect(file.articles[0]).toEqual({
      readAt: "2026-11-29T12:00:00.000Z",
      title: "Marram Bridge closed",
      outlet: "Post",
      domain: "post.example",
      ...{ country: "GB", language: "en-GB", owner: "Mighty Media" },
      address: "https://post.example/1",
    });
  });
});
