import { expect, test } from "vitest";
import { readOne, story } from "../reading.ts";

const article = (n: number) => ({
  source: { id: null, name: "The Paper" },
  author: "A. Writer",
  title: `Story ${n}`,
  description: "Short.",
  url: `https://www.paper.example/${n}`,
  urlToImage: "https://paper.example/a.jpg",
  publishedAt: "2024-03-10T08:30:00Z",
  content: null,
});
const record = (n: number) => ({
  title: `Story ${n}`,
  excerpt: "Short.",
  publishedDateTime: "2024-03-10T08:30:00Z",
  webUrl: `https://www.paper.example/${n}`,
  type: "article",
  provider: { name: "The Paper", domain: "paper.example" },
  images: [{ url: "https://paper.example/a.jpg" }],
});

test.each([
  ["an answer of NewsAPI", { status: "ok", totalResults: 2, articles: [article(1), article(2)] }],
  ["a list", [article(1), article(2)]],
])("%s is read by the names that columns of tables have", async (_, value) => {
  const { records, problems, unused } = await readOne("x", JSON.stringify(value));
  expect(records).toEqual([record(1), record(2)]);
  expect(problems).toEqual([]);
  expect(unused).toEqual(["author"]);
});

test("so are JSON Lines, and one object", async () => {
  const lines = `${JSON.stringify(article(1))}\n${JSON.stringify(article(2))}`;
  expect((await readOne("x", lines)).records).toEqual([record(1), record(2)]);
  expect((await readOne("x", JSON.stringify(article(1)))).records).toEqual([record(1)]);
});

test("an article may have a list of objects of its own, and a list of articles a title", async () => {
  const authors = [{ name: "A. Writer" }];
  const alone = await readOne("x", JSON.stringify({ ...article(1), authors }));
  expect(alone.records).toEqual([record(1)]);
  const feed = {
    title: "All",
    link: "https://paper.example/",
    items: [{ ...article(1), authors }],
  };
  expect((await readOne("x", JSON.stringify(feed))).records).toEqual([record(1)]);
});

test("lists, numbers and times keep their meaning", async () => {
  const { records, problems } = await readOne(
    "x",
    JSON.stringify([
      {
        headline: "A",
        link: "https://a.example/1",
        datePublished: 1710072000,
        score: 59.5,
        tags: ["AI", "Law; order"],
        images: [{ url: "https://a.example/a.jpg", width: 10 }],
        related: [story(1)],
      },
    ]),
  );
  expect(problems).toEqual([]);
  expect(records).toEqual([
    {
      title: "A",
      publishedDateTime: "2024-03-10T12:00:00.000Z",
      webUrl: "https://a.example/1",
      type: "article",
      provider: { name: "a.example", domain: "a.example" },
      quality: 59.5,
      topics: ["AI", "Law; order"],
      images: [{ url: "https://a.example/a.jpg", width: 10 }],
      related: [story(1)],
    },
  ]);
});

test("a value that a field cannot hold is reported", async () => {
  const { records, problems } = await readOne(
    "x",
    JSON.stringify([{ url: "https://a.example/1", title: ["A", "B"] }]),
  );
  expect(records).toEqual([]);
  expect(problems).toEqual([
    'x:1: title: dropped: expected text, found ["A","B"]',
    'x:1: title: rejected: expected a title, found ["A","B"]',
  ]);
});

test("a record with its own address is read by its own names only", async () => {
  const { records, problems } = await readOne(
    "x",
    JSON.stringify([story(1, { url: "https://b.example/2", score: 7 })]),
  );
  expect(records).toEqual([story(1)]);
  expect(problems).toEqual([
    'x:1: url: dropped: expected a field of the format, found "url"',
    'x:1: score: dropped: expected a field of the format, found "score"',
  ]);
});

const read = async (fields: object) =>
  readOne("x", JSON.stringify([{ headline: "A", link: "https://a.example/1", ...fields }]));

test("“published” is a time, or else whether the article is public", async () => {
  for (const published of [true, false]) {
    const { records, problems } = await read({ published });
    expect([records[0]?.published, records[0]?.publishedDateTime, problems]).toEqual([
      ...[published, undefined],
      [],
    ]);
  }
  expect((await read({ published: "2024-03-10T08:30:00Z" })).records).toMatchObject([
    { publishedDateTime: "2024-03-10T08:30:00Z" },
  ]);
});

test.each<[object, string]>([
  [{ name: "subject", value: "Ferries", label: "x" }, "Ferries"],
  [{ name: "subject", label: "Bridges", term: "x" }, "Bridges"],
  [{ name: "Ports", term: "x" }, "Ports"],
  [{ term: "Tides" }, "Tides"],
])("a topic may be an object: %j", async (topic, name) => {
  const { records, problems } = await read({ tags: [topic, "Law"] });
  expect([records[0]?.topics, problems]).toEqual([[name, "Law"], []]);
});

test("a topic that is an object without a name is reported", async () => {
  const { records, problems } = await read({ tags: [{ id: 1 }, "Law"] });
  expect(records[0]?.topics).toEqual(["Law"]);
  expect(problems).toHaveLength(1);
});

test("fields that are not read are named once where one holds something", async () => {
  const item = (n: number, fields: object) => ({
    title: "A",
    url: `https://a.example/${n}`,
    ...fields,
  });
  const empty = { notes: "", words: [], more: null };
  const { unused } = await readOne(
    "x",
    JSON.stringify([
      item(1, { ...empty, desk: "City" }),
      item(2, { ...empty, desk: "City" }),
      item(3, { ...empty, desk: "Sport", words: ["a"] }),
    ]),
  );
  expect(unused).toEqual(["desk", "words"]);
});

test("objects of a hundred kinds are read, each by its own fields", async () => {
  const items = Array.from({ length: 100 }, (_, n) => ({
    title: `A ${n}`,
    url: `https://a.example/${n}`,
    [`field${n}`]: "x",
    ...(n % 2 === 0 ? { summary: `S ${n}` } : { score: n }),
  }));
  const { records, unused } = await readOne("x", JSON.stringify([...items, ...items]));
  expect(records).toHaveLength(200);
  expect([records[98], records[199]]).toMatchObject([{ excerpt: "S 98" }, { quality: 99 }]);
  expect(unused).toHaveLength(100);
});

test("a field that is null is absent", async () => {
  const { records, problems } = await read({ description: null, publishedAt: null, score: null });
  expect([records.length, records[0]?.excerpt, records[0]?.quality]).toEqual([
    ...[1, undefined],
    undefined,
  ]);
  expect(problems).toEqual([]);
});

test("signs of an article's kind may be a list", async () => {
  const { records, problems } = await read({ marks: ["paywall"] });
  expect([records[0]?.marks, problems]).toEqual([["paywall"], []]);
});

test("a title that a service writes in HTML is read as text", async () => {
  const text = JSON.stringify([
    { title: { rendered: "A <b>bridge</b> &amp; a ferry" }, link: "https://a.example/1" },
  ]);
  const { records, problems } = await readOne("x", text);
  expect([records[0]?.title, problems]).toEqual(["A bridge & a ferry", []]);
});

test("a record with its own address is read by a mapping too, where that names one of its fields", async () => {
  const text = JSON.stringify([story(1, { points: 7 }), story(2)]);
  const { records, problems } = await readOne("x", text, { columns: { quality: "points" } });
  expect(records).toEqual([story(1, { quality: 7 }), story(2)]);
  expect(problems).toEqual([]);
});

test("an item that is no object is reported, and the others are read", async () => {
  const { records, rejected } = await readOne("x", JSON.stringify(["x", 7, null, story(1)]));
  expect([records, rejected]).toEqual([[story(1)], 3]);
});
