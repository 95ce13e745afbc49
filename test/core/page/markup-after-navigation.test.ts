import { expect, test } from "vitest";
import { markupAfterNavigation } from "../../../core/page/markup-after-navigation.ts";
import { pageMarkup } from "../../fixtures/page-markup.ts";

const MARKUP = pageMarkup({
  canonical: "https://a.example/bridge",
  heading: "Bridge closed",
  title: "Bridge closed - The Gazette",
  language: "en",
  time: "2024-03-01",
  paragraphs: 4,
  metas: {
    "og:title": "Bridge closed",
    description: "Commuters take the ferry.",
    "article:published_time": "2024-03-01",
    date: "2024-03-01",
    "dcterms.created": "2024-03-01",
    "og:url": "https://a.example/bridge",
    "og:site_name": "The Gazette",
    "og:type": "article",
  },
  nodes: [
    { "@type": "NewsArticle", headline: "Bridge closed" },
    { "@type": "Organization", name: "The Gazette" },
  ],
});

test("markup of which no other page had anything stays as it is", () => {
  expect(markupAfterNavigation(MARKUP, () => true)).toEqual(MARKUP);
});

test("of markup that another page had, what describes one article is emptied", () => {
  expect(markupAfterNavigation(MARKUP, () => false)).toEqual({
    ...MARKUP,
    canonical: "",
    heading: "",
    title: "",
    time: "",
    metas: new Map([
      ["og:title", ""],
      ["description", ""],
      ["article:published_time", ""],
      ["date", ""],
      ["dcterms.created", ""],
      ["og:url", ""],
      ["og:site_name", "The Gazette"],
      ["og:type", "article"],
    ]),
    nodes: [],
  });
});

test("each part is judged by itself, under its own name", () => {
  const asked: string[] = [];
  markupAfterNavigation(
    { ...MARKUP, nodes: [{ url: "/1", headline: "A", name: "B", datePublished: "2024" }] },
    (text) => asked.push(text) > 0,
  );
  expect(asked).toEqual([
    "og:title Bridge closed",
    "description Commuters take the ferry.",
    "article:published_time 2024-03-01",
    "date 2024-03-01",
    "dcterms.created 2024-03-01",
    "og:url https://a.example/bridge",
    "/1 A B 2024",
    "canonical https://a.example/bridge",
    "heading Bridge closed",
    "title Bridge closed - The Gazette",
    "time 2024-03-01",
    "timeElsewhere ",
  ]);
});

test("a heading that has changed stays when the rest of the head has not", () => {
  const markup = markupAfterNavigation(MARKUP, (text) => text.startsWith("heading"));
  expect([markup.heading, markup.title, markup.nodes]).toEqual(["Bridge closed", "", []]);
});
