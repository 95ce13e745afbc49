import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { tarOf, zipOf } from "../archives.ts";
import { file, readAll, readOne, story } from "../reading.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const AS_CSV = "save it as CSV (UTF-8), each sheet by itself, and add that";
const UNPACK = "unpack it first; gzip, zip and tar are read as they are";
const REFERENCES = "export it as CSV from the program that manages your references, and add that";

/** Files of formats that are not read, and that mostly hold articles. */
const DATA: readonly (readonly [what: string, content: () => unknown, message: string])[] = [
  [
    "Excel",
    () => zipOf([["[Content_Types].xml", "<Types/>"]]),
    `an Excel or other Office file, which is not read: ${AS_CSV}`,
  ],
  [
    "Excel of another writer",
    () => zipOf([["xl/worksheets/sheet1.xml", "<worksheet/>"]]),
    `an Excel or other Office file, which is not read: ${AS_CSV}`,
  ],
  [
    "OpenDocument",
    () =>
      zipOf(
        [["mimetype", "application/vnd.oasis.opendocument.spreadsheet"]],
        // The first file of such an archive is not packed.
        { level: 0, extendedTimestamp: false, dataDescriptor: false },
      ),
    `an OpenDocument table, which is not read: ${AS_CSV}`,
  ],
  [
    "old Excel",
    () => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
    `a file of an old version of Excel or Word, which is not read: ${AS_CSV}`,
  ],
  ["bzip2", () => "BZh91AY&SY\u0001\u0002", `packed with bzip2, which is not read: ${UNPACK}`],
  [
    "Zstandard",
    () => bytes(0x28, 0xb5, 0x2f, 0xfd, 0, 1),
    `packed with Zstandard, which is not read: ${UNPACK}`,
  ],
  [
    "xz",
    () => bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0),
    `packed with xz, which is not read: ${UNPACK}`,
  ],
  [
    "7-Zip",
    () => bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
    `packed with 7-Zip, which is not read: ${UNPACK}`,
  ],
  ["RAR", () => "Rar!\u001a\u0007\u0001\0", `a RAR archive, which is not read: ${UNPACK}`],
  [
    "SQLite",
    () => "SQLite format 3\0\u0010",
    "a SQLite database, which is not read: export its table of articles as CSV or JSON, and add that",
  ],
  [
    "Arrow",
    () => "ARROW1\0\0\u0001",
    "an Arrow, Feather, Avro or ORC file, which is not read: write the table as Parquet, which is read, and add that",
  ],
  [
    "encrypted Parquet",
    () => "PARE\u0015\u0004",
    "an encrypted Parquet file, which is not read: write it without encryption",
  ],
  [
    "WARC",
    () => "WARC/1.0\r\nWARC-Type: warcinfo\r\n",
    "a web archive (WARC), which is not read: extract title, address and time of its articles into CSV or JSON Lines, and add that",
  ],
  [
    "RIS",
    () => "TY  - NEWS\nTI  - A\nUR  - https://a.example/1\nER  - \n",
    `a list of references (RIS), which is not read: ${REFERENCES}`,
  ],
  [
    "BibTeX",
    () => "% exported\n@article{key1,\n  title = {A, B},\n  url = {https://a.example/1}\n}\n",
    `a list of references (BibTeX), which is not read: ${REFERENCES}`,
  ],
];

/** Files of other kinds that are common, and of which the user may expect something. */
const OTHERS: readonly (readonly [what: string, content: string, message: string])[] = [
  [
    "OPML",
    '<?xml version="1.0"?>\n<!-- feeds -->\n<opml version="2.0"></opml>',
    "a list of feeds (OPML), which is not read: open it under “Live outlets” in the options",
  ],
  [
    "OPML with declarations in front of it",
    '<!DOCTYPE opml [\n<!ENTITY a "<b>">\n]>\n<opml version="2.0"></opml>',
    "a list of feeds (OPML), which is not read: open it under “Live outlets” in the options",
  ],
  [
    "OPML with a DOCTYPE",
    '<!DOCTYPE opml SYSTEM "opml.dtd"><opml version="2.0"></opml>',
    "a list of feeds (OPML), which is not read: open it under “Live outlets” in the options",
  ],
  [
    "RSS",
    '\ufeff<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    "a feed (RSS or Atom) that was saved as a file, which is not read: add its address under “Live outlets” in the options",
  ],
  [
    "Atom",
    '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    "a feed (RSS or Atom) that was saved as a file, which is not read: add its address under “Live outlets” in the options",
  ],
  [
    "a sitemap",
    '<?xml version="1.0"?><urlset></urlset>',
    "a sitemap, which is not read: if it is a news sitemap, add its address under “Live outlets” in the options",
  ],
  [
    "bookmarks",
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>",
    "a list of bookmarks, which is not read: export the pages as CSV, with title and url",
  ],
  [
    "bookmarks of Firefox",
    '{"guid":"root","children":[{"type":"text/x-moz-place","title":"A","uri":"https://a.example/"}]}',
    "a list of bookmarks, which is not read: export the pages as CSV, with title and url",
  ],
  [
    "a web page",
    '<!DOCTYPE html>\n<html lang="en"><title>A, B</title></html>',
    "a web page, which is not read: articles are read from CSV, JSON, Parquet or Markdown",
  ],
  [
    "other XML",
    '<?xml version="1.0"?>\n<articles><article title="A"/></articles>',
    "XML of an unknown kind, which is not read: write title, address and time as CSV or JSON",
  ],
  [
    "PDF",
    "%PDF-1.7\n",
    "a PDF document, which is not read: articles are read from CSV, JSON, Parquet or Markdown",
  ],
];

const contentOf = async (content: () => unknown) => (await content()) as string | Uint8Array;

test.each(DATA)("%s says what it is and what to do", async (_, content, message) => {
  expect((await readOne("x", await contentOf(content))).problems).toEqual([
    `x: rejected: ${message}`,
  ]);
});

test.each(OTHERS)("%s says what it is and what to do", async (_, content, message) => {
  expect((await readOne("x", content)).problems).toEqual([`x: rejected: ${message}`]);
});

describe("among other files", () => {
  const article = file("set/1.json", JSON.stringify([story(1)]));

  test.each(DATA)("%s is named, since it may hold articles", async (_, content, message) => {
    const { records, problems, rejected } = await readAll([
      article,
      file("set/x", await contentOf(content)),
    ]);
    expect(records).toEqual([story(1)]);
    expect({ problems, rejected }).toEqual({
      problems: [`set/x: rejected: ${message}`],
      rejected: 1,
    });
  });

  test.each(OTHERS)("%s is skipped", async (_, content) => {
    const { problems, skipped } = await readAll([article, file("set/x", content)]);
    expect({ problems, skipped }).toEqual({ problems: [], skipped: ["set/x"] });
  });
});

test("a workbook in an archive, and one that is packed, say what they are too", async () => {
  const workbook = await zipOf([["xl/workbook.xml", "<workbook/>"]]);
  const message = `an Excel or other Office file, which is not read: ${AS_CSV}`;
  expect((await readOne("x", await tarOf([["a.xlsx", workbook]]))).problems).toEqual([
    `x/a.xlsx: rejected: ${message}`,
  ]);
  expect((await readOne("x", gzipSync(workbook))).problems).toEqual([`x: rejected: ${message}`]);
});

test.each([
  ["ORCID", "orcid,title,url\n1,A,https://a.example/1\n"],
  ["PARENT", "PARENT,title,url\n1,A,https://a.example/1\n"],
])("a table whose first column is %s is a table", async (_, text) => {
  const { records } = await readOne("x", text.replace("orcid", "ORCID"));
  expect(records.map(({ title }) => title)).toEqual(["A"]);
});

test("a text that has the name of an Office file's part where such a file has it is no workbook", async () => {
  const { problems } = await readOne(
    "x",
    `${"Just words, and more. ".padEnd(30, ".")}word/ and more`,
  );
  expect(problems[0]).toMatch(/^x: rejected: format not recognised/);
});

test("a million blanks and comments before a root element are searched in no time", async () => {
  for (const start of [" ", "<!-- -->", "<?a?>", "<!doctype a>"]) {
    const { problems } = await readOne("x", `${start.repeat(1_000_000)}x`);
    expect(problems.length).toBe(1);
  }
});
