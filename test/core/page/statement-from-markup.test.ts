import { describe, expect, test } from "vitest";
import type { JsonLdNode } from "../../../core/page/json-ld.ts";
import type { PageMarkup } from "../../../core/page/page-markup.ts";
import { statementFromMarkup } from "../../../core/page/statement-from-markup.ts";

interface Parts extends Partial<Omit<PageMarkup, "metas">> {
  readonly main?: JsonLdNode;
  readonly metas?: Readonly<Record<string, string>>;
}

function statement({ metas = {}, main = {}, ...parts }: Parts) {
  const markup = {
    address: "https://a.example/1",
    base: "https://a.example/1",
    canonical: "",
    metas: new Map(Object.entries(metas)),
    nodes: [],
    heading: "",
    title: "",
    language: "",
    time: "",
    paragraphs: 0,
    ...parts,
  };
  return statementFromMarkup(markup, main);
}

const ARTICLE = { "@type": "NewsArticle", headline: "In JSON-LD" };

describe("the headline is", () => {
  test.each<[string, Parts, string]>([
    [
      "Open Graph's before all",
      { metas: { "og:title": "Open Graph" }, main: ARTICLE, heading: "Heading" },
      "Open Graph",
    ],
    [
      "JSON-LD's before Twitter's",
      { metas: { "twitter:title": "Twitter" }, main: ARTICLE },
      "In JSON-LD",
    ],
    [
      "Twitter's before the heading",
      { metas: { "twitter:title": "Twitter" }, heading: "Heading" },
      "Twitter",
    ],
    ["the heading before the title", { heading: "Heading", title: "Title" }, "Heading"],
    ["the title when there is nothing else", { title: "Title" }, "Title"],
    [
      "another than the outlet's name",
      { metas: { "og:title": "The Gazette", "og:site_name": "The Gazette" }, heading: "Heading" },
      "Heading",
    ],
    ["without blanks around it", { metas: { "og:title": "\n One " } }, "One"],
    ["not one of blanks", { metas: { "og:title": " \n" }, title: "Title" }, "Title"],
    ["cut at 500 characters", { heading: "x".repeat(501) }, "x".repeat(500)],
  ])("%s", (_, parts, headline) => {
    expect(statement(parts).headline).toBe(headline);
  });
});

describe("the times of publication", () => {
  const times = (parts: Parts) => statement(parts).published;
  const dated = { ...ARTICLE, datePublished: "2024-03-02" };

  test("come from unambiguous names, JSON-LD, ambiguous names and the page, in this order", () => {
    const metas = { date: "2024-03-03", "article:published_time": "2024-03-01" };
    expect(times({ metas, main: dated, time: "2024-03-04" })).toEqual([
      "2024-03-01",
      "2024-03-02",
      "2024-03-03",
      "2024-03-04",
    ]);
  });

  test("are listed once each", () => {
    expect(times({ main: dated, time: "2024-03-02" })).toEqual(["2024-03-02"]);
  });

  test("are at most four", () => {
    const metas = { date: "2024", pubdate: "2023", published: "2022", "dc.date": "2021" };
    expect(times({ metas, time: "2020" })).toHaveLength(4);
  });

  test.each([
    ["have a year of the web's", "0001-01-01T00:00:00Z"],
    ["are no longer than a time is", `2024-03-01${" ".repeat(60)}`],
    ["are no times of changes", ""],
  ])("%s", (_, time) => {
    expect(times({ time, metas: { "article:modified_time": "2024-03-05" } })).toEqual([]);
  });

  test("may be seconds since 1970", () => {
    expect(times({ metas: { pubdate: "1710072000" } })).toEqual(["1710072000"]);
  });
});

test("outlet, description and language come from JSON-LD when nothing else states them", () => {
  const node = {
    ...ARTICLE,
    publisher: { "@type": "Organization", name: "The Gazette" },
    description: "In short.",
    inLanguage: "en",
  };
  expect(statement({ main: node })).toMatchObject({
    outlet: "The Gazette",
    description: "In short.",
    language: "en",
  });
});

describe("the type is", () => {
  const video = { "@type": "VideoObject", name: "One" };
  test.each<[string, Parts]>([
    ["video", { main: video }],
    ["article", { main: ARTICLE }],
    ["article", {}],
  ])("%s", (type, parts) => {
    expect(statement(parts).type).toBe(type);
  });
});
