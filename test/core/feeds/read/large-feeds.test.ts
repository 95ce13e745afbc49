import { describe, expect, test } from "vitest";
import { MINUTE } from "../../../../core/durations.ts";
import { sampleOf } from "../../../sample.ts";
import { content, item, numbered, numberedLink, read, rss } from "./reading.ts";

describe("of many items", () => {
  test("the newest thousand are read", () => {
    const day = (i: number) => new Date(Date.UTC(2026, 10, 1) - i * MINUTE).toUTCString();
    const { articles, leftOut } = content(
      numbered(1500, (i) => `${numberedLink(i)}<pubDate>${day(1499 - i)}</pubDate>`),
    );
    expect(articles).toHaveLength(1000);
    expect(articles[0]?.record.title).toBe("Title 1499");
    expect(articles[999]?.record.title).toBe("Title 500");
    expect(leftOut).toEqual({ otherSite: 0, unusable: 0, old: 500 });
  });

  test("a very large number is read in bounded time", () => {
    const count = sampleOf(100_000, 1_000_000);
    expect(content(rss("<item/>".repeat(count * 0.6))).articles).toEqual([]);
    expect(
      content(
        `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[${"{},".repeat(count)}{}]}`,
      ).articles,
    ).toEqual([]);
  });
});

/** As many as a feed may have, or some of them: none may take longer than its length explains. */
const MEGABYTES = sampleOf(1, 5);

test.each([
  [
    "comments that do not end, in a DOCTYPE",
    `<!DOCTYPE rss [${"<!-- ".repeat(MEGABYTES * 200_000)}`,
  ],
  ["tags that do not end", rss("<a ".repeat(MEGABYTES * 320_000))],
  [
    "an address for base, in thousands of items",
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${"a/".repeat(MEGABYTES * 400_000)}"><title>T</title>${'<entry><title>x</title><link href="/x"/></entry>'.repeat(4000)}</feed>`,
  ],
  ["one text", rss(item(`<description>${"&lt;a ".repeat(MEGABYTES * 180_000)}</description>`))],
])("megabytes of %s are read in bounded time", (_, text) => {
  expect(read(text)).toBeDefined();
});
