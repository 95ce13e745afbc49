import { describe, expect, test } from "vitest";
import { hasFieldList } from "../../../../core/import/formats/read-markdown.ts";
import { readOne } from "../reading.ts";

const withField = (line: string) =>
  `# Ferry returns\n\n## Metadata\n${line}\n- Author: A. Writer\n`;

describe("a Markdown file has a list of fields", () => {
  test.each([
    "- URL: https://a.example/1",
    "- url: HTTP://a.example/1",
    "* Link: https://a.example/1",
    "- **URL**: https://a.example/1",
    "- **URL:** https://a.example/1",
    "- URL:: https://a.example/1",
    "- Author: A\n- URL: https://a.example/1",
  ])("with an address in it: %j", (line) => {
    expect(hasFieldList(withField(line))).toBe(true);
  });

  test.each([
    "- Curl: https://a.example/1",
    "- URLs: https://a.example/1",
    "- URL: see https://a.example/1",
    "- URL: ftp://a.example/1",
    "- URL:https://a.example/1",
    "URL: https://a.example/1",
    "- Source: https://a.example/1",
  ])("not with %j", (line) => {
    expect(hasFieldList(withField(line))).toBe(false);
  });

  test("only where it begins with a title", () => {
    const text = withField("- URL: https://a.example/1");
    expect(hasFieldList(text.replace("# ", "## "))).toBe(false);
    expect(hasFieldList(`\n${text}`)).toBe(false);
    expect(hasFieldList(text.replace("# Ferry returns", "# "))).toBe(false);
  });

  test("in its first ten thousand characters", () => {
    const field = "- URL: https://a.example/1";
    const behind = (length: number) => `# A\n${"x".repeat(length - 5)}\n${field}`;
    expect(hasFieldList(behind(10_000 - field.length))).toBe(true);
    expect(hasFieldList(behind(10_000))).toBe(false);
  });
});

test("its title and fields are those of the record, without the brackets of links", async () => {
  const text =
    "# Ferry returns\n\n- URL: https://a.example/1\n- Author: [[A. Writer]]\n- Published: 2024-03-10\n- Publisher: [[The Paper]]\n";
  const { records, articles } = await readOne("x.md", text);
  expect(records).toMatchObject([
    {
      title: "Ferry returns",
      webUrl: "https://a.example/1",
      provider: { name: "The Paper", domain: "a.example" },
    },
  ]);
  expect(articles.map(({ line }) => line)).toEqual([1]);
});
