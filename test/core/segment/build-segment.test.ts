import { beforeAll, describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { domainBucket } from "../../../core/segment/key-hash.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { record, seedRecord } from "../../fixtures/records.ts";
import { decodeSegment, rowsIn } from "../../fixtures/segments.ts";

type Decoded = Awaited<ReturnType<typeof decodeSegment>>;

/** A record's document: the title of its article, and of what it names. */
function titles({ documents }: Decoded) {
  return documents
    .flat()
    .map(({ article, related }) => [article.title, ...related.map((r) => r.title)]);
}

const a = (fields: Partial<ArticleRecord> = {}) =>
  record("https://a.example/1", { title: "A", ...fields });
const b = (fields: Partial<ArticleRecord> = {}) =>
  record("https://b.example/1", { title: "B", ...fields });

describe("the seed's segment", () => {
  let seed: Decoded;
  beforeAll(async () => {
    seed = await decodeSegment([seedRecord()]);
  });

  test("has few blocks, meta last", () => {
    expect(seed.names).toEqual([
      expect.stringMatching(/^docs\/0\+\d{4}$/),
      "urls/0",
      "domains/0",
      "latest/0",
      "patterns",
      "meta",
    ]);
  });

  test("counts articles and outlets, the related ones included", () => {
    expect(seed.meta).toEqual({
      format: 9,
      dataSet: seed.dataSet.info,
      articles: 4,
      outlets: 4,
      thirds: { lower: 59, middle: 72 },
      urlBuckets: 1,
      domainBuckets: 1,
    });
  });

  test.each([
    ["futurism.com/ukraine-facial-recognition-russian-photos", [0, 0], []],
    [
      "businessinsider.com/ukraine-sending-photos-of-dead-russian-soldiers-home-moms-2022-4",
      null,
      [[0, 0, 0]],
    ],
    [
      "washingtonexaminer.com/news/ukraine-uses-facial-recognition-software-to-identify-dead-russian-soldiers",
      null,
      [[0, 0, 1]],
    ],
    [
      "wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154",
      null,
      [[0, 0, 2]],
    ],
  ])("knows the article at %s", (key, own, namedBy) => {
    expect(seed.entry(key)).toEqual({ own, namedBy, namedByCount: namedBy.length });
  });

  test("knows each article by one key, since all its addresses are one", () => {
    expect(seed.urlBuckets.map(rowsIn)).toEqual([4]);
  });

  test("shows an article without what only an export needs", () => {
    expect(seed.documents[0]?.[0]?.related[2]).toEqual({
      title:
        "Ukrainians Use Drones, Facial-Recognition Software as They Investigate Alleged War Crimes",
      excerpt: expect.stringMatching(/^BUCHA, Ukraine—Searching for evidence/),
      url: "https://www.wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154",
      published: Date.UTC(2022, 3, 12, 13, 4),
      type: "article",
      language: null,
      marks: [],
      history: [],
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
  test("leaves out the record's own article, under any of its addresses", async () => {
    const self = [
      record("https://www.a.example/1/amp"),
      record("https://elsewhere.example/1", { ampWebUrl: "https://amp.a.example/1" }),
    ];
    expect(titles(await decodeSegment([a({ related: [...self, b()] })]))).toEqual([["A", "B"]]);
  });

  test("leaves out repeats, under any of their addresses", async () => {
    const repeats = [
      b({ title: "B again" }),
      record("https://c.example/1", { originalUrl: "https://b.example/1?utm_id=1" }),
    ];
    expect(titles(await decodeSegment([a({ related: [b(), ...repeats] })]))).toEqual([["A", "B"]]);
  });

  test("is known under each of its addresses", async () => {
    const twice = b({ ampWebUrl: "https://amp-host.example/77" });
    const { entry } = await decodeSegment([a({ related: [record("https://c.example/1"), twice] })]);
    expect(entry("b.example/1")).toEqual({ own: null, namedBy: [[0, 0, 1]], namedByCount: 1 });
    expect(entry("amp-host.example/77")).toEqual(entry("b.example/1"));
  });

  test("is followed back to the four latest records that name it, and all are counted", async () => {
    const days = [3, 1, 6, 2, 5];
    const naming = days.map((day) =>
      record(`https://a.example/${day}`, {
        publishedDateTime: `2022-04-0${day}T00:00:00Z`,
        related: [b()],
      }),
    );
    const { entry } = await decodeSegment([
      record("https://a.example/undated", { related: [b()] }),
      ...naming,
    ]);
    expect(entry("b.example/1")).toEqual({
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
  test("the first counts, whatever form the address has", async () => {
    const second = record("https://www.a.example/1/amp", { title: "Second", quality: 1 });
    const built = await decodeSegment([a({ quality: 59 }), second]);
    expect(titles(built)).toEqual([["A"]]);
    expect(built.meta.articles).toBe(1);
    expect(built.outlets.get("a.example")?.quality?.max).toBe(59);
  });

  test("a second record's spare address does not take the first one's page", async () => {
    const { entry } = await decodeSegment([a(), b({ originalUrl: "https://a.example/1" })]);
    expect(entry("a.example/1")?.own).toEqual([0, 0]);
    expect(entry("b.example/1")?.own).toEqual([0, 1]);
  });
});

describe("of 3,000 articles", () => {
  const address = (i: number) => `https://outlet${i % 300}.example/story/${i}`;
  let many: Decoded;
  beforeAll(async () => {
    const records = Array.from({ length: 3000 }, (_, i) =>
      record(address(i), { excerpt: "x".repeat(i % 200) }),
    );
    many = await decodeSegment(records);
  });

  test("every key lies in the bucket its hash names, and the buckets are even", () => {
    expect(many.meta).toMatchObject({ urlBuckets: 6, domainBuckets: 75 });
    const rows = many.urlBuckets.map(rowsIn);
    expect(rows.reduce((a, b) => a + b)).toBe(3000);
    for (const count of rows) {
      expect(count).toBeGreaterThan(430);
      expect(count).toBeLessThan(570);
    }
    expect(many.outlets.size).toBe(300);
    for (const [i, bucket] of many.domainBuckets.entries()) {
      expect(bucket.length).toBeLessThan(20);
      expect(bucket.filter(([site]) => domainBucket(site, 75) !== i)).toEqual([]);
    }
  });

  test("documents are cut into blocks of about 32 kB, and every place is right", () => {
    expect(many.documents.length).toBeGreaterThan(15);
    for (let i = 0; i < 3000; i++) {
      const [block, index] = many.entry(urlKey(address(i)) ?? "")?.own ?? [-1, -1];
      expect(many.documents[block]?.[index]?.article.url).toBe(address(i));
    }
  });

  test("meta comes last", () => {
    expect(many.names.at(-1)).toBe("meta");
    expect(new Set(many.names).size).toBe(many.names.length);
  });
});

test("no articles are a segment too", async () => {
  expect(await decodeSegment([])).toMatchObject({
    names: ["urls/0", "domains/0", "latest/0", "patterns", "meta"],
    meta: { articles: 0, outlets: 0, thirds: null, urlBuckets: 1, domainBuckets: 1 },
  });
});
