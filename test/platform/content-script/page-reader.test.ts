// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { pageKey } from "../../../core/page/page-key.ts";
import { PageReader } from "../../../platform/content-script/page-reader.ts";

const FIRST = "https://a.example/news/10001";
const SECOND = "https://a.example/news/10002";

const read = (address: string) => reader.read(address, pageKey(address));

let page: Document;
let reader: PageReader;
beforeEach(() => {
  page = new DOMParser().parseFromString(
    `<head><base href="${FIRST}"><link rel="canonical" href="/one"></head>`,
    "text/html",
  );
  reader = new PageReader(page);
});

function claim(url: string): void {
  page.querySelector("link")?.setAttribute("href", url);
}

const urls = (address: string) => read(address).claims.map(({ url }) => url);

test("claims of the first page are read", () => {
  expect(read(FIRST).claims).toEqual([{ source: "canonical", url: "https://a.example/one" }]);
});

test("claims are read again for the same page", () => {
  read(FIRST);
  expect(urls(FIRST)).toEqual(["https://a.example/one"]);
});

test("claims that stay after the document has moved are dropped", () => {
  read(FIRST);
  expect(urls(SECOND)).toEqual([]);
});

test("claims that change with the document are read", () => {
  read(FIRST);
  claim("/two");
  expect(urls(SECOND)).toEqual(["https://a.example/two"]);
});

test("a claim that is added after the first reading is read", () => {
  read(FIRST);
  read(SECOND);
  claim("/two");
  expect(urls(SECOND)).toEqual(["https://a.example/two"]);
});

test("claims hold again when the document goes back", () => {
  read(FIRST);
  read(SECOND);
  expect(urls(FIRST)).toEqual(["https://a.example/one"]);
});

test("only the claim that stays is dropped", () => {
  const meta = page.createElement("meta");
  meta.setAttribute("property", "og:url");
  meta.setAttribute("content", "/one");
  page.head.append(meta);
  read(FIRST);
  claim("/two");
  expect(read(SECOND).claims).toEqual([{ source: "canonical", url: "https://a.example/two" }]);
});

test("another fragment is not another page", () => {
  read(`${FIRST}#top`);
  expect(urls(`${FIRST}#comments`)).toEqual(["https://a.example/one"]);
});

test("the same address with tracking parameters is not another page", () => {
  read(`${FIRST}?utm_source=x`);
  expect(urls(FIRST)).toEqual(["https://a.example/one"]);
});

describe("the statement of an article that the document has navigated away from", () => {
  const HEADLINE = '<meta property="og:title" content="First"><title>First</title>';
  const REST = `<meta property="og:type" content="article"><meta property="og:site_name" content="Gazette">
    <meta property="og:description" content="In short."><meta property="article:published_time" content="2024-03-01">`;
  const body = (heading: string) => {
    page.body.innerHTML = `<h1>${heading}</h1><div>${`<p>${"The bridge stays closed. ".repeat(5)}</p>`.repeat(3)}</div>`;
  };
  const headline = (text: string) => {
    page.querySelector("meta[property='og:title']")?.setAttribute("content", text);
    page.title = text;
    body(text);
  };
  beforeEach(() => {
    page.head.innerHTML = HEADLINE + REST;
    body("First");
  });

  test("is ignored while the document still states it", () => {
    read(FIRST);
    expect(read(SECOND).statement).toBeNull();
  });

  test("is read again when the document is back there", () => {
    read(FIRST);
    headline("Second");
    read(SECOND);
    headline("First");
    expect(read(FIRST).statement).toMatchObject({
      headline: "First",
      description: "In short.",
      published: ["2024-03-01"],
    });
  });

  test("a description and a time that stay are not the next one's, and the outlet is", () => {
    read(FIRST);
    headline("Second");
    expect(read(SECOND).statement).toEqual({
      headline: "Second",
      description: "",
      published: [],
      language: "",
      outlet: "Gazette",
      type: "article",
      signs: ["", "", "", "", "", "", "", ""],
    });
  });

  test("a description and a time that come later count then", () => {
    read(FIRST);
    headline("Second");
    read(SECOND);
    const set = (name: string, text: string) =>
      page.querySelector(`meta[property='${name}']`)?.setAttribute("content", text);
    set("og:description", "In other words.");
    set("article:published_time", "2024-03-02");
    expect(read(SECOND).statement).toMatchObject({
      description: "In other words.",
      published: ["2024-03-02"],
    });
  });

  test("that all pages of a site have a time still tells that the next one is an article", () => {
    const unnamed = "https://a.example/live/next-913";
    read(FIRST);
    headline("Second");
    expect(read(unnamed).statement?.headline).toBe("Second");
  });

  test("Open Graph's headline does not stand for one that only the page itself has changed", () => {
    read(FIRST);
    page.title = "Second - Gazette";
    body("Second");
    expect(read(SECOND).statement?.headline).toBe("Second");
  });

  test("JSON-LD that stays does not count", () => {
    const block = page.createElement("script");
    block.type = "application/ld+json";
    block.textContent = '{"@type":"NewsArticle","headline":"First","datePublished":"2024-02-29"}';
    page.head.append(block);
    read(FIRST);
    headline("Second");
    expect(read(SECOND).statement?.published).toEqual([]);
  });
});
