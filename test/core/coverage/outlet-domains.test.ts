import { describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { record } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";

const AT_COM = "https://www.bbc.com/news/articles/c1";
const AT_UK = "https://www.bbc.co.uk/news/articles/c1";
const ferry = (address: string, related: string[] = []) =>
  record(address, {
    title: "The ferry returns",
    provider: { name: "BBC News", domain: new URL(address).hostname },
    related: related.map((other) => record(other)),
  });

describe("an outlet on two domains", () => {
  test.each([AT_COM, AT_UK])("has its article, whichever address is open: %s", async (address) => {
    const coverage = await findCoverage([await openSegment([ferry(AT_UK)])], address, []);
    expect(coverage).toMatchObject({
      kind: "article",
      site: "bbc.com",
      match: { address: "page", rendition: "page" },
      page: { title: "The ferry returns", url: AT_UK },
    });
  });

  test("has it once, though each data set has it under another address", async () => {
    const named = "https://other.example/ferry";
    const segments = [
      await openSegment([record(named, { related: [ferry(AT_COM)] })], "one"),
      await openSegment([record(named, { related: [ferry(AT_UK)] })], "two"),
    ];
    expect(await findCoverage(segments, named, [])).toMatchObject({
      related: [{ url: AT_COM, dataSets: ["one", "two"] }],
    });
  });

  test("is found by the address that its page on the other domain claims", async () => {
    const claims = [{ source: "canonical", url: AT_COM }] as const;
    const segments = [await openSegment([ferry(AT_UK)])];
    const page = "https://www.bbc.co.uk/news/live/c1";
    expect(await findCoverage(segments, page, claims)).toMatchObject({
      match: { address: "canonical" },
    });
  });

  test.each(["https://www.bbc.com/", "https://news.bbc.co.uk/sport"])(
    "is one outlet with the articles of both, seen from %s",
    async (address) => {
      const second = ferry("https://www.bbc.com/news/articles/c2");
      const segments = [await openSegment([ferry(AT_UK), second])];
      expect(await findCoverage(segments, address, [])).toMatchObject({
        kind: "outlet",
        site: "bbc.com",
        name: "BBC News",
        ratings: [{ articles: 2 }],
        latest: [{ url: AT_UK }, { url: second.webUrl }],
      });
    },
  );

  test.each(["https://abcnews.go.com/unknown", "https://abcnews.com/unknown"])(
    "is found at a domain below somebody else's, from %s",
    async (address) => {
      const segments = [await openSegment([record("https://abcnews.go.com/US/story")])];
      expect(await segments[0]?.patterns()).toEqual([
        "*://*.abcnews.com/*",
        "*://*.abcnews.go.com/*",
      ]);
      expect(await findCoverage(segments, address, [])).toMatchObject({
        kind: "outlet",
        site: "abcnews.com",
        ratings: [{ articles: 1 }],
      });
    },
  );

  test("is found by an address that leads to its domain for phones", async () => {
    const segments = [await openSegment([record("https://m.economictimes.com/news/1.cms")])];
    const unknown = "https://economictimes.indiatimes.com/news/2.cms";
    expect(await findCoverage(segments, unknown, [])).toMatchObject({
      kind: "outlet",
      site: "indiatimes.com",
    });
  });
});
