import { describe, expect, test } from "vitest";
import type { Correction } from "../../../core/corrections/corrections.ts";
import {
  readCorrectionsFile,
  writeCorrectionsFile,
} from "../../../core/corrections/corrections-file.ts";

const PAIR: Correction = {
  page: "a.example/1?id=7",
  article: "b.example/2",
  pageTitle: "عبّارة",
  articleTitle: "",
  at: Date.UTC(2026, 4, 2, 8, 0, 0, 123),
};
const ENTRY = {
  page: "https://a.example/1?id=7",
  article: "https://b.example/2",
  pageTitle: "عبّارة",
  articleTitle: "",
  at: "2026-05-02T08:00:00.123Z",
};
const FILE = { format: "second-source-corrections", version: 1, pairs: [ENTRY] };

const read = (file: unknown) => readCorrectionsFile(JSON.stringify(file));
const fault = (file: unknown) => {
  const result = read(file);
  return "fault" in result ? result.fault : null;
};

test("a file of corrections has addresses, titles and times in plain form", () => {
  expect(JSON.parse(writeCorrectionsFile([PAIR]))).toEqual(FILE);
});

describe("a file of corrections", () => {
  test("is read as it was written", () => {
    expect(readCorrectionsFile(writeCorrectionsFile([PAIR]))).toEqual({ pairs: [PAIR] });
  });

  test("may have no entries", () => {
    expect(read({ ...FILE, pairs: [] })).toEqual({ pairs: [] });
  });

  test("may lack titles, and may have unknown fields", () => {
    const { page, article, at } = ENTRY;
    expect(read({ ...FILE, comment: "mine", pairs: [{ page, article, at, note: 7 }] })).toEqual({
      pairs: [{ ...PAIR, pageTitle: "" }],
    });
  });

  test("has its addresses normalised to URL keys", () => {
    const page = "http://www.a.example/1/?id=7&utm_source=mail#top";
    expect(read({ ...FILE, pairs: [{ ...ENTRY, page }] })).toEqual({ pairs: [PAIR] });
  });

  test.each(["", "not JSON", "{", "null", "7", '"text"'])("is refused when it is %j", (text) => {
    expect(readCorrectionsFile(text)).toEqual({ fault: { kind: "not-json" } });
  });

  test.each([
    ["a list", [ENTRY]],
    ["of another program", { ...FILE, format: "bookmarks" }],
    ["without a format", { version: 1, pairs: [] }],
    ["without pairs", { ...FILE, pairs: undefined }],
    ["with pairs that are no list", { ...FILE, pairs: { 0: ENTRY } }],
  ])("is refused when it is %s", (_, file) => {
    expect(fault(file)).toEqual({ kind: "other-format" });
  });

  test.each([
    [2, "2"],
    ["1", "1"],
    [undefined, "undefined"],
    ["x".repeat(50), "x".repeat(20)],
  ])("is refused when it is of version %j", (version, shown) => {
    expect(fault({ ...FILE, version })).toEqual({ kind: "other-version", version: shown });
  });

  test("is refused when it has more entries than can be stored", () => {
    expect(fault({ ...FILE, pairs: Array(10_001).fill(ENTRY) })).toEqual({ kind: "too-many" });
  });

  test.each([
    ["page", "ftp://a.example"],
    ["page", undefined],
    ["page", 7],
    ["article", "a.example/1"],
    ["article", `https://a.example/${"x".repeat(5000)}`],
    ["pageTitle", 7],
    ["articleTitle", null],
    ["at", undefined],
    ["at", 1_650_000_000_000],
    ["at", "yesterday"],
    ["at", "1969-12-31T23:59:59Z"],
  ] as const)("is refused with its entry and field when %s is %j", (field, value) => {
    expect(fault({ ...FILE, pairs: [ENTRY, { ...ENTRY, [field]: value }] })).toEqual({
      kind: "field",
      number: 2,
      field,
    });
  });

  test.each([null, "text", 7, []])("is refused when an entry is %j", (entry) => {
    expect(fault({ ...FILE, pairs: [entry] })).toEqual({ kind: "field", number: 1, field: "page" });
  });

  test("is refused when an entry has one article twice", () => {
    expect(fault({ ...FILE, pairs: [{ ...ENTRY, article: ENTRY.page }] })).toEqual({
      kind: "one-article",
      number: 1,
    });
  });
});
