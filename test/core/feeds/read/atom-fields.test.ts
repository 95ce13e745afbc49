import { describe, expect, test } from "vitest";
import { readAtom } from "../../../../core/feeds/read/read-atom.ts";
import { EMPTY, first, NAMESPACES } from "./format-samples.ts";

const atom = (parts: string, attributes = "") =>
  readAtom(`<feed xmlns="http://www.w3.org/2005/Atom" ${NAMESPACES} ${attributes}>${parts}</feed>`);

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
      language: "",
      kinds: [],
      authors: [],
      isPaid: false,
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
});
