import { describe, expect, test } from "vitest";
import { embeddedPictures } from "../../../../core/feeds/read/embedded-picture.ts";
import { firstExcerpt, titleOf } from "../../../../core/feeds/read/item-text.ts";
import { item, records, rss } from "./reading.ts";

const excerptOf = (text: string) => firstExcerpt([{ text, isMarkup: true }], 1000);

describe("an excerpt ends before", () => {
  test.each([
    ["a link to the rest", "Ice melts. <a href='/a'>Continue reading...</a>", "Ice melts."],
    ["the same with an arrow", "Ice melts. <a href='/a'>Read More &raquo;</a>", "Ice melts."],
    ["the same in brackets", "Ice melts … [Read more]", "Ice melts …"],
    ["one with a title", "Ice melts. Continue reading Ice and snow →", "Ice melts."],
    ["one in German", "Das Eis schmilzt. Weiterlesen", "Das Eis schmilzt."],
    ["one in Japanese", "氷が溶けた。 続きを読む", "氷が溶けた。"],
    ["a footer", "Ice melts.<p>The post Ice appeared first on The Tribune.</p>", "Ice melts."],
  ])("%s", (_, text, excerpt) => {
    expect(excerptOf(text)).toBe(excerpt);
  });

  test("no sentence that only ends with such words", () => {
    expect(excerptOf("Children want to read more")).toBe("Children want to read more");
  });
});

describe("the title of an item without one is", () => {
  test.each([
    ["its text", "Ice melts", "Ice melts"],
    [
      "the first sentence",
      "The ice of the lake melts early. Walkers beware.",
      "The ice of the lake melts early.",
    ],
    ["as many words as a title has", "ice ".repeat(60).trim(), `${"ice ".repeat(30).trim()}…`],
  ])("%s", (_, text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  test.each([
    "<title/><description>Ice melts</description>",
    '<title/><itunes:title xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">Ice melts</itunes:title>',
    "<title> </title><dc:title>Ice melts</dc:title>",
  ])("read from %s", (parts) => {
    expect(records(rss(item(parts)))[0]?.title).toBe("Ice melts");
  });

  test.each([
    '<title type="application/x-custom">Ice melts</title>',
    '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Ice melts</dc:title>',
    '<title/><summary type="html">&lt;p&gt;Ice melts&lt;/p&gt;</summary>',
  ])("read from Atom's %s", (parts) => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry>${parts}<id>https://tribune.example/a</id></entry></feed>`;
    expect(records(feed)[0]?.title).toBe("Ice melts");
  });
});

describe("an item's excerpt may be", () => {
  test.each([
    '<atom:content type="html">&lt;p&gt;Ice melts.&lt;/p&gt;</atom:content>',
    '<body xmlns="http://www.w3.org/1999/xhtml"><p>Ice <b>melts</b>.</p></body>',
    "<xhtml:body><p>Ice melts.</p></xhtml:body>",
    "<content>Ice melts.</content>",
    "<summary>Ice melts.</summary>",
  ])("%s", (parts) => {
    expect(records(rss(item(parts)))[0]?.excerpt).toBe("Ice melts.");
  });
});

describe("an item's picture may be", () => {
  const ICE = "https://i.tribune.example/ice.jpg?a=1&b=2";
  test.each([
    ["an enclosure of half a type", '<enclosure url="ICE" type="jpeg"/>'],
    ["an enclosure of no known type", '<enclosure url="ICE" type="application/octet-stream"/>'],
    [
      "the widest",
      '<media:content url="/s.jpg" medium="image" width="140"/><media:content url="ICE" medium="image" width="700"/><media:content url="/m.jpg" medium="image" width="460"/>',
    ],
    ["in an element of its own", "<image><url>ICE</url></image>"],
    ["the text of one", "<image>ICE</image>"],
    ["the text of another one", "<thumbnail><![CDATA[ICE]]></thumbnail>"],
    ["in an attribute", '<image href="ICE"/>'],
    [
      "that of a podcast",
      '<itunes:image xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" href="ICE"/>',
    ],
    ["in its text", '<description>&lt;img src="ICE"/&gt;&lt;p&gt;Ice&lt;/p&gt;</description>'],
  ])("%s", (_, parts) => {
    const written = parts.replace("ICE", parts.includes("CDATA") ? ICE : ICE.replace("&", "&amp;"));
    expect(records(rss(item(written)))[0]?.images?.[0]?.url).toBe(ICE);
  });

  test.each([
    '<img src="https://count.example/pixel.gif">',
    '<img src="https://tribune.example/a.jpg" width="1" height="1">',
    '<img src="data:image/gif;base64,AAAA">',
    "<img alt=''>",
  ])("not %s", (text) => {
    expect(embeddedPictures([{ text, isMarkup: true }])).toEqual([]);
  });
});

test.each(["<img ", "<img src='", "<img src=a ", "Read more ", "The post ", "… "])(
  "a megabyte of %s is read in bounded time",
  (part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(embeddedPictures([{ text, isMarkup: true }])).toEqual([]);
    expect(excerptOf(text).length).toBeLessThanOrEqual(1000);
  },
);
