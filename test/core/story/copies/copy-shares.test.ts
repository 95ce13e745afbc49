import { describe, expect, test } from "vitest";
import { HOUR } from "../../../../core/durations.ts";
import type { CopyText } from "../../../../core/story/copies/fingerprint.ts";
import { foldCopies, isSameText } from "../../../../core/story/copies/near-copies.ts";

/** When the first of two articles is published. */
const NOON = Date.UTC(2026, 2, 2, 12);
/** Twelve words: ten sequences of three. */
const TEXT = "cracked bridge closes harbour traffic today while engineers examine every rusty pier";
const OTHER = "ministers debate winter budget after fierce night session ended without result";

/** An article of an outlet of its own. */
function article(
  outlet: number,
  title: string,
  excerpt: string,
  published: number | null = NOON,
): CopyText {
  return { title, excerpt, published, outlet: { name: "", domain: `outlet${outlet}.example` } };
}

/** The text with its first words kept and others behind them. */
function firstWords(kept: number): string {
  return [...TEXT.split(" ").slice(0, kept), ...OTHER.split(" ").slice(0, 12 - kept)].join(" ");
}

describe("two texts under one headline", () => {
  const TITLE = "Cracked bridge closes harbour";
  const fold = (excerpt: string) =>
    foldCopies([article(1, TITLE, TEXT), article(2, TITLE, excerpt)]);

  test("are copies when seven of ten sequences of three words are the same", () => {
    expect(fold(firstWords(9))).toEqual([[0, 1]]);
  });

  test("are copies when six of ten are the same", () => {
    expect(fold(firstWords(8))).toEqual([[0, 1]]);
  });

  test("are not copies when five of ten are the same", () => {
    expect(fold(firstWords(7))).toEqual([[0], [1]]);
  });
});

describe("two agency texts of one agency", () => {
  const fold = (kept: number) =>
    foldCopies([
      article(1, "Bridge closes", `${TEXT}. (dpa)`),
      article(2, "Harbour traffic", `${firstWords(kept)}. (dpa)`),
    ]);

  test("are copies when more than a quarter is the same", () => {
    expect(fold(6)).toEqual([[0, 1]]);
  });

  test("are not copies when less is the same", () => {
    expect(fold(4)).toEqual([[0], [1]]);
  });
});

describe("two headlines without a text", () => {
  const TITLE = "Cracked bridge closes harbour traffic today";
  const fold = (title: string, published = NOON) =>
    foldCopies([article(1, TITLE, ""), article(2, title, "", published)]);

  test("are copies when three of four sequences of three words are the same", () => {
    expect(fold("Cracked bridge closes harbour traffic again")).toEqual([[0, 1]]);
  });

  test("are not copies when two of four are the same", () => {
    expect(fold("Cracked bridge closes harbour again today")).toEqual([[0], [1]]);
  });

  test("are copies up to twelve hours apart", () => {
    expect(fold(TITLE, NOON + 12 * HOUR)).toEqual([[0, 1]]);
    expect(fold(TITLE, NOON + 12 * HOUR + 1)).toEqual([[0], [1]]);
  });
});

describe("one text at two outlets on one day", () => {
  const isSame = (one: string, other: string) =>
    isSameText(article(1, one, TEXT), article(2, other, TEXT, NOON + HOUR));

  test("is one story when the headlines share two words of five", () => {
    expect(
      isSame("Cracked bridge closes harbour traffic", "Cracked bridge upsets local ministers"),
    ).toBe(true);
  });

  test("is not one story when they share two words of six", () => {
    expect(
      isSame(
        "Cracked bridge closes harbour traffic today",
        "Cracked bridge upsets local ministers badly",
      ),
    ).toBe(false);
  });
});

describe("a text that its outlet publishes again", () => {
  const isSame = (title: string, published: number | null) =>
    isSameText(
      article(1, "Cracked bridge closes harbour traffic", TEXT),
      article(1, title, TEXT, published),
    );

  test("is the same article up to a day later", () => {
    expect(isSame("Cracked bridge closes harbour traffic", NOON + 24 * HOUR)).toBe(true);
    expect(isSame("Cracked bridge closes harbour traffic", NOON + 24 * HOUR + 1)).toBe(false);
  });

  test("is another article without times", () => {
    expect(isSame("Cracked bridge closes harbour traffic", null)).toBe(false);
  });

  test("is the same article when the headlines share three words of five", () => {
    expect(isSame("Cracked bridge closes schools early", NOON + HOUR)).toBe(true);
  });

  test("is another article when they share two words of five", () => {
    expect(isSame("Cracked bridge upsets local ministers", NOON + HOUR)).toBe(false);
  });
});

test("copies of a copy are in its group, even when they share little with the first", () => {
  const words =
    "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike neptune oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu".split(
      " ",
    );
  const parts = [
    [0, 12],
    [12, 26],
    // Overlaps with both of these.
    [4, 22],
    // Is similar to the third only.
    [8, 18],
    // Is similar to the second only.
    [16, 26],
  ].map(([from = 0, to], i) =>
    article(i, words.slice(from, from + 2).join(" "), words.slice(from, to).join(" ")),
  );
  expect(foldCopies(parts)).toEqual([[0, 1, 2, 3, 4]]);
  expect(foldCopies(parts.filter((_, i) => i !== 2))).toEqual([[0], [1, 3], [2]]);
});
