import { describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { record } from "../../fixtures/records.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { minutesAfter } from "../story/words/headlines.ts";
import { coverageIn, FACTS, HEADLINES } from "./text-look-up.ts";

const DAY = 24 * 60;
const PAGE = "https://gazette.example/page";
const OTHER = "https://gazette.example/other";

/** The confidence that a page tells the story of one other article with the same description, and its verdict. */
async function match(
  description: string,
  page: string,
  other: string,
  days: number,
  otherUrl = OTHER,
): Promise<readonly [kind: string, confidence: number] | null> {
  const article: ArticleRecord = record(otherUrl, {
    title: other,
    excerpt: description,
    publishedDateTime: new Date(minutesAfter(days * DAY)).toISOString(),
  });
  const facts = { ...FACTS, headline: page, description, published: minutesAfter(0) };
  const coverage = await coverageIn([await openWithStories([...HEADLINES, article])], {
    facts,
    address: PAGE,
  });
  if (coverage.kind === "none") return null;
  const related = coverage.kind === "article" ? coverage.related : [];
  const found = [...related, ...coverage.sameTopic].find(({ url }) => url === otherUrl);
  if (found === undefined || found.reason.kind !== "similar-text") return null;
  return [found.reason.verdict, Number(found.reason.confidence.toFixed(2))];
}

describe("a description that two articles share", () => {
  const AUTOMATION =
    "Automate the tasks of your harbour across cranes and ferries with scripts of your own.";

  test("is no story when a release months later is about another place", async () => {
    const page = "Harbour Automation is now available in Norland North";
    const other = "Harbour Automation is now available in Norland Central";
    expect((await match(AUTOMATION, page, other, 49))?.[0]).toBe("same-topic");
  });

  test("is no story in a series, where months and numbers change", async () => {
    const page = "Harbour monthly update: May, episode four";
    const other = "Harbour monthly update: June, episode five";
    const text = "Tune in each month to stay up to date with all that is new at the harbour.";
    expect((await match(text, page, other, 30))?.[0]).toBe("same-topic");
  });

  test("is no story where it is the outlet's own", async () => {
    const text =
      "Get the latest news, sport, weather and opinion from the Gazette, your local newspaper since 1884.";
    const page = "Mayor Okafor runs charity marathon in Ashford";
    const other = "Mayor Okafor opens new hospital wing in Ashford";
    expect((await match(text, page, other, 1))?.[0]).toBe("same-topic");
  });

  test("is the same story when another outlet publishes it a week later under the same headline", async () => {
    const headline = "Harbour crane falls on ferry in Port Elwyn";
    const text = "A crane fell on a ferry in the harbour of Port Elwyn on Monday, nobody was hurt.";
    expect(await match(text, headline, headline, 8, "https://courier.example/1")).toEqual([
      "same-story",
      0.9,
    ]);
  });
});
