// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { alternateLinks } from "../../../core/offer/feed-links.ts";
import { readAlternateLinks } from "../../../platform/content-script/read-alternate-links.ts";

/** The feed links of a page with this head, at `https://a.example/news/1`. */
function linksOf(head: string) {
  const page = `<!doctype html><head><base href="https://a.example/news/1">${head}</head><body></body>`;
  return readAlternateLinks(new DOMParser().parseFromString(page, "text/html"));
}

test("a link to another form of the page is reported with its absolute address", () => {
  const head =
    '<link rel="Alternate" type="application/rss+xml" title=" The Gazette " href="/rss">';
  expect(linksOf(head)).toEqual([
    { type: "application/rss+xml", title: "The Gazette", href: "https://a.example/rss" },
  ]);
});

describe("a link is not reported", () => {
  test.each([
    ["of another relation", '<link rel="alternates" type="application/rss+xml" href="/rss">'],
    ["to the page in another language", '<link rel="alternate" hreflang="fr" href="/fr/1">'],
    ["to another form for the screen", '<link rel="alternate" type="text/html" href="/m/1">'],
    [
      "that is over-long",
      `<link rel="alternate" type="application/rss+xml" href="/${"x".repeat(4097)}">`,
    ],
  ])("%s", (_, head) => {
    expect(linksOf(head)).toEqual([]);
  });
});

test("the links that are reported are bounded, and valid in the protocol", () => {
  const link = `<link rel="alternate" type="application/rss+xml" title="${"x".repeat(5000)}" href="/rss">`;
  const links = linksOf(link.repeat(600));
  expect(links).toHaveLength(40);
  expect(alternateLinks.safeParse(links).success).toBe(true);
});
