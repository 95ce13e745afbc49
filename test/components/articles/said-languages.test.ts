import { expect, test } from "vitest";
import { saidLanguages } from "../../../components/articles/said-languages.ts";

const said = (own: string, ...languages: (string | null)[]) => [
  ...saidLanguages(
    languages.map((language) => ({ language })),
    own,
  ),
];

test("in a list in several languages, all but the user's own are said", () => {
  expect(said("en-GB", "en", "fr", "fr", null, "ar")).toEqual(["fr", "ar"]);
  expect(said("de", "en", "fr")).toEqual(["en", "fr"]);
});

test("where all articles that state a language are in one, it is not said", () => {
  expect(said("en", "fr", "fr", null)).toEqual([]);
  expect(said("en")).toEqual([]);
});
