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
    { text: "=JP", weight: 200, isDetail: true },
    { text: "bridge", weight: 100 },
    { text: "to", weight: 97 },
    { text: "japan", weight: 94, isCountryName: true },
    { text: "closes", weight: 91 },
  ]);
});

test("names, figures and countries of the headline are details, and a country's name is not one beside it", () => {
  const page = {
    title: "Floods of 4,200 homes reach Harwick in Japan",
    excerpt: "Selwick in Norway sent 30 boats.",
    published: null,
  };
  const details = pageTerms(page, COUNTRIES).filter(({ isDetail }) => isDetail);
  expect(details.map(({ text }) => text)).toEqual(["=JP", "harwick", "4200"]);
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
