import { describe, expect, test } from "vitest";
import { mainHost, outletDomains } from "../../../core/url/outlet-domains.ts";
import { urlIdentity, urlKey } from "../../../core/url/url-key.ts";

test.each([
  ["bbc.co.uk", "bbc.com"],
  ["news.bbc.co.uk", "news.bbc.com"],
  ["bbc.com", "bbc.com"],
  ["notbbc.co.uk", "notbbc.co.uk"],
  ["abcnews.go.com", "abcnews.com"],
  ["espn.go.com", "espn.go.com"],
  ["m.economictimes.com", "m.economictimes.indiatimes.com"],
  ["courier.example", "courier.example"],
])("%s is on the main domain: %s", (host, main) => {
  expect(mainHost(host)).toBe(main);
});

test.each([
  ["bbc.com", ["bbc.com", "bbc.co.uk"]],
  ["bbc.co.uk", ["bbc.com", "bbc.co.uk"]],
  ["news.bbc.co.uk", ["bbc.com", "bbc.co.uk"]],
  ["abcnews.go.com", ["abcnews.com", "abcnews.go.com"]],
  ["courier.example", ["courier.example"]],
])("the outlet of %s is on %j", (domain, domains) => {
  expect(outletDomains(domain)).toEqual(domains);
});

describe("an article of an outlet on several domains", () => {
  test("has one key", () => {
    expect(urlIdentity("https://www.bbc.co.uk/news/articles/c1")).toEqual({
      key: "bbc.com/news/articles/c1",
      host: "bbc.com",
      rendition: "page",
    });
    expect(urlKey("https://www.bbc.com/news/articles/c1?at_medium=RSS")).toBe(
      "bbc.com/news/articles/c1",
    );
  });

  test("has one key within a web archive too", () => {
    expect(urlKey("https://web.archive.org/web/2026/https://www.bbc.co.uk/news/articles/c1")).toBe(
      "bbc.com/news/articles/c1",
    );
  });

  test("keeps its key apart from other paths and other hosts", () => {
    expect(urlKey("https://www.bbc.co.uk/news/articles/c2")).toBe("bbc.com/news/articles/c2");
    expect(urlKey("https://bbc.co.uk.example/news/articles/c1")).toBe(
      "bbc.co.uk.example/news/articles/c1",
    );
  });
});
