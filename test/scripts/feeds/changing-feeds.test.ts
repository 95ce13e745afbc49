import { describe, expect, test } from "vitest";
import { readFeed } from "../../../core/feeds/read/read-feed.ts";
import { ChangingFeeds, outletDomain } from "../../../scripts/bench/feeds/changing-feeds.ts";

const NOW = Date.UTC(2026, 10, 23, 9);
const TITLES = ["Harbour & port", "Bridge", "Ferry", "Tunnel", "Lock"];

/** Three feeds of two items each. */
const start = () => new ChangingFeeds({ feeds: 3, items: 2 }, TITLES, NOW);
const articlesOf = (feeds: ChangingFeeds, feed: number) => {
  const bytes = new TextEncoder().encode(feeds.answer(feed, undefined)?.body);
  const domain = outletDomain(feed);
  const outlet = { name: "Outlet", domains: [domain] };
  const read = readFeed(bytes, "", `https://${domain}/`, { outlet, now: NOW, oldest: 0 });
  if (typeof read === "string") throw new Error(read);
  return read.articles.map(({ record }) => [record.title, record.publishedDateTime]);
};

test("the items from the start are of the two days before, the newest first", () => {
  expect(articlesOf(start(), 0)).toEqual([
    ["Tunnel", "2026-11-22T09:00:00Z"],
    ["Harbour & port", "2026-11-21T09:00:00Z"],
  ]);
});

describe("a change", () => {
  test("adds an item to the next feeds and removes their oldest", () => {
    const feeds = start();
    feeds.change(2, NOW);
    expect(articlesOf(feeds, 0)).toEqual([
      ["Bridge", "2026-11-23T09:00:00Z"],
      ["Tunnel", "2026-11-22T09:00:00Z"],
    ]);
    feeds.change(1, NOW);
    expect(articlesOf(feeds, 2)[0]).toEqual(["Tunnel", "2026-11-23T09:00:00Z"]);
  });

  test("gives an address that no other item has", () => {
    const feeds = start();
    const before = feeds.addresses();
    feeds.change(3, NOW);
    expect(new Set([...before, ...feeds.addresses()]).size).toBe(9);
  });
});

describe("a feed that the browser has", () => {
  test("is not sent again, unless servers do not support that", () => {
    const feeds = start();
    const { etag } = feeds.answer(1, undefined) ?? {};
    expect(feeds.answer(1, etag)).toEqual({ status: 304, etag, body: "" });
    feeds.saysUnchanged = false;
    expect(feeds.answer(1, etag)).toMatchObject({ status: 200, etag });
  });

  test("is sent when it has changed", () => {
    const feeds = start();
    const { etag } = feeds.answer(0, undefined) ?? {};
    feeds.change(1, NOW);
    expect(feeds.answer(0, etag)).toMatchObject({ status: 200 });
  });
});

test("there is no other feed", () => {
  expect(start().answer(3, undefined)).toBeUndefined();
});
