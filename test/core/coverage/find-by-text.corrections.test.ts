import { describe, expect, test } from "vitest";
import type { RelatedRecord } from "../../../core/record/article-record.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import {
  type Asked,
  BRIDGE,
  changed,
  coverageIn,
  FACTS,
  HEADLINES,
  ON_TOPIC,
  storyOf,
  urls,
} from "./text-look-up.ts";

describe("an article that the user rejected", () => {
  const rejecting = (page: string): NonNullable<Asked["corrections"]> => [
    [page, "outlet1.example/1"],
  ];

  test("is neither related nor counted, but listed separately", async () => {
    const story = await storyOf(HEADLINES, { corrections: rejecting("unlisted.example/bridge") });
    expect(urls(story.related)).toEqual(BRIDGE.slice(1));
    expect(story.rejected).toMatchObject([
      {
        url: BRIDGE[0],
        reason: { kind: "similar-text", verdict: "same-story" },
        rank: null,
        isFirst: false,
      },
    ]);
    expect(story.counts).toEqual({ articles: 3, independent: 3 });
  });

  test("is rejected for that page only", async () => {
    const story = await storyOf(HEADLINES, { corrections: rejecting("unlisted.example/other") });
    expect(urls(story.related)).toEqual(BRIDGE);
    expect(story.rejected).toEqual([]);
  });

  test("is rejected on the topic of an outlet's page, too", async () => {
    const coverage = await coverageIn([await openWithStories(HEADLINES)], {
      facts: ON_TOPIC,
      address: "https://outlet0.example/other",
      corrections: [["outlet0.example/other", "outlet11.example/11"]],
    });
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(coverage.sameTopic).toEqual([]);
    expect(urls(coverage.rejected)).toEqual(["https://outlet11.example/11"]);
  });

  test("stays when the page's record names it", async () => {
    const address = "https://outlet0.example/0";
    const story = await storyOf(changed({ 0: { related: [HEADLINES[1] as RelatedRecord] } }), {
      address,
      corrections: rejecting("outlet0.example/0"),
    });
    expect(urls(story.related)).toContain(BRIDGE[0]);
    expect(story.rejected).toEqual([]);
  });

  test("leaves the outlet and the rejected article when it was the only match", async () => {
    const coverage = await coverageIn([await openWithStories(HEADLINES)], {
      address: "https://outlet12.example/other",
      corrections: ["outlet0.example/0", "outlet1.example/1", "outlet5.example/5"].map(
        (article) => ["outlet12.example/other", article] as const,
      ),
    });
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(urls(coverage.rejected)).toEqual(BRIDGE);
  });

  test("adds no article to the story that was only grouped with it", async () => {
    const facts = {
      ...FACTS,
      headline: "Mayor Ada Quill says Elwyn bridge stays closed",
      description: "",
    };
    const before = await storyOf(HEADLINES, { facts });
    expect(urls(before.related)).toEqual([BRIDGE[0], BRIDGE[2]]);
    const after = await storyOf(HEADLINES, {
      facts,
      corrections: rejecting("unlisted.example/bridge"),
    });
    expect([urls(after.related), urls(after.sameTopic)]).toEqual([[], [BRIDGE[2], BRIDGE[1]]]);
  });
});
