import { describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { bucketOf } from "../../../core/segment/bucket.ts";
import { record, seedRecord } from "../../fixtures/records.ts";
import { decodeSegment } from "../../fixtures/segments.ts";

/** A record's document: the title of its article, and of what it names. */
function titles({ documents }: ReturnType<typeof decodeSegment>) {
  return documents
    .flat()
    .map(({ article, related }) => [article.title, ...related.map((r) => r.title)]);
}

const a = (fields: Partial<ArticleRecord> = {}) =>
  record("https://a.example/1", { title: "A", ...fields });
const b = (fields: Partial<ArticleRecord> = {}) =>
  record("https://b.example/1", { title: "B", ...fields });

describe("the seed's segment", () => {
  const seed = decodeSegment([seedRecord()]);

  test("has few blocks, meta last", () => {
    expect(seed.names).toEqual(["docs/0", "urls/0", "domains/0", "meta"]);
  });

  test("counts articles and outlets, the related ones included", () => {
    expect(seed.meta).toEqual({
      format: 3,
      dataSet: seed.dataSet.info,
      articles: 4,
      outlets: 4,
      thirds: { lower: 59, middle: 72 },
      patterns: seed.dataSet.patterns,
      urlBuckets: 1,
      domainBuckets: 1,
    });
  });

  test("knows each article by one key, since all its addresses are one", () => {
    expect(Object.fromEntries(seed.urls)).toEqual({
      "futurism.com/ukraine-facial-recognition-russian-photos": {
        own: [0, 0],
        namedBy: [],
        namedByCount: 0,
      },
      "businessinsider.com/ukraine-sending-photos-of-dead-russian-soldiers-home-moms-2022-4": {
        own: null,
        namedBy: [[0, 0, 0]],
        namedByCount: 1,
      },
      "washingtonexaminer.com/news/ukraine-uses-facial-recognition-software-to-identify-dead-russian-soldiers":
        { own: null, namedBy: [[0, 0, 1]], namedByCount: 1 },
      "wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154":
        { own: null, namedBy: [[0, 0, 2]], namedByCount: 1 },
    });
  });

  test("shows an article without what only an export needs", () => {
    expect(seed.documents[0]?.[0]?.related[2]).toEqual({
      title:
        "Ukrainians Use Drones, Facial-Recognition Software as They Investigate Alleged War Crimes",
      excerpt: expect.stringMatching(/^BUCHA, Ukraine—Searching for evidence/),
      url: "https://www.wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154",
      published: Date.UTC(2022, 3, 12, 13, 4),
      type: "article",
      outlet: { name: "Wall Street Journal", domain: "wsj.com" },
      quality: 40,
      image: null,
    });
  });

  test("has a profile of each outlet under its site", () => {
    expect([...seed.outlets.keys()].sort()).toEqual([
      "businessinsider.com",
      "futurism.com",
      "washingtonexaminer.com",
      "wsj.com",
    ]);
    expect(seed.outlets.get("futurism.com")).toMatchObject({
      site: "futurism.com",
      name: "Futurism",
      articles: 1,
      rated: 1,
      quality: { min: 59, lowerQuartile: 59, median: 59, upperQuartile: 59, max: 59 },
    });
  });
});

describe("what a record names as related", () => {
  test("leaves out the record's own article, under any of its addresses", () => {
    const self = [
      record("https://www.a.example/1/amp"),
      record("https://elsewhere.example/1", { ampWebUrl: "https://amp.a.example/1" }),
    ];
    expect(titles(decodeSegment([a({ related: [...self, b()] })]))).toEqual([["A", "B"]]);
  });

  test("leaves out repeats, under any of their addresses", () => {
    const repeats = [
      b({ title: "B again" }),
      record("https://c.example/1", { originalUrl: "https://b.example/1?utm_id=1" }),
    ];
    expect(titles(decodeSegment([a({ related: [b(), ...repeats] })]))).toEqual([["A", "B"]]);
  });

  test("is known under each of its addresses", () => {
    const twice = b({ ampWebUrl: "https://amp-host.example/77" });
    const { urls } = decodeSegment([a({ related: [record("https://c.example/1"), twice] })]);
    expect(urls.get("b.example/1")).toEqual({ own: null, namedBy: [[0, 0, 1]], namedByCount: 1 });
    expect(urls.get("amp-host.example/77")).toEqual(urls.get("b.example/1"));
  });

  test("is followed back to the four latest records that name it, and all are counted", () => {
    const days = [3, 1, 6, 2, 5];
    const naming = days.map((day) =>
      record(`https://a.example/${day}`, {
        publishedDateTime: `2022-04-0${day}T00:00:00Z`,
        related: [b()],
      }),
    );
    const { urls } = decodeSegment([
      record("https://a.example/undated", { related: [b()] }),
      ...naming,
    ]);
    expect(urls.get("b.example/1")).toEqual({
      own: null,
      // In the order of days 6, 5, 3, 2.
      namedBy: [
        [0, 3, 0],
        [0, 5, 0],
        [0, 1, 0],
        [0, 4, 0],
      ],
      namedByCount: 6,
    });
  });
});

describe("of two records with one address", () => {
  test("the first counts, whatever form the address has", () => {
    const second = record("https://www.a.example/1/amp", { title: "Second", quality: 1 });
    const built = decodeSegment([a({ quality: 59 }), second]);
    expect(titles(built)).toEqual([["A"]]);
    expect(built.meta.articles).toBe(1);
    expect(built.outlets.get("a.example")?.quality?.max).toBe(59);
  });

  test("a second record's spare address does not take the first one's page", () => {
    const { urls } = decodeSegment([a(), b({ originalUrl: "https://a.example/1" })]);
    expect(urls.get("a.example/1")?.own).toEqual([0, 0]);
    expect(urls.get("b.example/1")?.own).toEqual([0, 1]);
  });
});

describe("of 3,000 articles", () => {
  const many = decodeSegment(
    Array.from({ length: 3000 }, (_, i) => record(`https://outlet${i % 300}.example/story/${i}`)),
  );

  test("every key lies in the bucket its hash names, and the buckets are even", () => {
    expect(many.meta).toMatchObject({ urlBuckets: 12, domainBuckets: 19 });
    expect(many.urls.size).toBe(3000);
    expect(many.outlets.size).toBe(300);
    for (const [i, bucket] of many.urlBuckets.entries()) {
      expect(bucket.length).toBeGreaterThan(150);
      expect(bucket.length).toBeLessThan(400);
      expect(bucket.filter(([key]) => bucketOf(key, 12) !== i)).toEqual([]);
    }
    for (const [i, bucket] of many.domainBuckets.entries()) {
      expect(bucket.length).toBeLessThan(40);
      expect(bucket.filter(([site]) => bucketOf(site, 19) !== i)).toEqual([]);
    }
  });

  test("documents are cut into blocks of about 32 kB, and every place is right", () => {
    expect(many.documents.length).toBeGreaterThan(15);
    for (const block of many.documents) expect(JSON.stringify(block).length).toBeLessThan(34_000);
    const [block, index] = many.urls.get("outlet8.example/story/2708")?.own ?? [-1, -1];
    expect(many.documents[block]?.[index]?.article.title).toBe(
      "Story at https://outlet8.example/story/2708",
    );
  });

  test("meta comes last", () => {
    expect(many.names.at(-1)).toBe("meta");
    expect(new Set(many.names).size).toBe(many.names.length);
  });
});

test("no articles are a segment too", () => {
  expect(decodeSegment([])).toMatchObject({
    names: ["urls/0", "domains/0", "meta"],
    meta: { articles: 0, outlets: 0, thirds: null, urlBuckets: 1, domainBuckets: 1 },
  });
});
