import { describe, expect, test } from "vitest";
import type { KnownSummary, MatchReason } from "../../../core/coverage/coverage.ts";
import { foldStory } from "../../../core/coverage/fold-story.ts";
import type { StoryArticle } from "../../../core/coverage/rank-story.ts";
import { NO_DETAILS } from "../../../core/segment/article-summary.ts";

const NAMED: MatchReason = { kind: "named-by-page" };
const found = (confidence: number): MatchReason => ({
  kind: "similar-text",
  verdict: "same-story",
  confidence,
  shared: [],
});

/** Texts that share no three words. */
const TEXTS = {
  agency: "Engineers found cracks in two piers of the harbour bridge on Monday morning",
  mayor: "Mayor Quill told reporters that nobody would cross before next spring at least",
  ferry: "Commuters queued for a small boat while buses took the long way around town",
  cost: "Repairs will need forty million, the council heard in a closed evening meeting",
  history: "Built by prisoners ninety years ago, it has outlived three rivals upstream",
} as const;

function article(url: string, text: keyof typeof TEXTS, published: number | null): KnownSummary {
  return {
    ...NO_DETAILS,
    title: `${TEXTS[text].slice(0, 30)} ${url}`,
    excerpt: TEXTS[text],
    url: `https://${url}.example/`,
    published,
    outlet: { name: url, domain: `${url}.example` },
    dataSets: ["mine"],
    band: null,
    thirds: null,
  };
}

function related(
  url: string,
  text: keyof typeof TEXTS,
  published: number | null = null,
  reason: MatchReason = found(0.9),
): StoryArticle {
  return { article: article(url, text, published), reason };
}

function fold(page: KnownSummary, others: readonly StoryArticle[]) {
  const { related: folded, counts } = foldStory(page, others);
  const name = ({ url }: KnownSummary) => new URL(url).hostname.replace(".example", "");
  const entries = folded.map((one) => [
    name(one.article),
    (one.copies ?? []).map((copy) => name(copy.article)),
  ]);
  return { entries, counts };
}

const PAGE = article("page", "history", 0);

describe("copies of one text", () => {
  test("are one entry, the earliest, and counted once", () => {
    const others = [
      related("b", "agency", 20),
      related("a", "agency", 10),
      related("c", "agency", 30),
    ];
    expect(fold(PAGE, others)).toEqual({
      entries: [["a", ["b", "c"]]],
      counts: { articles: 4, independent: 2 },
    });
  });

  test("whose time is not known come last", () => {
    const others = [related("b", "agency"), related("a", "agency", 10)];
    expect(fold(PAGE, others).entries).toEqual([["a", ["b"]]]);
  });

  test("are represented by the one that a record names, even if it is later", () => {
    const others = [related("a", "agency", 10), related("b", "agency", 20, NAMED)];
    expect(fold(PAGE, others).entries).toEqual([["b", ["a"]]]);
  });

  test("keep the reason for which each was found", () => {
    const others = [related("a", "agency", 10), related("b", "agency", 20, NAMED)];
    expect(foldStory(PAGE, others).related[0]?.copies?.map(({ reason }) => reason)).toEqual([
      found(0.9),
    ]);
  });

  test("of the page's own text are one entry of their own, and no text more", () => {
    const others = [related("a", "history", 10), related("b", "history", 20)];
    expect(fold(PAGE, others)).toEqual({
      entries: [["a", ["b"]]],
      counts: { articles: 3, independent: 1 },
    });
  });
});

test("twelve articles of five texts", () => {
  const others = [
    ...["a", "b", "c", "d"].map((url, i) => related(url, "agency", i)),
    ...["e", "f", "g"].map((url, i) => related(url, "mayor", i)),
    ...["h", "i"].map((url, i) => related(url, "ferry", i)),
    related("j", "cost", 0),
    related("k", "history", 5),
  ];
  expect(fold(PAGE, others)).toEqual({
    entries: [
      ["k", []],
      ["a", ["b", "c", "d"]],
      ["e", ["f", "g"]],
      ["h", ["i"]],
      ["j", []],
    ],
    counts: { articles: 12, independent: 5 },
  });
});

test("a story of the page alone", () => {
  expect(fold(PAGE, [])).toEqual({ entries: [], counts: { articles: 1, independent: 1 } });
});

describe("independent voices", () => {
  const at = (domain: string, text: keyof typeof TEXTS, published: number | null = null) => {
    const one = related(domain.replaceAll(".", "-"), text, published);
    return { ...one, article: { ...one.article, outlet: { name: domain, domain } } };
  };
  const voices = (...others: readonly StoryArticle[]) =>
    foldStory(PAGE, others).counts.independent - 1;

  test("are two for outlets of two owners", () => {
    expect(voices(at("bild.de", "mayor"), at("spiegel.de", "ferry"))).toBe(2);
  });

  test("are one for outlets of one owner, though each has a text of its own", () => {
    expect(voices(at("bild.de", "mayor"), at("welt.de", "ferry"))).toBe(1);
  });

  test("are one for two texts of one outlet, on whichever of its domains", () => {
    expect(voices(at("bbc.com", "mayor"), at("bbc.co.uk", "ferry"))).toBe(1);
  });

  test("are those of the earliest articles: who copied a text counts only for another one", () => {
    const copied = [at("bild.de", "agency", 2), at("spiegel.de", "agency", 1)];
    expect(voices(...copied, at("welt.de", "ferry"))).toBe(2);
    expect(voices(...copied, at("spiegel.de", "ferry"))).toBe(1);
  });
});
