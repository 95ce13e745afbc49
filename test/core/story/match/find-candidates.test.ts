import { describe, expect, test } from "vitest";
import { HOUR } from "../../../../core/durations.ts";
import {
  findCandidates,
  MAX_BLOCKS,
  MAX_CANDIDATES,
} from "../../../../core/story/match/find-candidates.ts";
import {
  BLOCK_ARTICLES,
  MAX_POSTINGS,
  type StorySource,
} from "../../../../core/story/match/story-source.ts";
import { pageTerms } from "../../../../core/story/words/article-terms.ts";
import type { StoryText } from "../../../../core/story/words/article-words.ts";
import { COUNTRIES, indexOf, minutesAfter } from "../words/headlines.ts";

/** Ten thousand articles, one a minute. */
function tenThousand(title: (i: number) => string) {
  return indexOf(
    Array.from({ length: 10_000 }, (_, i) => ({ title: title(i), published: minutesAfter(i) })),
  );
}

let stored: ReturnType<typeof tenThousand> | undefined;

/** An index in which all share their words. It is built once, and only for the tests that need it. */
function common() {
  stored ??= tenThousand((i) => `Storm warning number ${i}`);
  return stored;
}

async function ordinals(
  title: string,
  published: number | null,
  source: Pick<StorySource, "rarities" | "postings">,
) {
  const page: StoryText = { title, published };
  return (await findCandidates(pageTerms(page, COUNTRIES), published, source)).ordinals;
}

test("reads a bounded number of articles with a common word, those closest in time", async () => {
  const found = await ordinals("Storm warning extended", minutesAfter(5000), common());
  expect(found).toHaveLength(MAX_CANDIDATES);
  for (const ordinal of found)
    expect(Math.abs(ordinal - 5000)).toBeLessThanOrEqual(MAX_POSTINGS / 2);
});

test("reads the latest ones without a time", async () => {
  for (const ordinal of await ordinals("Storm warning extended", null, common()))
    expect(ordinal).toBeGreaterThanOrEqual(10_000 - MAX_POSTINGS);
});

test("reads few blocks of texts, those with most of the best candidates", async () => {
  const scattered = tenThousand((i) => (i % 200 === 0 ? "Flood at the weir" : `other ${i}`));
  const found = await ordinals("Flood at the weir", null, scattered);
  const blocks = new Set(found.map((ordinal) => Math.floor(ordinal / BLOCK_ARTICLES)));
  expect(blocks.size).toBe(MAX_BLOCKS);
});

test("reads at most twelve posting lists, however long the page's text", async () => {
  let asked = 0;
  const counting: Pick<StorySource, "rarities" | "postings"> = {
    rarities: () => common().rarities(),
    postings: (keys, around) => {
      asked += keys.length;
      return common().postings(keys, around);
    },
  };
  await ordinals(Array.from({ length: 60 }, (_, i) => `w${i}ord`).join(" "), null, counting);
  expect(asked).toBe(12);
});

test("learns the rarity of a term from its posting list", async () => {
  const page: StoryText = { title: "Storm number 77", published: null };
  const { terms } = await findCandidates(pageTerms(page, COUNTRIES), null, common());
  const rarity = Object.fromEntries(terms.map((term) => [term.text, term.rarity]));
  // In all articles, and in one of ten thousand: 16 × ln 10,000.
  expect(rarity).toEqual({ storm: 0, number: 0, "77": 147 });
});

describe("of a list of postings", () => {
  /** A source in which the one word that is asked for has these articles. */
  function listing(ordinals: number[], weights: number[], times: (number | null)[] = []) {
    return {
      rarities: async () => ({ articles: 2000, key: () => 80, trigram: () => 80 }),
      postings: async () => [{ total: 20, ordinals, times, weights }],
    };
  }
  const terms = [{ text: "weir", weight: 100 }];

  test("the heavier articles come first, and of equal ones the later", async () => {
    const found = await findCandidates(terms, null, listing([3, 5, 7, 9], [20, 40, 40, 30]));
    expect(found.ordinals).toEqual([7, 5, 9, 3]);
    expect(found.terms).toEqual([{ text: "weir", weight: 100, rarity: 74 }]);
  });

  test("those closer in time come first", async () => {
    const times = [0, 48 * HOUR, null];
    const found = await findCandidates(terms, 0, listing([1, 2, 3], [40, 100, 39], times));
    expect(found.ordinals).toEqual([3, 1, 2]);
  });

  test("the page itself is left out", async () => {
    const found = await findCandidates(terms, null, listing([0, 1], [20, 40]), 0);
    expect(found.ordinals).toEqual([1]);
  });

  test("forty articles are compared, those that score most", async () => {
    const ordinals = Array.from({ length: 60 }, (_, i) => i);
    const found = await findCandidates(terms, null, listing(ordinals, ordinals));
    expect(found.ordinals).toEqual(ordinals.slice(20).reverse());
  });

  test("the blocks are those with the highest sum of scores", async () => {
    // A heavy article in each of twelve blocks, and two in a thirteenth that weigh more together.
    const heavy = Array.from({ length: 12 }, (_, i) => 64 * (i + 1));
    const weights = heavy.map((_, i) => 50 + i);
    const found = await findCandidates(
      terms,
      null,
      listing([0, 63, ...heavy], [30, 31, ...weights]),
    );
    expect(found.ordinals).toEqual([...heavy.slice(1).reverse(), 63, 0]);
  });
});

test("scores of several keys add up", async () => {
  const source = {
    rarities: async () => ({ articles: 2000, key: () => 80, trigram: () => 80 }),
    postings: async (keys: readonly number[]) =>
      keys.map((_, i) => ({
        total: 20,
        ordinals: i === 0 ? [1, 2] : [2, 3],
        times: [],
        weights: i === 0 ? [30, 20] : [20, 25],
      })),
  };
  const terms = ["weir", "ferry"].map((text) => ({ text, weight: 100 }));
  expect((await findCandidates(terms, null, source)).ordinals).toEqual([2, 1, 3]);
});
