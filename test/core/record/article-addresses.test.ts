import { expect, test } from "vitest";
import { articleAddresses, pageAddress } from "../../../core/record/article-addresses.ts";
import type { RelatedRecord } from "../../../core/record/article-record.ts";

const ARTICLE: RelatedRecord = {
  title: "A bridge opens",
  type: "article",
  provider: { name: "A", domain: "a.example" },
};
const webUrl = "https://a.example/1";
const originalUrl = "https://a.example/original";
const ampWebUrl = "https://a.example/1/amp";
const cdnAmpWebUrl = "https://a-example.cdn.ampproject.org/c/s/a.example/1/amp";

test("the page of an article is at its address on the web, or at its original one", () => {
  expect(pageAddress({ ...ARTICLE, webUrl, originalUrl })).toBe(webUrl);
  expect(pageAddress({ ...ARTICLE, originalUrl })).toBe(originalUrl);
});

test("an article without either is an error", () => {
  expect(() => pageAddress({ ...ARTICLE, ampWebUrl })).toThrow(
    new TypeError("no address in the record “A bridge opens”"),
  );
});

test("all addresses of an article, its page's first", () => {
  expect(articleAddresses({ ...ARTICLE, cdnAmpWebUrl, ampWebUrl, originalUrl, webUrl })).toEqual([
    webUrl,
    originalUrl,
    ampWebUrl,
    cdnAmpWebUrl,
  ]);
  expect(articleAddresses({ ...ARTICLE, ampWebUrl })).toEqual([ampWebUrl]);
});
