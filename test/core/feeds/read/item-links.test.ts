import { describe, expect, test } from "vitest";
import { isHomePage, itemAddress } from "../../../../core/feeds/read/item-link.ts";
import { readFeed } from "../../../../core/feeds/read/read-feed.ts";
import { item, NOW, records, rss } from "./reading.ts";

const BASE = "https://tribune.example/feeds/all";
const addressOf = (written: string) => itemAddress(written, BASE, ["tribune.example"]);

describe("an item's address", () => {
  test.each([
    ["is absolute", "https://tribune.example/ice", "https://tribune.example/ice"],
    ["is relative", "/ice", "https://tribune.example/ice"],
    ["is a relative file", "ice.html", "https://tribune.example/feeds/ice.html"],
    ["has no scheme but www", "www.herald.example/ice", "https://www.herald.example/ice"],
    ["has no scheme but the outlet's domain", "m.tribune.example/a", "https://m.tribune.example/a"],
    ["has its scheme twice", "https://https://tribune.example/a", "https://tribune.example/a"],
    ["has two schemes", "http://https://tribune.example/a", "https://tribune.example/a"],
    [
      "has two, one without a colon",
      "http://https//tribune.example/a",
      "https://tribune.example/a",
    ],
    ["has no colon", "https//tribune.example/a", "https://tribune.example/a"],
    ["is escaped", "/a?b=1&amp;c=2&#38;d=3", "https://tribune.example/a?b=1&c=2&d=3"],
    ["is escaped twice", "/a?b=1&amp;amp;c=2", "https://tribune.example/a?b=1&c=2"],
    [
      "is a search engine's redirect",
      "https://www.google.com/url?sa=t&url=https://tribune.example/a&ct=ga",
      "https://tribune.example/a",
    ],
    [
      "is another search engine's",
      "http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2ftribune.example%2fa",
      "https://tribune.example/a",
    ],
  ])("%s", (_, written, address) => {
    expect(addressOf(written)).toBe(address);
  });

  test.each([
    "javascript:alert(1)",
    "https://10.0.0.1/a",
    "https://www.google.com/url?url=http://192.168.0.1/",
  ])("is none: %s", (written) => {
    expect(addressOf(written)).toBeNull();
  });

  test("is a redirect's own when that names no page", () => {
    const written = "https://www.google.com/url?url=javascript:alert(1)";
    expect(addressOf(written)).toBe(written);
  });

  test("of another site may name the outlet's without being its", () => {
    const written = "https://herald.example/share?url=https://tribune.example/a";
    expect(addressOf(written)).toBe(written);
  });
});

test("a home page is an address with neither path nor query", () => {
  expect(isHomePage("https://tribune.example/")).toBe(true);
  expect(isHomePage("https://tribune.example/?p=7")).toBe(false);
  expect(isHomePage("https://tribune.example/a")).toBe(false);
});

describe("items that all link to one page are known by their ids", () => {
  test.each([
    "https://tribune.example/",
    "https://tribune.example",
    "https://tribune.example/news",
  ])("%s", (page) => {
    const one = (path: string) =>
      item(
        `<title>${path}</title><link>${page}</link><guid>https://tribune.example/${path}</guid>`,
      );
    expect(records(rss(one("ice") + one("snow"))).map(({ webUrl }) => webUrl)).toEqual([
      "https://tribune.example/ice",
      "https://tribune.example/snow",
    ]);
  });
});

describe("an entry of Atom is at", () => {
  const atom = (link: string) =>
    records(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>Ice</title><id>urn:1</id>${link}</entry></feed>`,
    )[0]?.webUrl;

  test.each([
    ["the text of its link", "<link>https://tribune.example/ice</link>"],
    [
      "a link whose relation is an address",
      '<link rel="http://www.iana.org/assignments/relation/alternate" href="/ice"/>',
    ],
    ["a link without relation", '<link rel="" href="/ice"/>'],
    ["the only link, to itself", '<link rel="self" href="https://tribune.example/ice"/>'],
    [
      "its page rather than itself",
      '<link rel="self" href="/ice.atom"/><link rel="Alternate" href="https://tribune.example/ice"/>',
    ],
  ])("%s", (_, link) => {
    expect(atom(link)?.replace("feeds.", "")).toBe("https://tribune.example/ice");
  });
});

test("what looks like an entity in an address is a parameter", () => {
  const link = "https://tribune.example/a?id=1&copy=2&reg=3;x=4";
  expect(records(rss(item(`<link>${link}</link>`)))[0]?.webUrl).toBe(link);
});

test("a link of RSS may be written as Atom's", () => {
  const parts = '<link href="https://tribune.example/ice?a=1&sect=2"/>';
  expect(records(rss(item(parts)))[0]?.webUrl).toBe("https://tribune.example/ice?a=1&sect=2");
});

test("an outlet that is known to be on several domains is read from all of them", () => {
  const feed = rss(item("<link>https://www.bbc.co.uk/news/articles/c1</link>"));
  const outlet = { name: "BBC", domains: ["bbc.com"] };
  const address = "https://feeds.bbci.co.uk/news/rss.xml";
  const bytes = new TextEncoder().encode(feed);
  expect(readFeed(bytes, "", address, { outlet, now: NOW, oldest: 0 })).toMatchObject({
    articles: [{ record: { webUrl: "https://www.bbc.co.uk/news/articles/c1" } }],
  });
});
