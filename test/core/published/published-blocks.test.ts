import { describe, expect, test } from "vitest";
import {
  latestBucket,
  outletBucket,
  patterns,
  segmentMeta,
} from "../../../core/published/published-blocks.ts";

const META = {
  format: 9,
  dataSet: {
    id: "made-up",
    name: "Made up",
    description: "",
    licence: "",
    source: "",
    version: "1",
    from: null,
    to: null,
    records: 1,
  },
  articles: 0,
  outlets: 0,
  thirds: { lower: 1, middle: 2 },
  urlBuckets: 1,
  domainBuckets: 1,
};

describe("the head of an index", () => {
  test.each<[object, boolean]>([
    [{}, true],
    [{ thirds: null }, true],
    [{ format: 6 }, false],
    [{ articles: -1 }, false],
    [{ articles: 1.5 }, false],
    [{ outlets: "1" }, false],
    [{ urlBuckets: 0 }, false],
    [{ domainBuckets: -1 }, false],
    [{ thirds: { lower: 1 } }, false],
    [{ dataSet: {} }, false],
  ])("with %j is fit: %s", (changes, isFit) => {
    expect(segmentMeta.safeParse({ ...META, ...changes }).success).toBe(isFit);
  });
});

const QUALITY = { min: 1, lowerQuartile: 2, median: 3, upperQuartile: 4, max: 5 };
const PROFILE = {
  site: "a.example",
  covers: "site",
  name: "A",
  articles: 2,
  rated: 1,
  quality: QUALITY,
};

describe("a profile of an outlet", () => {
  test.each<[object, boolean]>([
    [{}, true],
    [{ covers: "host", quality: null }, true],
    [{ name: "x".repeat(200) }, true],
    [{ site: "a example" }, false],
    [{ covers: "all" }, false],
    [{ name: "" }, false],
    [{ name: "x".repeat(201) }, false],
    [{ articles: -1 }, false],
    [{ rated: 0.5 }, false],
    [{ quality: { ...QUALITY, max: undefined } }, false],
    [{ quality: { ...QUALITY, min: "1" } }, false],
    [{ owner: {} }, false],
  ])("with %.60j is fit: %s", (changes, isFit) => {
    const bucket = [["a.example", { ...PROFILE, ...changes }]];
    expect(outletBucket.safeParse(bucket).success).toBe(isFit);
  });

  test("is under the name of a site", () => {
    expect(outletBucket.safeParse([["<b>", PROFILE]]).success).toBe(false);
    expect(outletBucket.safeParse([["a.example"]]).success).toBe(false);
  });
});

const ARTICLE = {
  title: "A bridge opens",
  excerpt: "",
  url: "https://a.example/1",
  published: 1,
  type: "article",
  language: null,
  marks: [],
  history: [],
  outlet: { name: "A", domain: "a.example" },
  quality: 59,
  image: null,
};

describe("one of the latest articles of an outlet", () => {
  test.each<[object, boolean]>([
    [{}, true],
    [{ type: "video", published: null, quality: null }, true],
    [{ title: "x".repeat(1000) }, true],
    [{ language: "en", marks: ["opinion", "paywall"] }, true],
    [{ language: "English" }, false],
    [{ marks: ["true"] }, false],
    [{ history: [{ title: "A", excerpt: "", replaced: 1 }] }, false],
    [{ title: "" }, false],
    [{ title: "x".repeat(1001) }, false],
    [{ excerpt: "More" }, false],
    [{ url: "javascript:alert(1)" }, false],
    [{ published: "today" }, false],
    [{ type: "page" }, false],
    [{ outlet: { name: "A" } }, false],
    [{ outlet: { name: "A", domain: "*" } }, false],
    [{ quality: "good" }, false],
    [{ image: "https://a.example/1.png" }, false],
    [{ wordCount: { any: "value" } }, false],
    [{ outlet: { name: "A", domain: "a.example", owner: {} } }, false],
  ])("with %.60j is fit: %s", (changes, isFit) => {
    const bucket = [["a.example", [{ ...ARTICLE, ...changes }]]];
    expect(latestBucket.safeParse(bucket).success).toBe(isFit);
  });
});

test.each([
  ["*://*.a.example/*", true],
  ["*://a.example/*", true],
  ["https://a.example/*", false],
  ["*://*.a.example/x/*", false],
  ["*://*/*", false],
  ["<all_urls>", false],
])("%s is a site's pattern: %s", (pattern, isOne) => {
  expect(patterns.safeParse([pattern]).success).toBe(isOne);
});
