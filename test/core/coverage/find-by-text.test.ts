import { describe, expect, test } from "vitest";
import { type Correction, Corrections } from "../../../core/corrections/corrections.ts";
import type { ArticleCoverage, Coverage } from "../../../core/coverage/coverage.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { PageFacts } from "../../../core/page/page-facts.ts";
import type { ArticleRecord, RelatedRecord } from "../../../core/record/article-record.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { record } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { ARTICLES, COUNTRIES, minutesAfter } from "../story/headlines.ts";

const UNLISTED = "https://unlisted.example/bridge";
/** What tells the bridge's story, the surest first. */
const BRIDGE = [
  "https://outlet1.example/1",
  "https://outlet0.example/0",
  "https://outlet5.example/5",
];

const time = (minutes: number) => new Date(minutesAfter(minutes)).toISOString();

/** The headlines, each by an outlet of its own. */
const HEADLINES: readonly ArticleRecord[] = ARTICLES.map(({ title, published }, i) =>
  record(`https://outlet${i}.example/${i}`, {
    title,
    publishedDateTime: new Date(published ?? 0).toISOString(),
  }),
);
/** Which of the headlines are changed, by their numbers. */
const changed = (changes: Readonly<Record<number, Partial<ArticleRecord>>>) =>
  HEADLINES.map((one, i) => ({ ...one, ...changes[i] }));

const FACTS: PageFacts = {
  headline: "Cracked harbour bridge in Port Elwyn stays closed for a year",
  description: "The two piers will be rebuilt.",
  published: minutesAfter(65),
  language: "en",
  outlet: "The Unlisted",
  type: "article",
};
/** On the topic of one headline, a day and a half later. */
const ON_TOPIC: PageFacts = {
  ...FACTS,
  headline: "Film festival opens",
  description: "",
  published: minutesAfter(2000),
};

interface Asked {
  readonly facts?: PageFacts | null;
  readonly address?: string;
  readonly corrections?: readonly (readonly [page: string, article: string])[];
}

function coverageIn(
  segments: readonly SegmentReader[],
  { facts = FACTS, address = UNLISTED, corrections = [] }: Asked = {},
): Promise<Coverage> {
  const said = corrections.map(
    ([page, article]): Correction => ({ page, article, pageTitle: "", articleTitle: "", at: 0 }),
  );
  const readCorrections = async () => new Corrections(said);
  return findCoverage(segments, address, [], {
    facts,
    readCorrections,
    loadCountryNames: async () => COUNTRIES,
  });
}

async function storyIn(
  segments: readonly SegmentReader[],
  asked: Asked = {},
): Promise<ArticleCoverage> {
  const coverage = await coverageIn(segments, asked);
  if (coverage.kind !== "article") throw new Error(coverage.kind);
  return coverage;
}

const storyOf = async (records: readonly ArticleRecord[], asked: Asked = {}) =>
  storyIn([await openWithStories(records)], asked);

const urls = (articles: readonly { readonly url: string }[]) => articles.map(({ url }) => url);

describe("a page that no record names", () => {
  test("gets its story, the surest first", async () => {
    expect(urls((await storyOf(HEADLINES)).related)).toEqual(BRIDGE);
  });

  test("is matched by no address, and is what it says of itself", async () => {
    const { match, page, site } = await storyOf(HEADLINES);
    expect(match).toBeNull();
    expect(site).toBe("unlisted.example");
    expect(page).toEqual({
      title: FACTS.headline,
      excerpt: "The two piers will be rebuilt.",
      url: UNLISTED,
      published: minutesAfter(65),
      type: "article",
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

  test("is by the outlet that the data knows where it does not name its own", async () => {
    const address = "https://outlet12.example/other";
    const { page } = await storyOf(HEADLINES, { address, facts: { ...FACTS, outlet: "" } });
    expect(page.outlet).toEqual({ name: "Outlet outlet12.example", domain: "outlet12.example" });
  });

  test("is told why, how sure, and how much later each is", async () => {
    const [first] = (await storyOf(HEADLINES)).related;
    expect(first).toMatchObject({
      reason: { kind: "same-story" },
      delay: -45 * 60_000,
      copies: [],
    });
    const { reason } = first ?? {};
    if (reason?.kind !== "same-story") throw new Error(reason?.kind);
    expect(reason.confidence).toBeCloseTo(0.8, 1);
    expect(reason.shared.length).toBeGreaterThan(0);
  });

  test("has the data set whose articles are shown", async () => {
    const bridge = await openWithStories(HEADLINES, "bridge");
    const other = await openWithStories([record("https://other.example/1")], "other");
    expect((await storyIn([other, bridge])).dataSets.map(({ id }) => id)).toEqual(["bridge"]);
  });

  test("was not first, though it has no place among the rated", async () => {
    const story = await storyOf(changed({ 0: { quality: 10 }, 1: { quality: 90 } }));
    expect(story.rated).toBe(0);
    expect(story.related.map(({ url, rank, isFirst }) => [url, rank, isFirst])).toEqual([
      [BRIDGE[0], 1, false],
      [BRIDGE[1], 2, true],
      [BRIDGE[2], null, false],
    ]);
  });

  test("was first where it is earlier than what was found", async () => {
    const story = await storyOf(HEADLINES, { facts: { ...FACTS, published: minutesAfter(-5) } });
    expect(story.page.isFirst).toBe(true);
    expect(story.related.filter(({ isFirst }) => isFirst)).toEqual([]);
  });
});

describe("nothing is found", () => {
  const facts = { ...FACTS, headline: "Cheese prices fall for the third month", description: "" };

  test("where the outlet is known: it answers as before", async () => {
    const address = "https://outlet0.example/other";
    const segment = await openWithStories(HEADLINES);
    expect(await coverageIn([segment], { facts, address })).toEqual(
      await findCoverage([segment], address, []),
    );
  });

  test("where it is not: none", async () => {
    const segment = await openWithStories(HEADLINES);
    expect(await coverageIn([segment], { facts })).toEqual({ kind: "none" });
  });

  test("for a page that is no article: it is not looked for", async () => {
    const segment = await openWithStories(HEADLINES);
    expect(await coverageIn([segment], { facts: null })).toEqual({ kind: "none" });
  });

  test("where no data set has a story index yet", async () => {
    expect(await coverageIn([await openSegment(HEADLINES)])).toEqual({ kind: "none" });
  });
});

describe("on the same topic", () => {
  test("is told beside an outlet", async () => {
    const address = "https://outlet0.example/other";
    const coverage = await coverageIn([await openWithStories(HEADLINES)], {
      facts: ON_TOPIC,
      address,
    });
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(coverage.sameTopic).toMatchObject([
      { url: "https://outlet11.example/11", reason: { kind: "same-topic" }, rank: null },
    ]);
  });

  test("alone is no answer for a page of no known outlet", async () => {
    const segment = await openWithStories(HEADLINES);
    expect(await coverageIn([segment], { facts: ON_TOPIC })).toEqual({ kind: "none" });
  });

  test("is apart from the story, neither ranked nor counted with it", async () => {
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
    expect(story.counts).toEqual({ articles: 3, texts: 3 });
  });
});

describe("a page that a record has", () => {
  const PAGE = "https://outlet0.example/0";
  const named: RelatedRecord = record("https://named.example/1", { title: "What the mayor knew" });

  test("gets the named ones first, and the found ones after", async () => {
    const { related } = await storyOf(changed({ 0: { related: [named] } }), { address: PAGE });
    expect(related.map(({ url, reason }) => [url, reason.kind])).toEqual([
      ["https://named.example/1", "named-by-page"],
      ["https://outlet5.example/5", "same-story"],
      ["https://outlet1.example/1", "same-story"],
    ]);
  });

  test("is looked for by its record where it does not describe itself", async () => {
    const { match, related } = await storyOf(HEADLINES, { address: PAGE, facts: null });
    expect(match).toEqual({ address: "page", rendition: "page" });
    expect(urls(related)).toEqual(["https://outlet5.example/5", "https://outlet1.example/1"]);
  });

  test("has one that is named and found once, as named", async () => {
    const { related } = await storyOf(
      changed({ 0: { related: [HEADLINES[1] as RelatedRecord, named] } }),
      { address: PAGE },
    );
    expect(related.map(({ url, reason }) => [url, reason.kind]).sort()).toEqual([
      ["https://named.example/1", "named-by-page"],
      ["https://outlet1.example/1", "named-by-page"],
      ["https://outlet5.example/5", "same-story"],
    ]);
  });

  test("has one that is named and found once, as named", async () => {
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
    const reasons = ({ related }: ArticleCoverage) =>
      related.map(({ url, reason }) => [url, reason.kind]);
    expect(reasons(before)).toEqual([["https://outlet11.example/11", "same-story"]]);
    const story = await storyOf(records, { address, facts: null });
    expect(reasons(story)).toEqual([["https://outlet11.example/11", "named-by-page"]]);
    expect(story.sameTopic).toEqual([]);
  });

  test("ranks over named and found alike", async () => {
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
  const PAGE = "https://outlet0.example/0";
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

  test("where another data set knows it by its other address only", async () => {
    const amp = "https://amp.outlet0.example/zero";
    const first = await openWithStories(changed({ 0: { ampWebUrl: amp } }), "first");
    const second = await openWithStories(HEADLINES, "second");
    expect(all(await storyIn([first, second], { address: amp }))).not.toContain(PAGE);
  });
});

describe("several data sets", () => {
  const FIRST = HEADLINES.slice(0, 1).concat(HEADLINES.slice(6));

  test("that have an article give it once, from both", async () => {
    const segments = [
      await openWithStories(HEADLINES, "one"),
      await openWithStories(HEADLINES, "two"),
    ];
    const { related, counts } = await storyIn(segments);
    expect(urls(related).sort()).toEqual([...BRIDGE].sort());
    expect(related.map(({ dataSets }) => dataSets)).toEqual([
      ["one", "two"],
      ["one", "two"],
      ["one", "two"],
    ]);
    expect(counts).toEqual({ articles: 4, texts: 4 });
  });

  test("have their word on an article in their order, however sure each is", async () => {
    const title = (words: string) => changed({ 0: { title: words } });
    const weak = await openWithStories(
      title("Port Elwyn's bridge closed, cracks in the piers"),
      "weak",
    );
    const strong = await openWithStories(title(FACTS.headline), "strong");
    const titleIn = async (segments: SegmentReader[]) =>
      (await storyIn(segments)).related.find(({ url }) => url === BRIDGE[1]);
    expect(await titleIn([weak, strong])).toMatchObject({
      title: "Port Elwyn's bridge closed, cracks in the piers",
      dataSets: ["weak", "strong"],
    });
    expect(await titleIn([strong, weak])).toMatchObject({
      title: FACTS.headline,
      dataSets: ["strong", "weak"],
    });
  });

  test("of which one has no story index yet: the other answers", async () => {
    const segments = [await openSegment(FIRST, "one"), await openWithStories(HEADLINES, "two")];
    const { related } = await storyIn(segments);
    expect(urls(related)).toEqual(BRIDGE);
    expect(related.flatMap(({ dataSets }) => dataSets)).toEqual(["two", "two", "two"]);
  });
});

describe("what the reader said tells another story", () => {
  const rejecting = (page: string): NonNullable<Asked["corrections"]> => [
    [page, "outlet1.example/1"],
  ];

  test("is neither related nor counted, but told apart", async () => {
    const story = await storyOf(HEADLINES, { corrections: rejecting("unlisted.example/bridge") });
    expect(urls(story.related)).toEqual(BRIDGE.slice(1));
    expect(story.rejected).toMatchObject([
      { url: BRIDGE[0], reason: { kind: "same-story" }, rank: null, isFirst: false },
    ]);
    expect(story.counts).toEqual({ articles: 3, texts: 3 });
  });

  test("holds for that page only", async () => {
    const story = await storyOf(HEADLINES, { corrections: rejecting("unlisted.example/other") });
    expect(urls(story.related)).toEqual(BRIDGE);
    expect(story.rejected).toEqual([]);
  });

  test("holds on the topic, too, beside an outlet", async () => {
    const coverage = await coverageIn([await openWithStories(HEADLINES)], {
      facts: ON_TOPIC,
      address: "https://outlet0.example/other",
      corrections: [["outlet0.example/other", "outlet11.example/11"]],
    });
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(coverage.sameTopic).toEqual([]);
    expect(urls(coverage.rejected)).toEqual(["https://outlet11.example/11"]);
  });

  test("is not asked of what the page's record names", async () => {
    const address = "https://outlet0.example/0";
    const story = await storyOf(changed({ 0: { related: [HEADLINES[1] as RelatedRecord] } }), {
      address,
      corrections: rejecting("outlet0.example/0"),
    });
    expect(urls(story.related)).toContain(BRIDGE[0]);
    expect(story.rejected).toEqual([]);
  });

  test("that was all there was leaves the outlet, with what was rejected", async () => {
    const coverage = await coverageIn([await openWithStories(HEADLINES)], {
      address: "https://outlet12.example/other",
      corrections: ["outlet0.example/0", "outlet1.example/1", "outlet5.example/5"].map(
        (article) => ["outlet12.example/other", article] as const,
      ),
    });
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(urls(coverage.rejected)).toEqual(BRIDGE);
  });
});
