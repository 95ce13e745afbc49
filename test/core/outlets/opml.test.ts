import { describe, expect, test } from "vitest";
import { type OpmlOutline, readOutlines, writeOpml } from "../../../core/outlets/opml.ts";
import type { OutletEntry } from "../../../core/outlets/subscription.ts";
import { siteOf } from "../../../core/url/site-of.ts";

const OUTLINE: OpmlOutline = {
  text: "The Gazette",
  title: "",
  xmlUrl: "https://feeds.gazette.example/rss",
  htmlUrl: "https://www.gazette.example/",
  language: "en",
  country: "",
  domains: "",
  every: "",
  paused: "",
};
const GAZETTE: OutletEntry = {
  name: "The Gazette",
  domains: ["gazette.example"],
  feed: "https://feeds.gazette.example/rss",
  country: "",
  language: "en",
};

function read(outlines: readonly Partial<OpmlOutline>[], known: readonly string[] = []) {
  const whole = outlines.map((outline) => ({ ...OUTLINE, ...outline }));
  return readOutlines(whole, new Set(known), siteOf);
}
const one = (outline: Partial<OpmlOutline>) => read([outline]).outlets[0];

describe("an outline is an outlet", () => {
  test("with the site that it names", () => {
    expect(one({})).toEqual(GAZETTE);
  });

  test.each([
    ["its title rather than its text", { title: "Gazette" }, "Gazette"],
    ["its site's host where it has no name", { text: " " }, "gazette.example"],
    ["a name of one line", { text: "The\n  Gazette\u202e" }, "The Gazette"],
    ["a name of 200 characters at most", { text: "x".repeat(300) }, "x".repeat(200)],
  ])("with %s", (_, outline, name) => {
    expect(one(outline)?.name).toBe(name);
  });

  test.each([
    ["the feed's where it names none", "", "gazette.example"],
    ["the feed's where that is no address", "javascript:alert(1)", "gazette.example"],
    ["its own elsewhere", "http://news.other.example/en", "other.example"],
  ])("with the site of %s", (_, htmlUrl, domain) => {
    expect(one({ htmlUrl })?.domains).toEqual([domain]);
  });

  test.each([
    [
      "that our own files name",
      { domains: " gazette.test  co.uk nas www.gazette-news.test" },
      ["gazette.example", "gazette.test", "gazette-news.test"],
    ],
    [
      "of an outlet of the list",
      { htmlUrl: "https://www.bbc.co.uk/news" },
      ["bbc.com", "bbc.co.uk"],
    ],
    ["once each", { domains: "gazette.example" }, ["gazette.example"]],
  ])("with the further sites %s", (_, outline, domains) => {
    expect(one(outline)?.domains).toEqual(domains);
  });

  test("with https for http", () => {
    expect(one({ xmlUrl: "HTTP://gazette.example/rss" })?.feed).toBe("https://gazette.example/rss");
  });

  test("with its poll settings, if the file has them as our own files do", () => {
    expect(one({ country: "FR", every: "60", paused: "true" })).toEqual({
      ...GAZETTE,
      country: "FR",
      every: 60,
      isPaused: true,
    });
  });

  test.each<Partial<OpmlOutline>>([{ country: "France" }, { every: "7" }, { paused: "no" }])(
    "without what is no such thing: %j",
    (outline) => {
      expect(one(outline)).toEqual(GAZETTE);
    },
  );

  test("without an invalid language", () => {
    expect(one({ language: "<b>" })?.language).toBe("");
  });
});

describe("of many outlines", () => {
  test("each feed counts once", () => {
    expect(read([{}, { text: "The Gazette again" }])).toEqual({
      outlets: [GAZETTE],
      known: 0,
      unusable: 0,
      beyond: 0,
    });
  });

  test("those that were added already are counted", () => {
    expect(read([{}, {}], [GAZETTE.feed])).toEqual({
      outlets: [],
      known: 1,
      unusable: 0,
      beyond: 0,
    });
  });

  test.each([
    "javascript:alert(1)",
    "ftp://gazette.example/rss",
    "https://192.168.0.1/rss",
    "https://nas/rss",
    "",
  ])("one at “%s” cannot be used", (xmlUrl) => {
    expect(read([{ xmlUrl }, {}])).toEqual({
      outlets: [GAZETTE],
      known: 0,
      unusable: 1,
      beyond: 0,
    });
  });

  test.each(["https://co.uk/", "https://github.io/", "http://kobe.jp/news"])(
    "one of the site %s cannot be used: that is anybody’s",
    (htmlUrl) => {
      expect(read([{ htmlUrl }, {}])).toEqual({
        outlets: [GAZETTE],
        known: 0,
        unusable: 1,
        beyond: 0,
      });
    },
  );

  test("at most as many are read as can be added, and the others are counted, each once", () => {
    const many = Array.from({ length: 1002 }, (_, i) => ({ xmlUrl: `https://a.example/${i}` }));
    const { outlets, unusable, beyond } = read([...many, ...many]);
    expect([outlets.length, unusable, beyond]).toEqual([1000, 0, 2]);
  });
});

test("outlets are written as OPML 2.0, with nothing in a name that could be markup", () => {
  const name = 'Tom & "Jerry" <b>\u0007';
  const feed = "https://a.example/rss?a=1&b=2";
  const outlet = { name, domains: ["a.example", "b.example"], feed, country: "FR", language: "fr" };
  const polled = { every: 60, isPaused: true } as const;
  expect(writeOpml([{ ...outlet, ...polled }], Date.UTC(2026, 4, 2, 12))).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<opml version="2.0" xmlns:ss="urn:x-second-source:outlets">',
      "  <head>",
      "    <title>Second Source: live outlets</title>",
      "    <dateCreated>Sat, 02 May 2026 12:00:00 GMT</dateCreated>",
      "  </head>",
      "  <body>",
      '    <outline type="rss" text="Tom &amp; &quot;Jerry&quot; &lt;b&gt; " title="Tom &amp; &quot;Jerry&quot; &lt;b&gt; " xmlUrl="https://a.example/rss?a=1&amp;b=2" htmlUrl="https://a.example/" language="fr" ss:country="FR" ss:domains="b.example" ss:every="60" ss:paused="true"/>',
      "  </body>",
      "</opml>",
      "",
    ].join("\n"),
  );
});

test("an outlet is written without what it does not have", () => {
  const [, , , , , , , line] = writeOpml([{ ...GAZETTE, language: "" }], 0).split("\n");
  expect(line).toBe(
    '    <outline type="rss" text="The Gazette" title="The Gazette" xmlUrl="https://feeds.gazette.example/rss" htmlUrl="https://gazette.example/"/>',
  );
});
