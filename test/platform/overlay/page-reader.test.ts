// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { PageReader } from "../../../platform/overlay/page-reader.ts";

const FIRST = "https://a.example/1";
const SECOND = "https://a.example/2";

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

const urls = (address: string) => reader.read(address).claims.map(({ url }) => url);

test("claims of the first page are read", () => {
  expect(reader.read(FIRST).claims).toEqual([
    { source: "canonical", url: "https://a.example/one" },
  ]);
});

test("claims are read again for the same page", () => {
  reader.read(FIRST);
  expect(urls(FIRST)).toEqual(["https://a.example/one"]);
});

test("claims that stay after the document has moved are dropped", () => {
  reader.read(FIRST);
  expect(urls(SECOND)).toEqual([]);
});

test("claims that change with the document are read", () => {
  reader.read(FIRST);
  claim("/two");
  expect(urls(SECOND)).toEqual(["https://a.example/two"]);
});

test("a claim that comes after its page was first read is read then", () => {
  reader.read(FIRST);
  reader.read(SECOND);
  claim("/two");
  expect(urls(SECOND)).toEqual(["https://a.example/two"]);
});

test("claims hold again when the document goes back", () => {
  reader.read(FIRST);
  reader.read(SECOND);
  expect(urls(FIRST)).toEqual(["https://a.example/one"]);
});

test("only the claim that stays is dropped", () => {
  const meta = page.createElement("meta");
  meta.setAttribute("property", "og:url");
  meta.setAttribute("content", "/one");
  page.head.append(meta);
  reader.read(FIRST);
  claim("/two");
  expect(reader.read(SECOND).claims).toEqual([
    { source: "canonical", url: "https://a.example/two" },
  ]);
});

test("another fragment is not another page", () => {
  reader.read(`${FIRST}#top`);
  expect(urls(`${FIRST}#comments`)).toEqual(["https://a.example/one"]);
});

describe("the headline", () => {
  const headline = (address: string) => reader.read(address).statement?.headline;
  const title = (text: string) =>
    page.querySelector("meta[property='og:title']")?.setAttribute("content", text);

  beforeEach(() => {
    page.head.innerHTML = `<meta property="og:type" content="article"><meta property="og:title" content="First">
      <meta property="article:published_time" content="2024-03-01"><h1>A</h1>`;
  });

  test("of the first page is read, again and again", () => {
    expect(headline(FIRST)).toBe("First");
    expect(headline(FIRST)).toBe("First");
  });

  test("that stays after the document has moved is another page's", () => {
    reader.read(FIRST);
    expect(reader.read(SECOND).statement).toBeNull();
  });

  test("that changes with the document is read", () => {
    reader.read(FIRST);
    title("Second");
    expect(headline(SECOND)).toBe("Second");
  });
});
