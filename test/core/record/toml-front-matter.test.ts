import { describe, expect, test } from "vitest";
import { FrontMatterError, readFrontMatter } from "../../../core/record/front-matter.ts";

function refusal(markdown: string) {
  try {
    readFrontMatter(markdown);
  } catch (error) {
    if (error instanceof FrontMatterError) return { line: error.line, message: error.message };
    throw error;
  }
  return null;
}

test("fields, lists, tables and times are read, each with its line", () => {
  const { value, lineOf } = readFrontMatter(
    [
      "+++",
      'title = "A"',
      "date = 2024-03-27T12:00:00Z",
      "day = 2024-03-27",
      'tags = ["a", "b"]',
      "[provider]",
      'name = "The Paper"',
      "+++",
      "text",
    ].join("\n"),
  );
  expect(value).toEqual(
    new Map<string, unknown>([
      ["title", "A"],
      ["date", "2024-03-27T12:00:00.000Z"],
      ["day", "2024-03-27"],
      ["tags", ["a", "b"]],
      ["provider", new Map([["name", "The Paper"]])],
    ]),
  );
  expect(["title", "tags[1]", "missing"].map(lineOf)).toEqual([2, 5, 2]);
});

test("a field has the line of its key, in quotes or not, after blanks or none", () => {
  const { lineOf } = readFrontMatter(
    [
      "+++",
      "titles = 1",
      '  "title" = "A"',
      "'date' = 2",
      "tag= 3",
      "[provider]",
      'name = "B"',
      "+++",
    ].join("\n"),
  );
  const paths = ["titles", "title", "date", "tag", "name", "provider", "title.a[0]", ""];
  expect(paths.map(lineOf)).toEqual([2, 3, 4, 5, 7, 2, 3, 2]);
});

test.each([
  ["a byte order mark", '\ufeff+++\ntitle = "A"\n+++\n'],
  ["line ends of Windows", '+++\r\ntitle = "A"\r\n+++\r\n'],
  ["blanks after the plus signs", '+++ \ntitle = "A"\n+++ \t\n'],
  ["an end of file after them", '+++\ntitle = "A"\n+++'],
  ["text after them", '+++\ntitle = "A"\n+++\n# Title\n+++\n'],
])("%s makes no difference", (_, markdown) => {
  expect(readFrontMatter(markdown).value).toEqual(new Map([["title", "A"]]));
});

test("plus signs within a line do not end the fields", () => {
  expect(readFrontMatter('+++\ntitle = "C+++"\na = "+++"\n+++\n').value).toEqual(
    new Map([
      ["title", "C+++"],
      ["a", "+++"],
    ]),
  );
});

test("texts, numbers, flags and tables in lists are read", () => {
  expect(readFrontMatter("+++\na = [{ b = 1.5 }, true]\n+++\n").value).toEqual(
    new Map([["a", [new Map([["b", 1.5]]), true]]]),
  );
});

test("a key __proto__ is only a key", () => {
  const { value } = readFrontMatter("+++\n__proto__ = { polluted = true }\n+++\n");
  expect(value).toEqual(new Map([["__proto__", new Map([["polluted", true]])]]));
  expect("polluted" in {}).toBe(false);
});

describe("what is refused", () => {
  test("a file without a second line of plus signs", () => {
    expect(refusal('+++\ntitle = "A"\n')).toEqual({
      line: 1,
      message: "expected a second line “+++” after the fields",
    });
  });

  test("text that is not TOML, with its line", () => {
    const found = refusal('+++\ntitle = "A"\nurl: x\n+++\n');
    expect(found?.line).toBe(3);
    expect(found?.message).toMatch(/^expected TOML: (?!Invalid TOML document)[^\n]+$/);
  });

  test.each([
    ["lists", `a = ${"[".repeat(100_000)}`],
    ["tables", `a = ${"{b=".repeat(100_000)}`],
    ["names", `${"a.".repeat(100_000)}b = 1`],
  ])("a hundred thousand nested %s, without a stack overflow", (_, toml) => {
    expect(refusal(`+++\n${toml}\n+++\n`)?.line).toBeGreaterThan(1);
  });
});
