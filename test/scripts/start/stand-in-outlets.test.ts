import { describe, expect, test } from "vitest";
import { readFeed } from "../../../core/feeds/read/read-feed.ts";
import { standInOutlets } from "../../../scripts/start/stand-in-outlets.ts";
import { STAND_IN_ARTICLES } from "../../../scripts/start/stand-in-stories.ts";

const NOW = Date.UTC(2026, 10, 23, 9);
const OUTLETS = [...new Set(STAND_IN_ARTICLES.map(({ domain }) => domain))].map((domain) => ({
  name: `Outlet of ${domain}`,
  domains: [domain],
  feed: `https://feeds.${domain}/rss.xml`,
  country: "",
  language: "en",
}));
const site = standInOutlets(OUTLETS, STAND_IN_ARTICLES, NOW);
const bodyAt = (address: string) => site(new URL(address))?.body.toString() ?? "";

describe.each(OUTLETS)("the stand-in for $name", (outlet) => {
  const bytes = new TextEncoder().encode(bodyAt(outlet.feed));
  const feed = readFeed(bytes, "", outlet.feed, { outlet, now: NOW, oldest: 0 });
  const articles = typeof feed === "string" ? [] : feed.articles;

  test("has all its articles in its feed, as they were written", () => {
    const own = STAND_IN_ARTICLES.filter(({ domain }) => outlet.domains.includes(domain));
    expect(articles.map(({ record }) => record.title).sort()).toEqual(
      own.map(({ title }) => title).sort(),
    );
  });

  test("has a page at each article's address that states that it is made up", () => {
    for (const { record } of articles) {
      const page = bodyAt(record.webUrl ?? "");
      expect(page).toContain(`<meta property="og:title" content="${record.title}">`);
      expect(page).toContain("This story is made up");
    }
  });
});

test("times are relative to now", () => {
  expect(bodyAt("https://feeds.theguardian.com/rss.xml")).toContain(
    "Mon, 23 Nov 2026 08:35:00 GMT",
  );
});

test("other addresses are not answered", () => {
  expect(site(new URL("https://www.dw.com/"))).toBeUndefined();
});
