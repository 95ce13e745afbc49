import { describe, expect, test } from "vitest";
import type { ArticleCoverage } from "../../../core/coverage/coverage.ts";
import type { RelatedRecord } from "../../../core/record/article-record.ts";
import { record } from "../../fixtures/records.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { minutesAfter } from "../story/words/headlines.ts";
import { changed, HEADLINES, reasonsOf, storyIn, storyOf, urls } from "./text-look-up.ts";

const PAGE = "https://outlet0.example/0";

const time = (minutes: number) => new Date(minutesAfter(minutes)).toISOString();

describe("a page with a record", () => {
  const named: RelatedRecord = record("https://named.example/1", { title: "What the mayor knew" });

  test("gets the named articles first, then those found by their text", async () => {
    const { related } = await storyOf(changed({ 0: { related: [named] } }), { address: PAGE });
    expect(reasonsOf(related)).toEqual([
      ["https://named.example/1", "named-by-page"],
      ["https://outlet5.example/5", "same-story"],
      ["https://outlet1.example/1", "same-story"],
    ]);
  });

  test("is searched by its record when it does not describe itself", async () => {
    const { match, related } = await storyOf(HEADLINES, { address: PAGE, facts: null });
    expect(match).toEqual({ address: "page", rendition: "page" });
    expect(urls(related)).toEqual(["https://outlet5.example/5", "https://outlet1.example/1"]);
  });

  test("lists an article that is named and found once, as named", async () => {
    const { related } = await storyOf(
      changed({ 0: { related: [HEADLINES[1] as RelatedRecord, named] } }),
      { address: PAGE },
    );
    expect(reasonsOf(related).sort()).toEqual([
      ["https://named.example/1", "named-by-page"],
      ["https://outlet1.example/1", "named-by-page"],
      ["https://outlet5.example/5", "same-story"],
    ]);
  });

  test("lists an article that is named and found once, as named, even if it does not describe itself", async () => {
    const address = "https://outlet2.example/2";
    const records = changed({
      2: {
        title: "Film festival opens",
        publishedDateTime: time(1400),
        related: [HEADLINES[11] as RelatedRecord],
      },
    });
    const before = await storyOf(
      changed({ 2: { title: "Film festival opens", publishedDateTime: time(1400) } }),
      { address, facts: null },
    );
    expect(reasonsOf(before.related)).toEqual([["https://outlet11.example/11", "same-story"]]);
    const story = await storyOf(records, { address, facts: null });
    expect(reasonsOf(story.related)).toEqual([["https://outlet11.example/11", "named-by-page"]]);
    expect(story.sameTopic).toEqual([]);
  });

  test("ranks named and found articles together", async () => {
    const { page, related, rated } = await storyOf(
      changed({
        0: {
          quality: 50,
          related: [
            record("https://named.example/1", { quality: 70, publishedDateTime: time(-9) }),
          ],
        },
        1: { quality: 90 },
        5: { quality: 20 },
      }),
      { address: PAGE },
    );
    expect([page.rank, page.isFirst, rated]).toEqual([3, false, 4]);
    expect(related.map(({ url, rank, isFirst }) => [url, rank, isFirst])).toEqual([
      ["https://named.example/1", 2, true],
      ["https://outlet5.example/5", 4, false],
      ["https://outlet1.example/1", 1, false],
    ]);
  });
});

describe("the page itself is never listed", () => {
  const all = ({ related, sameTopic, rejected }: ArticleCoverage) =>
    urls([...related, ...related.flatMap(({ copies }) => copies), ...sameTopic, ...rejected]);

  test("by its own record", async () => {
    expect(all(await storyOf(HEADLINES, { address: PAGE }))).not.toContain(PAGE);
  });

  test("where other records name it", async () => {
    const naming = changed({ 1: { related: [HEADLINES[0] as RelatedRecord] } }).slice(1);
    const story = await storyOf(naming, { address: PAGE });
    expect(all(story)).not.toContain(PAGE);
    expect(urls(story.related)).toContain("https://outlet1.example/1");
  });

  test("by another address that its record gives", async () => {
    const amp = "https://amp.outlet0.example/zero";
    const records = changed({ 0: { ampWebUrl: amp } });
    expect(all(await storyOf(records, { address: amp }))).not.toContain(PAGE);
  });

  test("when another data set has it under its other address only", async () => {
    const amp = "https://amp.outlet0.example/zero";
    const first = await openWithStories(changed({ 0: { ampWebUrl: amp } }), "first");
    const second = await openWithStories(HEADLINES, "second");
    expect(all(await storyIn([first, second], { address: amp }))).not.toContain(PAGE);
  });
});
