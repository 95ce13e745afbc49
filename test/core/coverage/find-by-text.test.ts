import { describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { hasStory } from "../../../core/coverage/has-story.ts";
import { MINUTE } from "../../../core/durations.ts";
import { record } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { minutesAfter } from "../story/words/headlines.ts";
import {
  BRIDGE,
  changed,
  coverageIn,
  FACTS,
  HEADLINES,
  ON_TOPIC,
  storyIn,
  storyOf,
  UNLISTED,
  urls,
} from "./text-look-up.ts";

describe("a page that no record names", () => {
  test("gets its story, the most confident matches first", async () => {
    expect(urls((await storyOf(HEADLINES)).related)).toEqual(BRIDGE);
  });

  test("is matched by no address and described by its own statement", async () => {
    const { match, page, site } = await storyOf(HEADLINES);
    expect(match).toBeNull();
    expect(site).toBe("unlisted.example");
    expect(page).toEqual({
      title: FACTS.headline,
      excerpt: "The two piers will be rebuilt.",
      url: UNLISTED,
      published: minutesAfter(65),
      type: "article",
      language: "en",
      marks: [],
      history: [],
      outlet: { name: "The Unlisted", domain: "unlisted.example" },
      quality: null,
      image: null,
      dataSets: [],
      band: null,
      thirds: null,
      rank: null,
      isFirst: false,
      outletQuality: null,
    });
  });

  test("has the outlet from the data when it does not name its own", async () => {
    const address = "https://outlet12.example/other";
    const { page } = await storyOf(HEADLINES, { address, facts: { ...FACTS, outlet: "" } });
    expect(page.outlet).toEqual({ name: "Outlet outlet12.example", domain: "outlet12.example" });
  });

  test("gives for each article the reason, the confidence and the delay", async () => {
    const [first] = (await storyOf(HEADLINES)).related;
    expect(first).toMatchObject({
      reason: { kind: "similar-text", verdict: "same-story" },
      delay: -45 * MINUTE,
      copies: [],
    });
    const { reason } = first ?? {};
    if (reason?.kind !== "similar-text") throw new Error(reason?.kind);
    expect(reason.confidence).toBeCloseTo(0.8, 1);
    expect(reason.shared.length).toBeGreaterThan(0);
  });

  test("names the data set whose articles are shown", async () => {
    const bridge = await openWithStories(HEADLINES, "bridge");
    const other = await openWithStories([record("https://other.example/1")], "other");
    expect((await storyIn([other, bridge])).dataSets.map(({ id }) => id)).toEqual(["bridge"]);
  });

  test("may be later than an article found, although it has no rank", async () => {
    const story = await storyOf(changed({ 0: { quality: 10 }, 1: { quality: 90 } }));
    expect(story.rated).toBe(0);
    expect(story.related.map(({ url, rank, isFirst }) => [url, rank, isFirst])).toEqual([
      [BRIDGE[0], 1, false],
      [BRIDGE[1], 2, true],
      [BRIDGE[2], null, false],
    ]);
  });

  test("was first when it is earlier than all articles found", async () => {
    const story = await storyOf(HEADLINES, { facts: { ...FACTS, published: minutesAfter(-5) } });
    expect(story.page.isFirst).toBe(true);
    expect(story.related.filter(({ isFirst }) => isFirst)).toEqual([]);
  });
});

describe("nothing is found", () => {
  const facts = { ...FACTS, headline: "Cheese prices fall for the third month", description: "" };

  test("for a page of a known outlet: the answer is the outlet", async () => {
    const address = "https://outlet0.example/other";
    const segment = await openWithStories(HEADLINES);
    expect(await coverageIn([segment], { facts, address })).toEqual(
      await findCoverage([segment], address, []),
    );
  });

  test("for a page of an unknown outlet: the answer is empty", async () => {
    const segment = await openWithStories(HEADLINES);
    expect(await coverageIn([segment], { facts })).toEqual({ kind: "none" });
  });

  test("for a page that is no article, since there is no search", async () => {
    const segment = await openWithStories(HEADLINES);
    expect(await coverageIn([segment], { facts: null })).toEqual({ kind: "none" });
  });

  test("while no data set has a story index", async () => {
    expect(await coverageIn([await openSegment(HEADLINES)])).toEqual({ kind: "none" });
  });
});

describe("on the same topic", () => {
  test("is listed with an outlet", async () => {
    const address = "https://outlet0.example/other";
    const coverage = await coverageIn([await openWithStories(HEADLINES)], {
      facts: ON_TOPIC,
      address,
    });
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(coverage.sameTopic).toMatchObject([
      {
        url: "https://outlet11.example/11",
        reason: { kind: "similar-text", verdict: "same-topic" },
        rank: null,
      },
    ]);
  });

  test("is listed alone for a page of an unknown outlet, and is no story", async () => {
    const coverage = await coverageIn([await openWithStories(HEADLINES)], { facts: ON_TOPIC });
    if (coverage.kind !== "article") throw new Error(coverage.kind);
    expect(urls(coverage.sameTopic)).toEqual(["https://outlet11.example/11"]);
    expect([coverage.match, coverage.related, hasStory(coverage)]).toEqual([null, [], false]);
  });

  test("is separate from the story, neither ranked nor counted with it", async () => {
    const facts = {
      ...FACTS,
      headline: "Rovers sell goalkeeper Marek Dvořan before the regional cup final",
      description: "",
    };
    const story = await storyOf(changed({ 2: { quality: 10 }, 15: { quality: 90 } }), { facts });
    expect(urls(story.related)).toEqual(["https://outlet2.example/2", "https://outlet4.example/4"]);
    expect(story.related[0]?.rank).toBe(1);
    expect(story.sameTopic).toMatchObject([
      { url: "https://outlet15.example/15", rank: null, isFirst: false, copies: [] },
    ]);
    expect(story.counts).toEqual({ articles: 3, independent: 3 });
  });
});
