import { describe, expect, test } from "vitest";
import { readFeed } from "../../../../core/feeds/read/read-feed.ts";
import { content, item, OUTLET, read, records, rss } from "./reading.ts";

const first = (parts: string) => records(rss(item(parts)))[0];

describe("an item's address", () => {
  test.each([
    ["is its link", "<link>https://www.tribune.example/a</link>", "https://www.tribune.example/a"],
    [
      "is kept without encryption",
      "<link>http://tribune.example/a</link>",
      "http://tribune.example/a",
    ],
    [
      "may have blanks around it",
      "<link>\n https://tribune.example/a\n</link>",
      "https://tribune.example/a",
    ],
    ["may be relative to the feed's", "<link>../a</link>", "https://feeds.tribune.example/a"],
    [
      "may be relative to xml:base",
      '<link>a</link>" xml:base="x',
      "https://feeds.tribune.example/all/a",
    ],
    [
      "is its guid where it has no link",
      "<link/><guid>https://tribune.example/g</guid>",
      "https://tribune.example/g",
    ],
    [
      "is its guid where the link is a counter's",
      "<link>https://count.example/1</link><guid>https://tribune.example/g</guid>",
      "https://tribune.example/g",
    ],
    [
      "is Atom's link where it has none",
      '<link/><atom:link href="https://tribune.example/a"/>',
      "https://tribune.example/a",
    ],
  ])("%s", (_, parts, address) => {
    expect(first(parts)?.webUrl).toBe(address);
  });

  test("is not made from a guid that is no address", () => {
    const link = "<link>https://herald.example/a</link>";
    expect(content(rss(item(`${link}<guid>post-123</guid>`) + item(""))).articles).toMatchObject([
      { key: "tribune.example/harbour" },
    ]);
  });

  test("is not a guid that is no permalink", () => {
    const feed = rss(item('<link/><guid isPermaLink="false">https://tribune.example/g</guid>'));
    expect(content(feed).leftOut.unusable).toBe(1);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://reader:secret@tribune.example/a",
    "https://localhost/a",
    "https://127.0.0.1/a",
    "http://2130706433/a",
    "https://[::ffff:7f00:1]/a",
    "https://printer.local/a",
    "https://",
    "mailto:desk@tribune.example",
  ])("is missing: %s", (link) => {
    const { articles, leftOut } = content(rss(item(`<link>${link}</link>`)));
    expect(articles).toEqual([]);
    expect(leftOut).toEqual({ otherSite: 0, unusable: 1, old: 0 });
  });
});

test("an address whose key would be too long is none", () => {
  const link = `https://tribune.example/${"%".repeat(2000)}`;
  expect(content(rss(item(`<link>${link}</link>`) + item(""))).leftOut.unusable).toBe(1);
});

describe("a feed that is hosted on another site", () => {
  const keysOf = (channel: string) => {
    const bytes = new TextEncoder().encode(rss(item("<link>/a</link>"), channel));
    const request = { outlet: OUTLET, now: 0, oldest: 0 };
    const read = readFeed(bytes, "", "https://feeds.host.example/tribune", request);
    return typeof read === "string" ? read : read.articles.map(({ key }) => key);
  };

  test("resolves addresses against the site it names", () => {
    expect(keysOf("<link>https://www.tribune.example/</link>")).toEqual(["tribune.example/a"]);
  });

  test("resolves addresses against its host when it names no site", () => {
    expect(keysOf("")).toBe("other-site");
  });
});

describe("an item on another site", () => {
  test("is left out, also where it names the outlet's site", () => {
    const links = [
      "https://herald.example/a",
      "https://tribune.example.herald.example/a",
      "https://nottribune.example/a",
      "https://herald.example/https://tribune.example/a",
    ];
    const feed = rss(links.map((link) => item(`<link>${link}</link>`)).join(""));
    expect(read(feed)).toBe("other-site");
  });

  test("is left out when only the feed names the outlet", () => {
    const source = '<source url="https://tribune.example/">The Tribune</source>';
    expect(read(rss(item(`<link>https://herald.example/a</link>${source}`)))).toBe("other-site");
  });

  test.each([
    ["archive.org", "https://web.archive.org/web/2026/https://www.theguardian.com/world/ferry"],
    ["google.com", "https://www.google.com/amp/s/www.theguardian.com/world/ferry"],
    ["ampproject.org", "https://a.cdn.ampproject.org/c/s/www.theguardian.com/world/ferry"],
    ["bing-amp.com", "https://a.bing-amp.com/c/s/www.theguardian.com/world/ferry"],
  ])("is left out though %s delivers it", (domain, link) => {
    const outlet = { name: "Archive", domains: [domain] };
    const bytes = new TextEncoder().encode(rss(item(`<link>${link}</link>`)));
    const request = { outlet, now: 0, oldest: 0 };
    expect(readFeed(bytes, "", "https://archive.org/feed.xml", request)).toBe("other-site");
  });

  test("is none of several domains' outlet: each of its articles is of the domain that it is on", () => {
    const outlet = { name: "The Tribune", domains: ["tribune.example", "tribune.test"] };
    const links = ["tribune.example/a", "www.tribune.test/b", "herald.example/c"];
    const feed = rss(links.map((link) => item(`<link>https://${link}</link>`)).join(""));
    const bytes = new TextEncoder().encode(feed);
    const found = readFeed(bytes, "", "https://tribune.test/rss", { outlet, now: 0, oldest: 0 });
    if (typeof found === "string") throw new Error(found);
    expect(found.articles.map(({ record }) => record.provider)).toEqual([
      { name: "The Tribune", domain: "tribune.example" },
      { name: "The Tribune", domain: "tribune.test" },
    ]);
    expect(found.leftOut.otherSite).toBe(1);
  });

  test("is counted beside those without a title", () => {
    const elsewhere = item("<link>https://herald.example/a</link>");
    const untitled = item("<title/>");
    expect(content(rss(elsewhere + elsewhere + untitled + item(""))).leftOut).toEqual({
      otherSite: 2,
      unusable: 1,
      old: 0,
    });
  });

  test("is the outlet's own at its mobile host, whose articles have another host's keys", () => {
    const outlet = {
      ...OUTLET,
      name: "Times",

      domains: ["economictimes.com"],
    };
    const link = "https://m.economictimes.com/news/1.cms";
    const bytes = new TextEncoder().encode(rss(item(`<link>${link}</link>`)));
    const read = readFeed(bytes, "", "https://economictimes.com/feed.xml", {
      outlet,
      now: 0,
      oldest: 0,
    });
    expect(read).toMatchObject({
      articles: [{ key: "economictimes.indiatimes.com/news/1.cms", record: { webUrl: link } }],
    });
  });

  test("stands beside one of the outlet's", () => {
    const feed = rss(item("<link>https://herald.example/a</link>") + item(""));
    expect(content(feed)).toMatchObject({
      articles: [{ key: "tribune.example/harbour" }],
      leftOut: { otherSite: 1 },
    });
  });

  test("is always the outlet's own article otherwise", () => {
    expect(
      first('<dc:publisher xmlns:dc="http://purl.org/dc/elements/1.1/">Herald</dc:publisher>')
        ?.provider,
    ).toEqual({ name: "The Tribune", domain: "tribune.example" });
  });
});

describe("an item's time", () => {
  test("is marked when it is in the future", () => {
    const ahead = "<pubDate>Mon, 23 Nov 2026 10:01:00 GMT</pubDate>";
    expect(content(rss(item(ahead))).articles).toMatchObject([{ isFutureDated: true }]);
  });

  test.each([
    [
      "is when it was published",
      "<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><dc:date>2026-11-22</dc:date>",
      "2026-11-23T08:00:00Z",
    ],
    [
      "is Dublin Core's where there is no other",
      "<dc:date>2026-11-22T01:02:03Z</dc:date>",
      "2026-11-22T01:02:03Z",
    ],
    [
      "is the next that can be read",
      "<pubDate>today</pubDate><dc:date>2026-11-22T01:02:03Z</dc:date>",
      "2026-11-22T01:02:03Z",
    ],
    [
      "may be a little ahead of our clock",
      "<pubDate>Mon, 23 Nov 2026 09:59:00 GMT</pubDate>",
      "2026-11-23T09:59:00Z",
    ],
    ["is not in the future", "<pubDate>Mon, 23 Nov 2026 10:01:00 GMT</pubDate>", undefined],
    [
      "is not before there were feeds",
      "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>",
      undefined,
    ],
    ["may be missing", "", undefined],
  ])("%s", (_, parts, time) => {
    expect(first(parts)?.publishedDateTime).toBe(time);
  });
});

describe("an item's", () => {
  test("excerpt is the start of the whole text when there is no other", () => {
    const text = `<description><img src="x"/></description><content:encoded><![CDATA[<p>${"word ".repeat(500)}</p>]]></content:encoded>`;
    expect(first(text)?.excerpt).toMatch(/^word (?:word )+.*…$/);
    expect(first(text)?.excerpt).toHaveLength(1000);
  });

  test("title may be Media RSS's", () => {
    expect(first("<title/><media:title>Harbour</media:title>")?.title).toBe("Harbour");
  });

  test("topics are at most ten, each once", () => {
    const topics = ["World", "world", "https://tribune.example/tag", " ", ..."abcdefghijkl"];
    const parts = topics.map((topic) => `<category>${topic}</category>`).join("");
    expect(first(parts)?.topics).toEqual(["World", ..."abcdefghi"]);
  });

  test.each([
    ["of Media RSS", '<media:content url="https://i.example/a.jpg" type="image/jpeg"/>'],
    ["of a thumbnail", '<media:thumbnail url="https://i.example/a.jpg"/>'],
    ["of an enclosure", '<enclosure url="https://i.example/a.jpg" type="image/jpeg" length="1"/>'],
    [
      "of a group",
      '<media:group><media:content url="https://i.example/a.jpg" medium="image"/></media:group>',
    ],
    [
      "after one at a private address",
      '<media:content url="http://192.168.1.1/x.jpg" medium="image"/><media:thumbnail url="https://i.example/a.jpg"/>',
    ],
    ["without a type", '<media:content url="https://i.example/a.jpg"/>'],
  ])("picture is that %s", (_, parts) => {
    expect(first(parts)).toMatchObject({
      type: "article",
      images: [{ url: "https://i.example/a.jpg" }],
    });
  });

  test("type is a video's where it has nothing else", () => {
    const video = '<media:content url="https://i.example/a.mp4" medium="video"/>';
    expect(first(video)).toMatchObject({ type: "video" });
    expect(
      first(`${video}<media:content url="https://i.example/a.jpg" medium="image"/>`),
    ).toMatchObject({
      type: "article",
    });
  });

  test("hash changes with the content", () => {
    const hash = (parts: string) => content(rss(item(parts))).articles[0]?.hash;
    const parts = "<description>Nine days</description>";
    expect(hash(parts)).toBe(hash(` ${parts}<guid>1</guid>`));
    expect(hash(parts)).toBe(hash(`${parts}<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>`));
    expect(hash(parts)).not.toBe(hash("<description>Ten days</description>"));
    expect(hash(parts)).not.toBe(hash(`${parts}<category>World</category>`));
  });

  test("text is not repaired into another item's", () => {
    expect(first("<title>“Café” – d’accord</title>")?.title).toBe("“Café” – d’accord");
  });
});
