import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { describe, expect, test } from "vitest";
import { tarOf, zipOf } from "../archives.ts";
import { file, markdown, readAll, readOne, story } from "../reading.ts";

const two = [story(1), story(2)];
const lines = two.map((record) => JSON.stringify(record)).join("\n");
const table = (delimiter: string) =>
  [
    ["title", "url", "publisher"],
    ["Story 1", "https://news.example/1", "News"],
    ["Story 2", "https://news.example/2", "News"],
  ]
    .map((row) => row.join(delimiter))
    .join("\n");

/** Each format, under a name without an extension. */
const FILES: readonly (readonly [format: string, content: string | Uint8Array])[] = [
  ["a JSON list", JSON.stringify(two)],
  ["a JSON list over many lines", JSON.stringify(two, null, 2)],
  ["a JSON object with a list", JSON.stringify({ version: 1, articles: two, more: [] })],
  ["a JSON object with a list deep inside", JSON.stringify({ ok: 1, data: { articles: two } })],
  [
    "a JSON object with a record a line",
    `{"articles": [\n${two.map((record) => JSON.stringify(record)).join(",\n")}\n]}`,
  ],
  ["JSON Lines", lines],
  ["JSON Lines with line ends of Windows", `${lines.replaceAll("\n", "\r\n")}\r\n`],
  ["JSON Lines after blank lines", `\n\n  \n${lines}`],
  ["JSON Lines with line ends of old Macs", lines.replaceAll("\n", "\r")],
  ["JSON Lines of old Macs after blank lines", `\r\r ${lines.replaceAll("\n", "\r")}\r`],
  ["CSV with line ends of old Macs", table(",").replaceAll("\n", "\r")],
  ["TSV with line ends of old Macs", `${table("\t").replaceAll("\n", "\r")}\r`],
  ["CSV with commas", table(",")],
  ["CSV with semicolons", table(";")],
  ["CSV with line ends of Windows", table(",").replaceAll("\n", "\r\n")],
  ["TSV", table("\t")],
  ["gzip of JSON Lines", gzipSync(lines)],
  [
    "gzip of several members",
    Buffer.concat([gzipSync(`${lines.split("\n")[0]}\n`), gzipSync(lines.split("\n")[1] ?? "")]),
  ],
  ["gzip padded with zeros", Buffer.concat([gzipSync(lines), new Uint8Array(512)])],
];

test.each(FILES)("%s is recognised by its content", async (_, content) => {
  const { records, problems, rejected } = await readOne("x.bin", content);
  expect(problems).toEqual([]);
  expect(rejected).toBe(0);
  expect(records).toEqual(two);
});

test("a byte order mark makes no difference", async () => {
  for (const content of [lines, JSON.stringify(two), table(","), table("\t")]) {
    const { records, problems } = await readOne("x", `\ufeff${content}`);
    expect({ records, problems }).toEqual({ records: two, problems: [] });
  }
  expect((await readOne("x", `\ufeff${markdown(1)}`)).records).toEqual([story(1)]);
});

test("Markdown with line ends of old Macs is recognised by its content", async () => {
  const { records, problems } = await readOne("x", markdown(1).replaceAll("\n", "\r"));
  expect({ records, problems }).toEqual({ records: [story(1)], problems: [] });
});

test("in a table of old Macs, cells may hold line feeds, and lines are counted", async () => {
  const csv = 'title,url\r\r"A\nB",https://a.example/1\rC,nowhere\r';
  const { records, articles, problems } = await readOne("x", csv);
  expect(records.map(({ title }) => title)).toEqual(["A B"]);
  expect(articles.map(({ line }) => line)).toEqual([3]);
  expect(problems.at(-1)).toMatch(/^x:5: webUrl: rejected: /);
});

test("one record is Markdown or one JSON object", async () => {
  expect((await readOne("x", markdown(1))).records).toEqual([story(1)]);
  expect((await readOne("x", JSON.stringify(story(1)))).records).toEqual([story(1)]);
});

describe("archives", () => {
  const members: [string, string | Uint8Array][] = [
    ["set/articles/1.md", markdown(1)],
    ["set/more.jsonl.gz", gzipSync(JSON.stringify(story(2)))],
    ["set/README.md", "# About\n\nNo front matter, [a link](x).\n"],
    ["set/.git/config.json", "{"],
    ["__MACOSX/set/._1.md", "x"],
    ["set/node_modules/a/package.json", "{"],
    ["set/picture.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)],
    ["set/package.json", '{ "name": "set", "files": [] }'],
    ["set/empty.txt", ""],
  ];

  test.each([
    ["zip", () => zipOf(members)],
    ["tar", () => tarOf(members)],
    ["tar.gz", async () => gzipSync(await tarOf(members))],
  ])("%s: data is read and the rest is skipped", async (_, make) => {
    const { articles, problems, rejected, skipped } = await readOne("a", await make());
    expect(problems).toEqual([]);
    expect(rejected).toBe(0);
    expect(articles.map(({ record, file, line }) => [record.title, file, line])).toEqual([
      ["Story 1", "a/set/articles/1.md", 1],
      ["Story 2", "a/set/more.jsonl.gz", 1],
    ]);
    expect(skipped).toEqual([
      "a/set/README.md",
      "a/set/.git/config.json",
      "a/__MACOSX/set/._1.md",
      "a/set/node_modules/a/package.json",
      "a/set/picture.png",
      "a/set/package.json",
      "a/set/empty.txt",
    ]);
  });

  test.each([
    ["zip in zip", async () => zipOf([["inner.zip", await zipOf([["1.md", markdown(1)]])]])],
    ["tar in zip", async () => zipOf([["inner.zip", await tarOf([["1.md", markdown(1)]])]])],
    ["zip in tar", async () => tarOf([["inner.zip", await zipOf([["1.md", markdown(1)]])]])],
    [
      "tar.gz in tar",
      async () => tarOf([["inner.zip", gzipSync(await tarOf([["1.md", markdown(1)]]))]]),
    ],
    [
      "zip in gzip in tar",
      async () => tarOf([["inner.zip", gzipSync(await zipOf([["1.md", markdown(1)]]))]]),
    ],
    ["gzip in gzip in tar", () => tarOf([["inner.zip", gzipSync(gzipSync("x"))]])],
  ])("%s is refused", async (_, make) => {
    const { records, problems } = await readOne("a", await make());
    expect(records).toEqual([]);
    expect(problems).toEqual(["a/inner.zip: rejected: archive inside an archive"]);
  });
});

test("zip in gzip is refused", async () => {
  const { problems } = await readOne("a", gzipSync(await zipOf([["1.md", markdown(1)]])));
  expect(problems).toEqual(["a: rejected: archive inside an archive"]);
});

describe("a folder", () => {
  test("is read like an archive; the first part of a path is the folder", async () => {
    const { records, skipped, problems } = await readAll([
      file("set/1.md", markdown(1)),
      file("set/notes.txt", "Just words, and more."),
      file("set/.hidden.md", markdown(2)),
    ]);
    expect(records).toEqual([story(1)]);
    expect(skipped).toEqual(["set/notes.txt", "set/.hidden.md"]);
    expect(problems).toEqual([]);
  });

  test("may itself be hidden", async () => {
    const given = { ...file("/home/a/.data/set/1.md", markdown(1)), folder: "/home/a/.data/set" };
    expect((await readAll([given])).records).toEqual([story(1)]);
  });
});

test.each([
  ["words", "Just words, and more."],
  ["words before JSON", 'Just words {"title": "A"}'],
  ["a word that is joined to JSON", 'x{"title": "A"}'],
  ["Markdown without front matter", "# Title\n"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)],
])("%s given by itself is rejected", async (_, content) => {
  expect((await readOne("notes.txt", content)).problems).toEqual([
    "notes.txt: rejected: format not recognised: expected Parquet, Markdown with front matter, Markdown with a list of fields, JSON Lines, JSON, CSV, TSV, gzip, zip or tar",
  ]);
});

describe("files without articles are reported", () => {
  test.each([
    ["an empty file", "", "holds no articles: the file is empty"],
    ["blank lines", "\n\n\n", "holds no articles: the file is empty"],
    ["a header without rows", "title,url\n", "holds no articles"],
    ["an empty list", "[]", "holds no articles"],
    ["an empty list in an object", '{"status":"ok","data":{"articles":[]}}', "holds no articles"],
    ["an empty zip archive", Buffer.from(`PK\u0005\u0006${"\0".repeat(18)}`), "holds no articles"],
    ["an empty tar archive", new Uint8Array(1024), "holds no articles: the file is all zeros"],
  ])("%s", async (_, content, reason) => {
    const { problems, rejected } = await readOne("x", content);
    expect(problems.map((problem) => problem.replace(/^x(?::1)?: /, ""))).toEqual([
      `rejected: ${reason}`,
    ]);
    expect(rejected).toBe(1);
  });

  test("a tar archive of folders alone", async () => {
    const tar = await packTar([{ header: { name: "set/", type: "directory", size: 0 } }]);
    expect((await readOne("x", tar)).problems).toEqual(["x: rejected: holds no articles"]);
  });

  test("among other files it is skipped", async () => {
    const { skipped, problems } = await readAll([
      file("set/empty.json", "[]"),
      file("set/header.csv", "title,url\n"),
    ]);
    expect({ skipped, problems }).toEqual({
      skipped: ["set/empty.json", "set/header.csv"],
      problems: [],
    });
  });
});

describe("the manifest of a data set", () => {
  test("is recognised by its file name and a text “name”, and is not a record", async () => {
    const content = { id: "a", name: "A", description: "d", licence: "CC0", source: "s", extra: 1 };
    const { manifests, records, problems } = await readAll([
      file("set/manifest.json", JSON.stringify(content)),
    ]);
    const { extra: _, ...manifest } = content;
    expect({ manifests, records, problems }).toEqual({
      manifests: [manifest],
      records: [],
      problems: [],
    });
  });

  test("is read field by field", async () => {
    const { manifests, problems } = await readAll([
      file(
        "set/manifest.json",
        JSON.stringify({ id: "My Set", name: "A &amp; B", licence: 7, source: null }),
      ),
    ]);
    expect(manifests).toEqual([{ name: "A & B" }]);
    expect(problems).toEqual([
      'set/manifest.json: id: dropped: expected up to 64 of a–z, 0–9 and -, found "My Set"',
      'set/manifest.json: name: repaired: html-entity, found "A &amp; B"',
      "set/manifest.json: licence: dropped: expected text of at most 1000 characters, found 7",
    ]);
  });

  test("a manifest.json without a name is read as what it holds", async () => {
    const { records, manifests } = await readOne("manifest.json", JSON.stringify([story(1)]));
    expect({ records, manifests }).toEqual({ records: [story(1)], manifests: [] });
  });
});

test("bytes read end at the size of the files", async () => {
  const files = [
    file("a.jsonl", lines),
    file("b.zip", await zipOf([["1.md", markdown(1)]])),
    file("c.gz", gzipSync(lines)),
  ];
  const { bytesRead } = await readAll(files);
  expect(bytesRead).toBe(files.reduce((size, { blob }) => size + blob.size, 0));
});

test("in a table, days and months are told apart by later rows", async () => {
  const csv =
    "title,url,date\nA,https://a.example/1,03/04/2024\nB,https://a.example/2,25/04/2024\n";
  const { records, problems } = await readOne("x", csv);
  expect(records.map(({ publishedDateTime }) => publishedDateTime?.slice(0, 10))).toEqual([
    "2024-04-03",
    "2024-04-25",
  ]);
  expect(problems).toEqual([]);
});

test("a batch has at most 500 records", async () => {
  const many = Array.from({ length: 1201 }, (_, i) => JSON.stringify(story(i))).join("\n");
  const { records, batches } = await readOne("x", many);
  expect([records.length, batches]).toEqual([1201, 3]);
});

test("records of a table and of lines have their line numbers", async () => {
  const csv = `title,url\n\n"Story\n1",https://news.example/1\nStory 2,https://news.example/2\n`;
  expect((await readOne("x", csv)).articles.map(({ line }) => line)).toEqual([3, 5]);
  const pretty = JSON.stringify({ articles: two }, null, 2);
  expect((await readOne("x", pretty)).articles.map(({ line }) => line)).toEqual([3, 12]);
});
