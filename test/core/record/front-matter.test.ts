import { describe, expect, test } from "vitest";
import { FrontMatterError, readFrontMatter } from "../../../core/record/front-matter.ts";

function refusal(markdown: string): { message: string; line: number } {
  try {
    readFrontMatter(markdown);
  } catch (error) {
    if (error instanceof FrontMatterError) return { message: error.message, line: error.line };
    throw error;
  }
  throw new Error("the front matter was read");
}

describe("what is read", () => {
  test("mappings are maps, lists arrays, and scalars what YAML 1.2 says", () => {
    const { value } = readFrontMatter(
      "---\na: 1\nb: [x, 2.5, true, null]\nc: { d: no }\ne: 2022-04-15T17:04:00Z\n---\n",
    );
    expect(value).toEqual(
      new Map<string, unknown>([
        ["a", 1],
        ["b", ["x", 2.5, true, null]],
        ["c", new Map([["d", "no"]])],
        ["e", "2022-04-15T17:04:00Z"],
      ]),
    );
  });

  test("a key such as __proto__ is only a key", () => {
    const { value } = readFrontMatter("---\n__proto__: { polluted: true }\n---\n");
    expect(value).toEqual(new Map([["__proto__", new Map([["polluted", true]])]]));
    expect("polluted" in {}).toBe(false);
  });

  test("the text after the fields is left alone", () => {
    const { value } = readFrontMatter("---\na: 1\n---\n# Title\n\n---\nb: [\n");
    expect(value).toEqual(new Map([["a", 1]]));
  });

  test("no fields are no value", () => {
    expect(readFrontMatter("---\n---\n").value).toBeUndefined();
  });

  test.each([
    ["a byte order mark", "\ufeff---\na: 1\n---\n"],
    ["line ends of Windows", "---\r\na: 1\r\n---\r\n"],
    ["both", "\ufeff---\r\na: 1\r\n---\r\n"],
    ["blanks after the dashes", "---  \na: 1\n--- \t\n"],
    ["an end of file after the dashes", "---\na: 1\n---"],
    ["text after them", "---\na: 1\n---\ntext\n---\n"],
  ])("%s makes no difference", (_, markdown) => {
    const { value, lineOf } = readFrontMatter(markdown);
    expect(value).toEqual(new Map([["a", 1]]));
    expect(lineOf("a")).toBe(2);
  });
});

describe("the line of a field", () => {
  const { lineOf } = readFrontMatter(
    [
      "---",
      "title: x",
      "",
      "provider:",
      "  name: y",
      "related:",
      "  - title: one",
      "    images:",
      "      - url: z",
      "  - title: two",
      '"quoted": 1',
      "inline: [{ a: 1 }, { b: 2 }]",
      "text: >",
      "  folded",
      "last: 1",
      "---",
    ].join("\n"),
  );

  test.each([
    ["title", 2],
    ["provider", 4],
    ["provider.name", 5],
    ["related", 6],
    ["related[0]", 7],
    ["related[0].title", 7],
    ["related[0].images", 8],
    ["related[0].images[0].url", 9],
    ["related[1]", 10],
    ["related[1].title", 10],
    ["quoted", 11],
    ["inline[1].b", 12],
    ["text", 13],
    ["last", 15],
  ])("%s is the one it starts on", (path, line) => {
    expect(lineOf(path)).toBe(line);
  });

  test.each([
    ["provider.domain", 4],
    ["related[0].webUrl", 7],
    ["related[0].images[0].width", 9],
    ["related[7].title", 6],
    ["missing", 2],
    ["missing[0].at[1].all", 2],
    ["", 2],
  ])("%s, which is missing, is that of the nearest parent", (path, line) => {
    expect(lineOf(path)).toBe(line);
  });

  test.each(["a]", "[object Map]", "].[", ".", "[", "x]]]", "related[0"])(
    "%s, which is no path, is found without end",
    (path) => {
      expect(lineOf(path)).toBeGreaterThanOrEqual(2);
    },
  );

  test("a path of a million dots is found in bounded time", () => {
    expect(lineOf(".[".repeat(1_000_000))).toBe(2);
  });
});

describe("what is refused", () => {
  test.each([
    ["a file without dashes", "a: 1\n", 1, "expected the file to start with a line “---” or “+++”"],
    ["an empty file", "", 1, "expected the file to start with a line “---” or “+++”"],
    [
      "text before the dashes",
      "\n---\na: 1\n---\n",
      1,
      "expected the file to start with a line “---” or “+++”",
    ],
    ["code", "---js\n{}\n---\n", 1, "expected the file to start with a line “---” or “+++”"],
    [
      "four dashes",
      "----\na: 1\n----\n",
      1,
      "expected the file to start with a line “---” or “+++”",
    ],
    ["no second line of dashes", "---\na: 1\n", 1, "expected a second line “---” after the fields"],
    [
      "an indented line of dashes",
      "---\na: 1\n ---\n",
      1,
      "expected a second line “---” after the fields",
    ],
    ["an alias", "---\na: &x 1\nb: *x\n---\n", 3, "expected YAML: aliases exceeded maxAliases (0)"],
    ["a key given twice", "---\na: 1\na: 2\n---\n", 3, "expected YAML: duplicated mapping key"],
    [
      "a tag that makes code",
      "---\na: 1\nb: !!js/function 'x'\n---\n",
      3,
      "expected YAML: unknown scalar tag !<tag:yaml.org,2002:js/function>",
    ],
    [
      "a tag of another schema",
      "---\na: !!binary aGVsbG8=\n---\n",
      2,
      "expected YAML: unknown scalar tag !<tag:yaml.org,2002:binary>",
    ],
    [
      "17 levels",
      `---\na: ${"[".repeat(17)}${"]".repeat(17)}\n---\n`,
      2,
      "expected YAML: nesting exceeded maxDepth (16)",
    ],
  ])("%s", (_, markdown, line, message) => {
    expect(refusal(markdown)).toEqual({ line, message });
  });

  test.each([
    ["lists", "[".repeat(1_000_000)],
    ["mappings", "{a: ".repeat(500_000)],
    ["lists in block style", "- ".repeat(1_000_000)],
  ])("a million nested %s, without a stack overflow", (_, yaml) => {
    expect(refusal(`---\na: 1\nb:\n  ${yaml}\n---\n`).line).toBeGreaterThan(1);
  });

  test("an alias bomb, before it grows", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 20; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    expect(refusal(`---\n${lines.join("\n")}\n---\n`).line).toBe(3);
  });

  test("more than 4 million characters", () => {
    const markdown = `---\ntitle: ${"x".repeat(10_000_000)}\n---\n`;
    expect(refusal(markdown)).toEqual({
      line: 1,
      message: "expected at most 4000000 characters of fields",
    });
  });
});
