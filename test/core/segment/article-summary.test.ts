import { describe, expect, test } from "vitest";
import { articleKeys, distinctRelated } from "../../../core/segment/article-keys.ts";
import { documentOf, statedTime, summarize } from "../../../core/segment/article-summary.ts";
import { record } from "../../fixtures/records.ts";

const PROVIDER = { name: "A", domain: "a.example" };

describe("the summary of an article", () => {
  test("has what an answer shows", () => {
    expect(
      summarize(
        record("https://a.example/1", {
          title: "A bridge opens",
          excerpt: "At last.",
          publishedDateTime: "2022-04-15T17:04:00Z",
          type: "video",
          language: "pt-BR",
          marks: ["paywall", "correction"],
          quality: 59,
          provider: { ...PROVIDER, images: [{ url: "https://a.example/logo.png" }] },
          history: [{ title: "A bridge closes", replacedDateTime: "1970-01-01T00:00:01Z" }],
          images: [{ url: "https://a.example/1.png" }, { url: "https://a.example/2.png" }],
        }),
      ),
    ).toEqual({
      title: "A bridge opens",
      excerpt: "At last.",
      url: "https://a.example/1",
      published: Date.UTC(2022, 3, 15, 17, 4),
      type: "video",
      language: "pt",
      marks: ["correction", "paywall"],
      outlet: PROVIDER,
      quality: 59,
      image: "https://a.example/1.png",
      history: [{ title: "A bridge closes", excerpt: "", replaced: 1000 }],
    });
  });

  test("says what is not known", () => {
    const least = record("https://a.example/1", { title: "A", provider: PROVIDER });
    const nothing = {
      excerpt: "",
      published: null,
      quality: null,
      image: null,
      language: null,
      marks: [],
      history: [],
    };
    expect(summarize(least)).toMatchObject(nothing);
    expect(summarize({ ...least, images: [] }).image).toBeNull();
    expect(summarize({ ...least, language: "English" }).language).toBeNull();
    expect(summarize({ ...least, language: " EN_gb" }).language).toBe("en");
    expect(summarize({ ...least, quality: 0 }).quality).toBe(0);
  });
});

test("a time that cannot be read is not stated", () => {
  expect(statedTime(record("https://a.example/1", { publishedDateTime: "soon" }))).toBeNull();
  expect(
    statedTime(record("https://a.example/1", { publishedDateTime: "1970-01-01T00:00:00Z" })),
  ).toBe(0);
});

test("a document has the topics and the related articles of a record", () => {
  const related = [record("https://b.example/1"), record("https://a.example/1")];
  const document = documentOf(record("https://a.example/1", { topics: ["AI"], related }));
  expect(document.topics).toEqual(["AI"]);
  expect(document.related.map(({ url }) => url)).toEqual(["https://b.example/1"]);
  expect(documentOf(record("https://a.example/2"))).toMatchObject({ topics: [], related: [] });
});

describe("the keys of an article", () => {
  test("are those of all its addresses, each once, the page's first", () => {
    const article = record("https://www.a.example/1", {
      originalUrl: "https://a.example/original",
      ampWebUrl: "https://a.example/1/amp",
    });
    expect(articleKeys(article)).toEqual(["a.example/1", "a.example/original"]);
    expect(articleKeys(article)).toBe(articleKeys(article));
  });

  test("are none of an address whose key would be too long", () => {
    const long = record(`https://a.example/${"%".repeat(2000)}`, {
      ampWebUrl: "https://a.example/1",
    });
    expect(articleKeys(long)).toEqual(["a.example/1"]);
  });
});

test("articles that a record names are distinct under any of their addresses", () => {
  const one = record("https://b.example/1", { ampWebUrl: "https://amp.example/7" });
  const same = record("https://amp.example/7");
  const other = record("https://c.example/1");
  const own = record("https://a.example/1", { related: [one, same, other] });
  expect(distinctRelated(own, ["a.example/1"]).map(({ index, keys }) => [index, keys])).toEqual([
    [0, ["b.example/1", "amp.example/7"]],
    [2, ["c.example/1"]],
  ]);
  expect(distinctRelated(own, ["c.example/1"]).map(({ index }) => index)).toEqual([0]);
  expect(distinctRelated(record("https://a.example/1"), [])).toEqual([]);
});
