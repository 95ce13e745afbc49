import { describe, expect, test } from "vitest";
import { Corrections } from "../../../core/corrections/corrections.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { seedRecord } from "../../fixtures/records.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { COUNTRIES } from "../story/words/headlines.ts";

/** What the bundled record, all of whose articles tell one story, shows on a page that it does not name. */
async function outletsFor(headline: string): Promise<string[]> {
  const coverage = await findCoverage(
    [await openWithStories([seedRecord()])],
    "https://futurism.com/unlisted",
    [],
    {
      facts: {
        headline,
        description: "",
        published: Date.UTC(2022, 3, 15, 20),
        language: "en",
        outlet: "",
        type: "article",
        marks: [],
      },
      readCorrections: async () => new Corrections([]),
      loadCountryNames: async () => COUNTRIES,
    },
  );
  return coverage.kind === "article" ? coverage.related.map(({ outlet }) => outlet.name) : [];
}

describe("a data set of one story", () => {
  test.each([
    "Ukraine uses facial recognition software to identify dead Russian soldiers",
    "Ukraine identifies fallen Russian soldiers by facial recognition, and tells their mothers",
  ])("is shown on a page that tells it: %s", async (headline) => {
    expect(await outletsFor(headline)).toEqual([
      "Washington Examiner",
      "Futurism",
      "Business Insider",
    ]);
  });

  test.each([
    "Robots learn to fold the laundry",
    "How to identify the best software for your mother",
    "Russian troops leave the region around Kyiv",
  ])("is not shown on a page that tells another: %s", async (headline) => {
    expect(await outletsFor(headline)).toEqual([]);
  });
});
