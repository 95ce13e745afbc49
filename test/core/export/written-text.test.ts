import { expect, test } from "vitest";
import { csvHeader, csvRow } from "../../../core/export/write-csv.ts";
import { toJsonLine } from "../../../core/export/write-json-line.ts";
import { writeMarkdown } from "../../../core/export/write-markdown.ts";
import { record } from "../../fixtures/records.ts";

const article = record("https://a.example/1", {
  title: 'No: "quotes", and more',
  quality: 59,
  topics: ["AI", "yes"],
  provider: { name: "A", domain: "a.example" },
  featuredContent: "<p>\n---\n</p>",
});

test("Markdown has the fields as YAML and nothing after them", () => {
  expect(writeMarkdown(article)).toBe(
    [
      "---",
      "title: 'No: \"quotes\", and more'",
      "webUrl: https://a.example/1",
      "type: article",
      "provider:",
      "  name: A",
      "  domain: a.example",
      "quality: 59",
      "topics:",
      "  - AI",
      "  - yes",
      "featuredContent: |-",
      "  <p>",
      "  ---",
      "  </p>",
      "---",
      "",
    ].join("\n"),
  );
});

test("JSON Lines has a line", () => {
  expect(toJsonLine(article)).toBe(`${JSON.stringify(article)}\n`);
});

test("CSV quotes what needs it and writes lists as JSON", () => {
  expect(csvHeader()).toBe(
    "title,excerpt,publishedDateTime,webUrl,originalUrl,ampWebUrl,cdnAmpWebUrl,type,provider.name,provider.domain,provider.images,quality,heat,language,marks,topics,images,category,published,removed,related,history,featuredContent,secured\r\n",
  );
  expect(csvRow(article)).toBe(
    '"No: ""quotes"", and more",,,https://a.example/1,,,,article,A,a.example,,59,,,,"[""AI"",""yes""]",,,,,,,"<p>\n---\n</p>",\r\n',
  );
});

test("CSV leaves text that a spreadsheet may take for a formula unchanged", () => {
  expect(csvRow(record("https://a.example/1", { title: "=1+1" }))).toMatch(/^=1\+1,/);
});
