import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ReadOptions } from "../../../../core/import/run/read-options.ts";
import { parquetFile } from "../../../fixtures/parquet/parquet-file.ts";
import { tarOf, zipOf } from "../archives.ts";
import { file, readAll, readOne, story } from "../reading.ts";

const bytesOf = (name: string) => readFileSync(parquetFile(name));
const read = (name: string, options: ReadOptions = {}) => readOne("a", bytesOf(name), options);

/** The article of a row of the files with columns as a crawler has them. */
const crawled = (n: number, time = `2024-03-0${n}T08:30:00.000Z`) => ({
  title: `Story ${n}`,
  publishedDateTime: time,
  webUrl: `https://news.example/${n}`,
  type: "article",
  provider: { name: "The Paper", domain: "news.example" },
  quality: n + 0.5,
  heat: n,
  topics: ["Bridges", `Day ${n}`],
  category: "City",
});
const ALL = [1, 2, 3, 4, 5].map((n) => crawled(n));

test.each([
  ["Snappy", "snappy"],
  ["Zstandard", "zstd"],
  ["gzip", "gzip"],
  ["LZ4", "lz4"],
  ["nothing", "none"],
])("columns packed with %s are read", async (_, name) => {
  const { records, problems } = await read(name);
  expect({ records, problems }).toEqual({ records: ALL, problems: [] });
});

test.each([
  ["several row groups", "row-groups"],
  ["pages of version 2", "pages-v2"],
  ["times of 96 bits", "int96"],
  ["times in nanoseconds, and text stored as differences", "nanoseconds"],
  ["what Polars writes", "polars"],
  ["what DuckDB writes", "duckdb"],
])("%s are read", async (_, name) => {
  const { records, problems, articles } = await read(name);
  expect({ records, problems }).toEqual({ records: ALL, problems: [] });
  expect(articles.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
});

test("a day is read as its start", async () => {
  const { records } = await read("days");
  expect(records).toEqual([1, 2, 3, 4, 5].map((n) => crawled(n, `2024-03-0${n}T00:00:00Z`)));
});

test("columns that hold something and are not read are named; one without values is not", async () => {
  expect((await read("snappy")).unused).toEqual(["text", "source.id"]);
});

test("the fields of the format are read, with lists, objects in lists, and absent values", async () => {
  const { records, problems, unused } = await read("records");
  const related = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      title: `Related ${i}`,
      webUrl: `https://other.example/${i}`,
      type: "article",
      provider: { name: "Other", domain: "other.example" },
    }));
  const record = (n: number, fields: object) => ({
    ...story(n),
    provider: { name: "The Paper", domain: "news.example" },
    publishedDateTime: `2024-03-0${n}T08:30:00Z`,
    related: related(n - 1),
    secured: "YQ==;Yg==",
    ...fields,
  });
  expect(problems).toEqual([]);
  expect(records).toEqual([
    record(1, { quality: 71.5, topics: ["Bridges"] }),
    record(2, { topics: [] }),
    record(3, { quality: 7 }),
    record(4, { topics: ["A", "B"] }),
    record(5, { quality: 0, topics: ["C"] }),
  ]);
  expect(unused).toEqual(["extra"]);
});

describe("columns with other names", () => {
  test("are asked for, with rows and a guess", async () => {
    const { columns, records } = await read("other-names");
    expect(records).toEqual([]);
    expect(columns).toMatchObject([
      {
        header: [
          "Schlagzeile",
          "Netz",
          "source.id",
          "source.name",
          "published_at",
          "score",
          "heat",
          "tags",
          "section",
          "text",
          "comment",
        ],
        guess: { url: 1, publisher: 3, timestamp: 4, quality: 5, topics: 7 },
        missing: ["title", "url"],
      },
    ]);
    expect(columns[0]?.sample.map((cells) => cells.slice(0, 5).join(" "))).toEqual(
      [1, 2, 3, 4, 5].map(
        (n) => `Story ${n} https://news.example/${n} ${n} The Paper 2024-03-0${n}T08:30:00.000Z`,
      ),
    );
  });

  test("can be given by name, by place, and in the options by their header", async () => {
    const byName = { title: "Schlagzeile", url: "Netz" };
    const header = (await read("other-names")).columns[0]?.header ?? [];
    for (const options of [
      { columns: byName },
      { columns: { title: "column 1", url: "column 2" } },
      { tables: [{ header, columns: { title: 0, url: 1 } }] },
    ])
      expect((await read("other-names", options)).records).toEqual(ALL);
  });

  test("may be inside others", async () => {
    const { records } = await read("other-names", {
      columns: { title: "text", url: "Netz", category: "source.id" },
    });
    expect(records.map(({ category }) => category)).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("a Parquet file", () => {
  test.each([
    ["zip", (content: Uint8Array) => zipOf([["set/a.parquet", content]])],
    ["tar", (content: Uint8Array) => tarOf([["set/a.parquet", content]])],
    ["gzip", (content: Uint8Array) => gzipSync(content)],
  ])("is read from %s", async (_, pack) => {
    const packed = await pack(bytesOf("snappy"));
    const { records, problems, bytesRead } = await readOne("x", packed);
    expect({ records, problems }).toEqual({ records: ALL, problems: [] });
    expect(bytesRead).toBe(packed.length);
  });

  test("in an archive has a limit", async () => {
    const zip = await zipOf([["a.parquet", bytesOf("snappy")]]);
    const { problems } = await readOne("x", zip, { limits: { wholeMemberBytes: 1000 } });
    expect(problems).toEqual([
      "x/a.parquet: rejected: expected at most 1000 bytes in an archive; unpack it and add the file itself",
    ]);
  });

  test("is read in parts, and the bytes that were read end at its size", async () => {
    const sizes: number[] = [];
    const content = bytesOf("row-groups");
    const blob = new Blob([content]);
    const slice = blob.slice.bind(blob);
    blob.slice = (start = 0, end = content.length) => {
      sizes.push(end - start);
      return slice(start, end);
    };
    const { records, bytesRead } = await readAll([{ path: "a", blob }]);
    expect(records).toEqual(ALL);
    expect(bytesRead).toBe(content.length);
    // The footer of such a small file is read with all of it; the columns one by one.
    expect(sizes.filter((size) => size < 1000).length).toBeGreaterThan(20);
  });

  test("without rows holds no articles", async () => {
    expect((await read("empty")).problems).toEqual(["a: rejected: holds no articles"]);
  });
});

describe("what cannot be read", () => {
  test("columns packed with Brotli say what to do", async () => {
    expect((await read("brotli")).problems).toEqual([
      "a: rejected: expected columns packed with Snappy, Zstandard, gzip, LZ4 or nothing, found Brotli; write the file again with one of these",
    ]);
  });

  test("a file that is cut off has lost its end, and with it the list of columns", async () => {
    const { problems } = await readOne("a", bytesOf("snappy").subarray(0, 3000));
    expect(problems).toEqual(["a: rejected: expected the rest of the Parquet file; it is cut off"]);
  });

  test("rows before a damaged row group stay", async () => {
    const content = bytesOf("row-groups");
    const last = content.indexOf("https://news.example/5");
    content.fill(0xff, last - 40, last);
    const { records, problems } = await readOne("a", content);
    expect(records).toEqual(ALL.slice(0, 4));
    expect(problems.length).toBe(1);
    expect(problems[0]).toMatch(/^a: rejected: damaged Parquet file: /);
  });

  test("pages that unpack to more than the limits are refused before they are", async () => {
    const limits = { unpackedBytes: 100 };
    expect((await read("zstd", { limits })).problems).toEqual([
      "a: rejected: expected at most 100 bytes when unpacked",
    ]);
  });
});

test("in a folder, beside files of other kinds", async () => {
  const { records, skipped } = await readAll([
    file("set/part-0.parquet", bytesOf("snappy")),
    file("set/_SUCCESS", ""),
    file("set/part-1.parquet", bytesOf("empty")),
  ]);
  expect(records).toEqual(ALL);
  expect(skipped).toEqual(["set/_SUCCESS", "set/part-1.parquet"]);
});
