import { describe, expect, test } from "vitest";
import type { ReadOptions } from "../../../../core/import/run/read-options.ts";
import { readOne } from "../reading.ts";

const ITEMS = [
  { h: "A", l: "https://a.example/1" },
  { h: "B", l: "https://a.example/2" },
];
const MAPPED: ReadOptions = { columns: { title: "h", url: "l" } };

async function titles(value: unknown, options: ReadOptions = {}) {
  const { records, problems } = await readOne("x.json", JSON.stringify(value), options);
  return { titles: records.map(({ title }) => title), problems };
}

describe("a mapping reaches the objects of a list", () => {
  test.each([
    ["in an object", { articles: ITEMS }],
    ["in an object in an object", { data: { articles: ITEMS } }],
    [
      "in an object with a title and an address",
      { title: "F", url: "https://f.example/", i: ITEMS },
    ],
    [
      "in an object in one with a title and an address",
      { title: "F", url: "https://f.example/", data: { articles: ITEMS } },
    ],
    ["in an object that has them by id", { x1: ITEMS[0], x2: ITEMS[1] }],
  ])("%s", async (_, value) => {
    expect((await titles(value, MAPPED)).titles).toEqual(["A", "B"]);
  });

  test("of which the address has a known name", async () => {
    const articles = ITEMS.map(({ h, l }) => ({ h, url: l }));
    const value = { title: "F", url: "https://f.example/", data: { articles } };
    expect((await titles(value, { columns: { title: "h" } })).titles).toEqual(["A", "B"]);
  });
});

describe("objects by id", () => {
  const BY_ID = {
    x1: { title: "A", url: "https://a.example/1" },
    x2: { title: "B", url: "https://a.example/2" },
  };

  test("are records when all have a title and an address", async () => {
    expect((await titles(BY_ID)).titles).toEqual(["A", "B"]);
  });

  test("are reported with the lines of their ids", async () => {
    const text = JSON.stringify({ ...BY_ID, x3: { title: "C", url: "none" } }, null, 1);
    const { problems } = await readOne("x.json", text);
    expect(problems.map((problem) => problem.split(" ")[0])).toContain("x.json:10:");
  });

  test("are none when one of them has no address", async () => {
    expect((await titles({ ...BY_ID, x3: { title: "C" } })).titles).toEqual([]);
  });
});

describe("a column of a mapping that does not exist is reported, with those that do", () => {
  test.each([
    ["Headline", "no column “Headline”; there are: name, link"],
    ["column 0", "no column “column 0”; there are: name, link"],
    ["column 3", "no column “column 3”; there are: name, link"],
  ])("in a table: %s", async (title, message) => {
    const text = "name,link\nA,https://a.example/1\n";
    const { problems } = await readOne("x.csv", text, { columns: { title } });
    expect(problems).toEqual([`title=${title}: rejected: ${message}`]);
  });

  test("in JSON", async () => {
    const { problems } = await titles([{ title: "A", url: "https://a.example/1" }], {
      columns: { excerpt: "Teaser" },
    });
    expect(problems).toEqual([
      "excerpt=Teaser: rejected: no column “Teaser”; there are: title, url",
    ]);
  });

  test("but not one that only the last file has", async () => {
    const objects = Array.from({ length: 9 }, (_, i) => ({
      title: "A",
      url: `https://a.example/${i}`,
      ...(i === 8 && { Teaser: "T" }),
    }));
    expect((await titles(objects, { columns: { excerpt: "Teaser" } })).problems).toEqual([]);
  });
});
