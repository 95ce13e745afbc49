import { describe, expect, test } from "vitest";
import { type AlternateLink, feedLinks } from "../../../core/page/feed-links.ts";

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
  );

describe("a link is a feed", () => {
  test.each([
    "application/rss+xml",
    "application/atom+xml; charset=utf-8",
    "APPLICATION/FEED+JSON",
  ])("of the type %s", (type) => {
    expect(feedsOf({ type })).toEqual([
      { title: "The Gazette", feed: "https://gazette.example/rss" },
    ]);
  });

  test("of JSON that calls itself one", () => {
    const href = "https://gazette.example/feed.json";
    expect(feedsOf({ type: "application/json", href })).toEqual([
      { title: "The Gazette", feed: href },
    ]);
  });

  test("without a title", () => {
    expect(feedsOf({ title: "" })).toEqual([{ title: "", feed: "https://gazette.example/rss" }]);
  });

  test("with a title that is one plain line", () => {
    expect(feedsOf({ title: " The\u202e \n Gazette " })[0]?.title).toBe("The Gazette");
  });
});

describe("a link is none", () => {
  test.each<[string, Partial<AlternateLink>]>([
    ["of another type", { type: "application/pdf" }],
    [
      "of WordPress' interface",
      { type: "application/json", href: "https://gazette.example/wp-json/wp/v2/posts/7" },
    ],
    ["of oEmbed", { type: "application/json+oembed", href: "https://gazette.example/feed" }],
    ["without https", { href: "http://gazette.example/rss" }],
    ["to a script", { href: "javascript:alert(1)" }],
    ["into a private network", { href: "https://192.168.1.1/rss" }],
    ["with a password", { href: "https://me:secret@gazette.example/rss" }],
    ["to nowhere", { href: "" }],
    ["to all comments", { href: "https://gazette.example/comments/feed/" }],
    ["to the page's comments", { href: "https://gazette.example/2026/ferry/feed/" }],
  ])("%s", (_, link) => {
    expect(feedsOf(link)).toEqual([]);
  });
});

test("a feed that is linked twice is one", () => {
  expect(feedsOf({}, { title: "Again" })).toHaveLength(1);
});

test("of many feeds eight are offered", () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ href: `https://gazette.example/${i}` }));
  expect(feedsOf(...many)).toHaveLength(8);
});

test("the home page has no comments of its own: its feed is the outlet's", () => {
  const feed = "https://gazette.example/feed/";
  expect(feedLinks([{ ...LINK, href: feed }], "https://gazette.example/")).toHaveLength(1);
});
