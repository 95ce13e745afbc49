import { describe, expect, test } from "vitest";
import { readNewsSitemap } from "../../../../core/feeds/read/read-news-sitemap.ts";
import { EMPTY, first } from "./format-samples.ts";

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

  test("may ask for a registration, which costs nothing", () => {
    const news = "<news><title>A</title><access>Registration</access></news>";
    expect(first(sitemap(`<url><loc>/1</loc>${news}</url>`))?.isPaid).toBe(false);
  });

  test("without pages has no items", () => {
    expect(readNewsSitemap("<urlset></urlset>").items).toEqual([]);
  });

  test("with pages and no news is refused", () => {
    expect(() => sitemap("<url><loc>/1</loc></url>")).toThrow("no news");
  });

  test("has everything that an item may say, whatever the prefixes and the case", () => {
    const url = `<url><loc lang="en">/1?a=1&amp;b=2</loc><N:News><n:title>A &amp; B</n:title>
      <n:publication_date>2024</n:publication_date><n:keywords>A,B</n:keywords><n:genres>Blog, Opinion</n:genres>
      <n:access>Subscription</n:access><n:publication><n:language>pt</n:language></n:publication></N:News>
      <i:image><i:loc>/1.png</i:loc></i:image><i:image><i:loc>/2.png</i:loc></i:image></url>`;
    expect(first(sitemap(url))).toEqual({
      ...EMPTY,
      titles: [{ text: "A & B", isMarkup: false }],
      links: ["/1?a=1&b=2"],
      times: ["2024"],
      topics: ["A", "B"],
      images: ["/1.png"],
      language: "pt",
      kinds: ["Blog", " Opinion"],
      isPaid: true,
    });
  });
});
