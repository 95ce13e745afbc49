import { describe, expect, test } from "vitest";
import type { Feed, FeedItem } from "../../../../core/feeds/read/feed.ts";
import { feedFailure } from "../../../../core/feeds/read/feed-answer.ts";
import { readAtom } from "../../../../core/feeds/read/read-atom.ts";
import { languageTag } from "../../../../core/feeds/read/read-feed.ts";
import { readJsonFeed } from "../../../../core/feeds/read/read-json-feed.ts";
import { readNewsSitemap } from "../../../../core/feeds/read/read-news-sitemap.ts";
import { readRdf, readRss } from "../../../../core/feeds/read/read-rss.ts";

const NAMESPACES = `xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"`;

const atom = (parts: string, attributes = "") =>
  readAtom(`<feed xmlns="http://www.w3.org/2005/Atom" ${NAMESPACES} ${attributes}>${parts}</feed>`);
const rss = (parts: string) =>
  readRss(`<rss version="2.0" ${NAMESPACES}><channel>${parts}</channel></rss>`);
const rdf = (channel: string, items = "") =>
  readRdf(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}><channel>${channel}</channel>${items}</rdf:RDF>`,
  );

const EMPTY: FeedItem = {
  id: "",
  titles: [],
  excerpts: [],
  links: [],
  base: [],
  times: [],
  topics: [],
  images: [],
  isVideo: false,
};

function first({ items }: Feed): FeedItem | undefined {
  return items[0];
}

describe("an Atom feed", () => {
  test("has a title, a site, a language and a period", () => {
    const feed = atom(
      `<title>T</title><link rel="self" href="/feed"/><link href="https://a.example/"/>
       <sy:updatePeriod>daily</sy:updatePeriod><entry><title>A</title></entry>`,
      'xml:lang="de"',
    );
    expect(feed).toEqual({
      title: { text: "T", isMarkup: false },
      site: "https://a.example/",
      language: "de",
      period: 86_400_000,
      items: [{ ...EMPTY, titles: [{ text: "A", isMarkup: false }] }],
    });
  });

  test("may have its language from Dublin Core, and lack everything else", () => {
    expect(atom("<dc:language>fr</dc:language>")).toEqual({
      title: null,
      site: "",
      language: "fr",
      period: null,
      items: [],
    });
    expect(atom("<id>1</id>")).toMatchObject({ language: "" });
  });

  test("has everything that an entry may say, the best first", () => {
    const entry = `<entry xml:base="b/"><id>https://a.example/id</id><title>Title</title>
      <media:title>Media</media:title><media:group><media:title>Group</media:title>
      <media:description>In group</media:description></media:group>
      <summary>Summary</summary><media:description>Of media</media:description>
      <content type="html">&lt;p&gt;Content</content>
      <link rel="alternate" type="application/pdf" href="/1.pdf"/>
      <link rel="alternate" type="application/xhtml+xml" href="/1"/>
      <link rel="related" href="/other"/>
      <link rel="enclosure" type="image/png" href="/picture"/>
      <link rel="enclosure" href="/2.png"/><link rel="enclosure" type="image/png"/>
      <published>2024-01-01</published><updated>2024-01-04</updated>
      <dc:date>2024-01-02</dc:date><dcterms:issued>2024-01-03</dcterms:issued>
      <category term="a" label="A"/><category term="b"/><dc:subject>C</dc:subject></entry>`;
    expect(first(atom(entry, 'xml:base="https://a.example/"'))).toEqual({
      id: "https://a.example/id",
      titles: ["Title", "Media", "Group"].map((text) => ({ text, isMarkup: false })),
      excerpts: [
        { text: "Summary", isMarkup: false },
        { text: "Of media", isMarkup: false },
        { text: "In group", isMarkup: false },
        { text: "<p>Content", isMarkup: true },
      ],
      links: ["/1", "/1.pdf", "https://a.example/id"],
      base: ["https://a.example/", "b/"],
      times: ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"],
      topics: ["A", "b", "C"],
      images: ["/picture", "/2.png"],
      isVideo: false,
    });
  });

  test.each([
    ["html", true],
    ["xhtml", true],
    ["text/html", true],
    ["text", false],
    ["plain", false],
    ["text/plain", false],
  ])("has texts of the type %s; that they are markup: %s", (type, isMarkup) => {
    expect(first(atom(`<entry><title type="${type}">A</title></entry>`))?.titles).toEqual([
      { text: "A", isMarkup },
    ]);
  });

  test.each(["image/png", "application/pdf", "my text", "plaintext"])(
    "has no texts of the type %s",
    (type) => {
      const entry = `<entry><id>1</id><content type="${type}">A</content></entry>`;
      expect(first(atom(entry))?.excerpts).toEqual([]);
    },
  );
});

describe("an entry with little in it", () => {
  test.each([
    ["of media only a title", "<media:title>A</media:title>"],
    ["of a media group only a title", "<media:group><media:title>A</media:title></media:group>"],
    ["of Dublin Core only a title", "<title>A</title><dc:title>B</dc:title>"],
    ["of Dublin Core's terms only a title", "<title>A</title><dcterms:title>B</dcterms:title>"],
  ])("has %s", (_, parts) => {
    const found = first(atom(`<entry>${parts}</entry>`));
    expect(found).toEqual({ ...EMPTY, titles: [{ text: "A", isMarkup: false }] });
  });

  test("has the same in RSS", () => {
    const parts = "<title>A</title><dcterms:title>B</dcterms:title><media:group/>";
    const titles = [{ text: "A", isMarkup: true }];
    expect(first(rss(`<item>${parts}</item>`))).toEqual({ ...EMPTY, titles });
    expect(rss("<dc:title>T</dc:title>")).toMatchObject({ language: "" });
  });
});

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
      <dc:subject>C</dc:subject><enclosure url="/1.png" type="image/png" length="1"/></item>`;
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

describe("a JSON Feed", () => {
  const json = (parts: object) =>
    readJsonFeed(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", ...parts }));

  test("has a title, a site and a language", () => {
    expect(json({ title: "T", home_page_url: "https://a.example/", language: "en" })).toEqual({
      title: { text: "T", isMarkup: false },
      site: "https://a.example/",
      language: "en",
      period: null,
      items: [],
    });
  });

  test("may lack all of these", () => {
    expect(json({ items: [{ id: "1" }] })).toEqual({
      title: null,
      site: "",
      language: "",
      period: null,
      items: [{ ...EMPTY, id: "1" }],
    });
  });

  test("has everything that an item may say, the best first", () => {
    const item = {
      id: "https://a.example/id",
      url: "/1",
      title: "Title",
      summary: "Summary",
      content_text: "Text",
      content_html: "<p>Content",
      date_published: "1",
      date_modified: "2",
      tags: ["A"],
      image: "/1.png",
      banner_image: "/2.png",
      attachments: [
        { url: "/3", mime_type: "image/png" },
        { url: "/4.png" },
        { mime_type: "image/png" },
      ],
    };
    expect(first(json({ title: "T", items: [item] }))).toEqual({
      id: "https://a.example/id",
      titles: [{ text: "Title", isMarkup: false }],
      excerpts: [
        { text: "Summary", isMarkup: false },
        { text: "Text", isMarkup: false },
        { text: "<p>Content", isMarkup: true },
      ],
      links: ["/1", "https://a.example/id"],
      base: [],
      times: ["1", "2"],
      topics: ["A"],
      images: ["/1.png", "/2.png", "/3", "/4.png"],
      isVideo: false,
    });
  });

  test("has a video by its attachment", () => {
    const attachments = [{ url: "/1.mp4", mime_type: "video/mp4" }];
    expect(first(json({ items: [{ id: "1", attachments }] }))?.isVideo).toBe(true);
  });

  test("that is nested too deep is refused", () => {
    expect(() => readJsonFeed(`{"a":${"[".repeat(1000)}${"]".repeat(1000)}}`)).toThrow(
      "nested too deep",
    );
  });
});

describe("a news sitemap", () => {
  const sitemap = (urls: string) => readNewsSitemap(`<urlset>${urls}</urlset>`);

  test("has the first name and language of a publication", () => {
    const news = (publication: string) =>
      `<url><loc>/1</loc><news><publication>${publication}</publication><title>A</title></news></url>`;
    expect(
      sitemap(news("<name> </name>") + news("<name>T</name><language>en</language>") + news("")),
    ).toMatchObject({
      title: { text: "T", isMarkup: false },
      site: "",
      language: "en",
      period: null,
    });
  });

  test("may lack all of these, and its pages without news are no items", () => {
    const urls = "<url><loc>/1</loc></url><url><loc>/2</loc><news><title>A</title></news></url>";
    expect(sitemap(urls)).toEqual({
      title: null,
      site: "",
      language: "",
      period: null,
      items: [{ ...EMPTY, titles: [{ text: "A", isMarkup: false }], links: ["/2"] }],
    });
  });

  test("without pages has no items", () => {
    expect(readNewsSitemap("<urlset></urlset>").items).toEqual([]);
  });

  test("with pages and no news is refused", () => {
    expect(() => sitemap("<url><loc>/1</loc></url>")).toThrow("no news");
  });

  test("has everything that an item may say, whatever the prefixes and the case", () => {
    const url = `<url><loc lang="en">/1?a=1&amp;b=2</loc><N:News><n:title>A &amp; B</n:title>
      <n:publication_date>2024</n:publication_date><n:keywords>A,B</n:keywords></N:News>
      <i:image><i:loc>/1.png</i:loc></i:image><i:image><i:loc>/2.png</i:loc></i:image></url>`;
    expect(first(sitemap(url))).toEqual({
      ...EMPTY,
      titles: [{ text: "A & B", isMarkup: false }],
      links: ["/1?a=1&b=2"],
      times: ["2024"],
      topics: ["A", "B"],
      images: ["/1.png"],
    });
  });
});

test.each([
  ["en", "en"],
  ["en_GB", "en-GB"],
  [" PT-br ", "pt-br"],
  ["zh_Hant_TW", "zh-Hant-TW"],
  ["en-abcdefgh-abcdefgh-abcdefgh-abcdefgh", "en-abcdefgh-abcdefgh-abcdefgh-abcde"],
  ["english", ""],
  ["e", ""],
  ["en-", ""],
  ["en, fr", ""],
  ["", ""],
])("the language %j has the tag %j", (text, tag) => {
  expect(languageTag(text)).toBe(tag);
});

test.each([
  ...["no-permission", "unreachable", "timeout", "too-large", "gone", "not-found", "refused"],
  ...["too-often", "server-error", "odd-answer", "web-page", "not-a-feed", "other-site"],
  ...["forbidden-address", "internal"],
])("a stored failure may be %s", (failure) => {
  expect(feedFailure.safeParse(failure).success).toBe(true);
});
