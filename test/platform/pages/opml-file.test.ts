// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { readOutlines, writeOpml } from "../../../core/outlets/opml.ts";
import type { WantedOutlet } from "../../../core/outlets/subscription.ts";
import { siteOf } from "../../../core/url/site-of.ts";
import { readOpmlFile } from "../../../platform/pages/opml-file.ts";

const read = (text: string) => readOpmlFile(new File([text], "feeds.opml"));
const opml = (...outlines: string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><body>${outlines.join("")}</body></opml>`;
const SUED = '<opml><body><outline text="Süddeutsche" xmlUrl="https://a.example/"/></body></opml>';
/** In ISO 8859-1. */
const latin = (text: string) => Array.from(text, (character) => character.charCodeAt(0));

describe("an OPML file", () => {
  test("gives the outlines that have a feed, however deep", async () => {
    const feed =
      '<outline text="The Gazette" title="Gazette" type="rss" xmlUrl="https://gazette.example/rss" htmlUrl="https://gazette.example/" language="en"/>';
    expect(
      await read(opml(`<outline text="News"><outline text="Near">${feed}</outline></outline>`)),
    ).toEqual({
      outlines: [
        {
          text: "The Gazette",
          title: "Gazette",
          xmlUrl: "https://gazette.example/rss",
          htmlUrl: "https://gazette.example/",
          language: "en",
          country: "",
          domains: "",
          every: "",
          paused: "",
        },
      ],
      isCut: false,
    });
  });

  test.each([
    ["with & as it should not be", "https://a.example/rss?a=1&b=2"],
    ["with & as it should be", "https://a.example/rss?a=1&amp;b=2"],
  ])("is read %s", async (_, address) => {
    expect(await read(opml(`<outline xmlUrl="${address}"/>`))).toMatchObject({
      outlines: [{ xmlUrl: "https://a.example/rss?a=1&b=2" }],
    });
  });

  test("may begin with a mark of its byte order and blanks", async () => {
    expect(
      await read(`\ufeff\n${opml('<outline xmlUrl="https://a.example/rss"/>')}`),
    ).toMatchObject({
      outlines: [{ xmlUrl: "https://a.example/rss" }],
    });
  });

  test.each([
    ["its declaration", [...latin('<?xml version="1.0" encoding="ISO-8859-1"?>'), ...latin(SUED)]],
    ["nothing said, when it is no UTF-8", latin(SUED)],
    ["the mark of its byte order", [0xff, 0xfe, ...[...latin(SUED)].flatMap((byte) => [byte, 0])]],
  ])("is decoded by %s", async (_, bytes) => {
    const file = new File([Uint8Array.from(bytes)], "feeds.opml");
    expect(await readOpmlFile(file)).toMatchObject({ outlines: [{ text: "Süddeutsche" }] });
  });

  test("restores what another export was written from", async () => {
    const outlet: WantedOutlet = {
      name: "Tom & “Jerry”",
      domains: ["a.example", "b.example"],
      feed: "https://a.example/rss?a=1&b=2",
      country: "FR",
      language: "fr",
      every: 60,
      isPaused: true,
    };
    const file = await read(writeOpml([outlet], 0));
    const outlines = "outlines" in file ? file.outlines : [];
    expect(readOutlines(outlines, new Set(), siteOf).outlets).toEqual([outlet]);
  });

  test.each([
    ["in the middle of an outline", '<outline text="C" xmlU'],
    ["between outlines", ""],
  ])("that ends too early, %s, gives the complete outlines, and reports that", async (_, end) => {
    const text = `<opml version="2.0"><body><outline text="News"><outline xmlUrl='https://a.example/1'/><outline text="B" xmlUrl="https://a.example/2">${end}`;
    const file = await read(text);
    expect("outlines" in file && file.outlines.map(({ xmlUrl }) => xmlUrl)).toEqual([
      "https://a.example/1",
      "https://a.example/2",
    ]);
    expect(file).toMatchObject({ isCut: true });
  });

  test("that declares entities is not read", async () => {
    const bomb = '<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    expect(await read(`<?xml version="1.0"?>${bomb}${opml()}`)).toEqual({ fault: "not-opml" });
  });

  test.each([
    ["a web page", "<!doctype html><html><body>Log in</body></html>"],
    ["JSON", '{"version": "https://jsonfeed.org/version/1.1"}'],
    ["empty", ""],
    ["a feed", '<rss version="2.0"><channel/></rss>'],
  ])("is not %s", async (_, text) => {
    expect(await read(text)).toEqual({ fault: "not-opml" });
  });

  test("is not larger than 5 MB", async () => {
    expect(await read("x".repeat(5_000_001))).toEqual({ fault: "too-large" });
  });
});

describe("the names of outlets are read that have", () => {
  test.each([
    ["entities of HTML", "Caf&eacute; &laquo;Ice&raquo;", "Café «Ice»"],
    ["an & that is escaped twice", "Ice &amp;amp; Snow", "Ice & Snow"],
    ["a number that is escaped twice", "Ice&amp;#39;s", "Ice's"],
    ["markup", "&lt;b&gt;Ice&lt;/b&gt; &amp;lt;i&amp;gt;", "<b>Ice</b> <i>"],
  ])("%s", async (_, name, text) => {
    const file = opml(`<outline text="${name}" xmlUrl="https://a.example/rss"/>`);
    expect(await read(file)).toMatchObject({ outlines: [{ text }], isCut: false });
  });
});

describe("an outline costs neither itself nor others that has", () => {
  const next = '<outline text="Snow" xmlUrl="https://b.example/rss"/>';
  const feed = 'xmlUrl="https://a.example/rss?a=1&amp;copy=2"';
  test.each([
    ["quotes in its name", `text="The "Ice". Daily" ${feed}`, 'The "Ice". Daily'],
    ["a sign of less in its name", `text="Ice < Snow" ${feed}`, "Ice < Snow"],
    [
      "markup in an attribute",
      `text="Ice" description="<p>On <a href="https://x.example">it</a></p>" ${feed}`,
      "Ice",
    ],
    ["a prefix that is not declared", `text="Ice" x:id="1" ${feed}`, "Ice"],
    ["an entity in its name besides", `text="Ic&eacute; "A"" ${feed}`, 'Icé "A"'],
  ])("%s", async (_, attributes, text) => {
    expect(await read(opml(`<outline ${attributes}/>`, next))).toMatchObject({
      outlines: [
        { text, xmlUrl: "https://a.example/rss?a=1&copy=2" },
        { text: "Snow", xmlUrl: "https://b.example/rss" },
      ],
    });
  });
});
