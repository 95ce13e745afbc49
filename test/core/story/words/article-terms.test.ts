import { expect, test } from "vitest";
import {
  countryCode,
  indexedTerms,
  pageTerms,
} from "../../../../core/story/words/article-terms.ts";
import { COUNTRIES } from "./headlines.ts";

test("words with their weights in hundredths, and countries", () => {
  const page = { title: "bridge to japan closes", published: null };
  expect(pageTerms(page, COUNTRIES)).toEqual([
    { text: "=JP", weight: 200 },
    { text: "bridge", weight: 100 },
    { text: "to", weight: 97 },
    { text: "japan", weight: 94 },
    { text: "closes", weight: 91 },
  ]);
});

test("the index keeps the 32 heaviest terms, with the first 24 words of an excerpt", () => {
  const title = "bridge closes";
  const excerpt = Array.from({ length: 60 }, (_, i) => `w${i}`).join(" ");
  const terms = indexedTerms({ title, excerpt, published: null }, COUNTRIES);
  expect(terms).toHaveLength(26);
  expect(terms.at(-1)).toEqual({ text: "w23", weight: 35 });
  const long = indexedTerms({ title: excerpt, published: null }, COUNTRIES);
  expect(long).toHaveLength(32);
});

test("a term stands for a country by its sign", () => {
  expect(countryCode("=JP")).toBe("JP");
  expect([countryCode("jp"), countryCode("jp="), countryCode("")]).toEqual([null, null, null]);
});
