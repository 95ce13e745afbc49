import { describe, expect, test } from "vitest";
import { type AlternateLink, feedLinks } from "../../../core/offer/feed-links.ts";

const ADDRESS = "https://gazette.example/2026/ferry/";
const LINK: AlternateLink = {
  type: "application/rss+xml",
  title: "The Gazette",
  href: "https://gazette.example/rss",
};
const feedsOf = (...links: Partial<AlternateLink>[]) =>
  feedLinks(
    links.map((link) => ({ ...LINK, ...link })),
    ADDRESS,
    true,
  );

describe("a link is a feed", () => {
  test.each([
    "application/rss+xml",
    "application/atom+xml; charset=utf-8",
    "APPLICATION/FEED+JSON",
    "text/xml",
    "application/xml",
  ])("of the type %s", (type) => {
    expect(feedsOf({ type })).toEqual([
      { title: "The Gazette", feed: "https://gazette.example/rss" },
    ]);
  });

  test("of JSON that is named a feed", () => {
    const href = "https://gazette.example/feed.json";
    expect(feedsOf({ type: "application/json", href })).toEqual([
      { title: "The Gazette", feed: href },
    ]);
  });

  test("with https for http", () => {
    expect(feedsOf({ href: "http://gazette.example/rss" })[0]?.feed).toBe(
      "https://gazette.example/rss",
    );
  });

  test("without a title", () => {
    expect(feedsOf({ title: "" })).toEqual([{ title: "", feed: "https://gazette.example/rss" }]);
  });

  test("with a title that is one plain line", () => {
    expect(feedsOf({ title: " The\u202e \n Gazette " })[0]?.title).toBe("The Gazette");
  });
});

describe("a link is not a feed", () => {
  test.each<[string, Partial<AlternateLink>]>([
    ["of another type", { type: "application/pdf" }],
    [
      "of WordPress' interface",
      { type: "application/json", href: "https://gazette.example/wp-json/wp/v2/posts/7" },
    ],
    ["of oEmbed", { type: "application/json+oembed", href: "https://gazette.example/feed" }],
    ["of an XML that is another thing", { type: "text/xml+oembed" }],
    ["to a file", { href: "file:///rss" }],
    ["to a script", { href: "javascript:alert(1)" }],
    ["into a private network", { href: "https://192.168.1.1/rss" }],
    ["with a password", { href: "https://me:secret@gazette.example/rss" }],
    ["to nowhere", { href: "" }],
    ["to all comments", { href: "https://gazette.example/comments/feed/" }],
    ["to an article's comments", { href: "https://gazette.example/2026/ferry/feed/" }],
    ["to an article's comments by its number", { href: "https://gazette.example/?feed=rss2&p=7" }],
    ["to all comments by a parameter", { href: "https://gazette.example/?feed=comments-rss2" }],
    [
      "to an article's comments at Blogger",
      { href: "https://gazette.example/feeds/12345/comments/default" },
    ],
  ])("%s", (_, link) => {
    expect(feedsOf(link)).toEqual([]);
  });
});

test("a feed that is linked twice is listed once", () => {
  expect(feedsOf({}, { title: "Again" })).toHaveLength(1);
});

test("at most eight feeds are offered", () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ href: `https://gazette.example/${i}` }));
  expect(feedsOf(...many)).toHaveLength(8);
});

describe("a page that is not an article", () => {
  test.each([
    ["the home page", "/", "/feed/"],
    ["the home page of a language", "/en/", "/en/feed/"],
    ["a home page that is not at the top", "/blog", "/blog/feed"],
    ["a section", "/category/politics/", "/category/politics/feed/"],
  ])("offers its own feed: %s", (_, page, feed) => {
    const address = `https://gazette.example${page}`;
    const href = `https://gazette.example${feed}`;
    expect(feedLinks([{ ...LINK, href }], address, false)).toHaveLength(1);
  });

  test.each(["Gazette » The ferry Comments Feed", "Gazette » La traversée Flux des commentaires"])(
    "as far as is known has comments all the same where the feed says so: %s",
    (title) => {
      const link = { ...LINK, title, href: "https://gazette.example/ferry/feed/" };
      expect(feedLinks([link], "https://gazette.example/ferry/", false)).toEqual([]);
    },
  );
});

test("an article offers a feed that is only named like its address", () => {
  const href = "https://gazette.example/2026/ferry/feed.xml";
  expect(feedsOf({ href })).toHaveLength(1);
});

test.each(["https://gazette.example/?feed=rss2", "https://gazette.example/feed?p=2"])(
  "an article offers a feed of the site with a parameter: %s",
  (href) => {
    expect(feedsOf({ href })).toHaveLength(1);
  },
);
