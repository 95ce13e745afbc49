import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  byLanguage,
  LabelledSetError,
  readLabelledSet,
  timeOf,
} from "../../../../scripts/bench/stories/labels/labelled-articles.ts";

const folder = mkdtempSync(join(tmpdir(), "labelled-"));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const FULL =
  "title\tstory\turl\thostname\ttimestamp\tlang\texcerpt\ttext\nBridge closes\ts1\thttps://a.example/x\ta.example\t1394470370698\teng\tA lead\twire 1\n";

test("reads all columns, plain or gzip", () => {
  const article = {
    title: "Bridge closes",
    story: "s1",
    text: "wire 1",
    url: "https://a.example/x",
    excerpt: "A lead",
    language: "eng",
    published: 1394470370698,
  };
  expect(readLabelledSet(file("full.tsv", FULL))).toEqual({ name: "full", articles: [article] });
  expect(readLabelledSet(file("packed.tsv.gz", gzipSync(FULL)))).toEqual({
    name: "packed",
    articles: [article],
  });
});

test("title and story are enough, in any order, with Windows' line ends", () => {
  const { articles } = readLabelledSet(
    file("least.tsv", "story\ttitle\r\ns1\tBridge\r\n\tNo story\r\ns2\t\r\n"),
  );
  expect(articles).toEqual([
    {
      title: "Bridge",
      story: "s1",
      text: "",
      url: "",
      excerpt: "",
      language: null,
      published: null,
    },
  ]);
});

test.each([
  ["without stories", "title\turl\na\tb\n", "its first line names no column story"],
  ["without titles", "story\turl\na\tb\n", "its first line names no column title"],
  ["without rows", "title\tstory\n", "no row has a title and a story"],
  ["cut off", gzipSync(FULL).subarray(0, 40), "unexpected end of file"],
])("a file %s is refused in one line that names it", (name, content, reason) => {
  const path = file(`${name.replaceAll(" ", "-")}.tsv`, content);
  expect(() => readLabelledSet(path)).toThrow(new LabelledSetError(`${path}: ${reason}`));
});

test.each([
  ["1394470370698", 1394470370698],
  ["1394470370", 1394470370000],
  ["2021-07-01 10:51:00", Date.UTC(2021, 6, 1, 10, 51)],
  ["2014-09-13T20:52:07.702-0400", Date.UTC(2014, 8, 14, 0, 52, 7, 702)],
  ["yesterday", null],
  ["", null],
])("time %s", (text, time) => {
  expect(timeOf(text)).toBe(time);
});

test("languages apart, where there are several", () => {
  const lines = ["en\tone", "en\ttwo", "de\teins"].map((line) => `s\t${line}`).join("\n");
  const set = readLabelledSet(file("languages.tsv", `story\tlang\ttitle\n${lines}\n`));
  expect(byLanguage(set).map(([language, { articles }]) => [language, articles.length])).toEqual([
    ["en", 2],
  ]);
  expect(
    byLanguage(readLabelledSet(file("one.tsv", "story\tlang\ttitle\ns\ten\ta\ns\ten\tb\n"))),
  ).toEqual([]);
});
