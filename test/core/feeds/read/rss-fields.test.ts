import { describe, expect, test } from "vitest";
import { readRdf, readRss } from "../../../../core/feeds/read/read-rss.ts";
import { EMPTY, first, NAMESPACES } from "./format-samples.ts";

const rss = (parts: string) =>
  readRss(`<rss version="2.0" ${NAMESPACES}><channel>${parts}</channel></rss>`);

const rdf = (channel: string, items = "") =>
  readRdf(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}><channel>${channel}</channel>${items}</rdf:RDF>`,
  );

describe("an RSS feed", () => {
  test("has a title, a site, a language and the longer of two periods", () => {
    const channel = `<title>T</title><link>https://a.example/</link><language>en</language>
      <dc:language>fr</dc:language><ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>`;
    expect(rss(`${channel}<item><title>A</title></item>`)).toEqual({
      title: { text: "T", isMarkup: true },
      site: "https://a.example/",
      language: "en",
      period: 86_400_000,
      items: [{ ...EMPTY, titles: [{ text: "A", isMarkup: true }] }],
    });
  });

  test("may have title and language from Dublin Core", () => {
    expect(rss("<dc:title>T</dc:title><dc:language>fr</dc:language>")).toEqual({
      title: { text: "T", isMarkup: true },
      site: "",
      language: "fr",
      period: null,
      items: [],
    });
  });

  test("may lack all of these", () => {
    expect(rss("<ttl>60</ttl>")).toMatchObject({ title: null, site: "", language: "" });
  });

  test("has everything that an item may say, the best first", () => {
    const item = `<item xml:base="b/"><title>Title</title><media:title>Media</media:title>
      <dc:title>Core</dc:title><atom:title>Atom</atom:title>
      <description>Description</description><dc:description>Core</dc:description>
      <media:description>Media</media:description><atom:summary>Atom</atom:summary>
      <content:encoded>Content</content:encoded><itunes:summary>Podcast</itunes:summary>
      <link>/1</link><atom:link rel="self" href="/self"/><atom:link rel="alternate" href="/atom"/>
      <guid>https://a.example/guid</guid><pubDate>1</pubDate><dc:date>2</dc:date>
      <dcterms:issued>3</dcterms:issued><dcterms:created>4</dcterms:created>
      <atom:published>5</atom:published><atom:updated>6</atom:updated>
      <dcterms:modified>7</dcterms:modified><category>A</category><category>B</category>
      <dc:subject>C</dc:subject><dc:language>cy</dc:language>
      <dc:type>Opinion</dc:type><dc:creator>AFP</dc:creator><author>desk@a.example (Ann)</author><enclosure url="/1.png" type="image/png" length="1"/></item>`;
    const markup = (...texts: string[]) => texts.map((text) => ({ text, isMarkup: true }));
    expect(first(rss(item))).toEqual({
      id: "https://a.example/guid",
      titles: markup("Title", "Media", "Core", "Atom"),
      excerpts: markup("Description", "Core", "Media", "Atom", "Content", "Podcast"),
      links: ["/1", "/atom", "https://a.example/guid"],
      base: ["b/"],
      times: ["1", "2", "3", "4", "5", "6", "7"],
      topics: ["A", "B", "C"],
      images: ["/1.png"],
      isVideo: false,
      language: "cy",
      kinds: ["Opinion"],
      authors: ["AFP", "Ann"],
      isPaid: false,
    });
  });

  test("has its base outside that of an item", () => {
    const feed = readRss(
      `<rss version="2.0" xml:base="https://a.example/"><channel><item xml:base="b/"><title>A</title></item></channel></rss>`,
    );
    expect(first(feed)?.base.at(-1)).toBe("b/");
  });
});

describe("a feed in RDF", () => {
  test("has a title, a site, a language and a period", () => {
    const channel = `<title>T</title><link>https://a.example/</link><dc:language>fr</dc:language>
      <sy:updatePeriod>hourly</sy:updatePeriod>`;
    const item = `<item rdf:about="https://a.example/1"><title>A</title><link>/1</link>
      <description>D</description><dc:date>2024</dc:date><dc:subject>S</dc:subject>
      <media:thumbnail url="/1.jpg"/></item>`;
    expect(rdf(channel, item)).toEqual({
      title: { text: "T", isMarkup: true },
      site: "https://a.example/",
      language: "fr",
      period: 3_600_000,
      items: [
        {
          id: "https://a.example/1",
          titles: [{ text: "A", isMarkup: true }],
          excerpts: [{ text: "D", isMarkup: true }],
          links: ["/1", "https://a.example/1"],
          base: [],
          times: ["2024"],
          topics: ["S"],
          images: ["/1.jpg"],
          isVideo: false,
          language: "",
          kinds: [],
          authors: [],
          isPaid: false,
        },
      ],
    });
  });

  test("may lack all of these", () => {
    expect(rdf("<description>D</description>", "<item><title>A</title></item>")).toEqual({
      title: null,
      site: "",
      language: "",
      period: null,
      items: [{ ...EMPTY, titles: [{ text: "A", isMarkup: true }] }],
    });
    expect(rdf("<dc:title>T</dc:title>")).toMatchObject({ title: { text: "T", isMarkup: true } });
  });
});

test("an RSS item with little in it has a title", () => {
  const parts = "<title>A</title><dcterms:title>B</dcterms:title><media:group/>";
  const titles = [{ text: "A", isMarkup: true }];
  expect(first(rss(`<item>${parts}</item>`))).toEqual({ ...EMPTY, titles });
  expect(rss("<dc:title>T</dc:title>")).toMatchObject({ language: "" });
});
