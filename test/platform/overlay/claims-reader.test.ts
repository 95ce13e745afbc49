// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { ClaimsReader } from "../../../platform/overlay/claims-reader.ts";

const FIRST = "https://a.example/1";
const SECOND = "https://a.example/2";

let page: Document;
let reader: ClaimsReader;
beforeEach(() => {
  page = new DOMParser().parseFromString(
    `<head><base href="${FIRST}"><link rel="canonical" href="/one"></head>`,
    "text/html",
  );
  reader = new ClaimsReader(page);
});

function claim(url: string): void {
  page.querySelector("link")?.setAttribute("href", url);
}

const urls = (address: string) => reader.read(address).map(({ url }) => url);

test("claims of the first page are read", () => {
  expect(reader.read(FIRST)).toEqual([{ source: "canonical", url: "https://a.example/one" }]);
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
  expect(reader.read(SECOND)).toEqual([{ source: "canonical", url: "https://a.example/two" }]);
});

test("another fragment is not another page", () => {
  reader.read(`${FIRST}#top`);
  expect(urls(`${FIRST}#comments`)).toEqual(["https://a.example/one"]);
});
