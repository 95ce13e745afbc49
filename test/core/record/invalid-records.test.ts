import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { articleRecord } from "../../../core/record/article-record.ts";
import type { Problem } from "../../../core/record/problem.ts";
import { readMarkdownRecord } from "../../../core/record/read-markdown-record.ts";

/** One record for each fault; what else is in it is as the format wants it. */
const FOLDER = new URL("../../fixtures/invalid-records/", import.meta.url);

type Expected = readonly [line: number, field: string, severity: Problem["severity"]];

/** The problems of each file, in order. Field "" is the record as a whole. */
const REJECTED: readonly (readonly [file: string, ...problems: Expected[]])[] = [
  // Front matter that is not read at all.
  ["alias-bomb", [9, "", "rejected"]],
  ["broken-quote", [9, "", "rejected"]],
  ["deep-nesting", [8, "", "rejected"]],
  ["duplicate-key", [8, "", "rejected"]],
  ["empty-file", [1, "", "rejected"]],
  ["js-front-matter", [1, "", "rejected"]],
  ["json-front-matter", [1, "", "rejected"]],
  ["list-of-records", [2, "", "rejected"]],
  ["no-closing-line", [1, "", "rejected"]],
  ["no-fields", [2, "", "rejected"]],
  ["no-front-matter", [1, "", "rejected"]],
  ["tab-indent", [9, "", "rejected"]],
  ["yaml-tag", [8, "", "rejected"]],
  // Records without title, address or outlet.
  ["blank-title", [2, "title", "repaired"], [2, "title", "rejected"]],
  ["credentials-in-address", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["ftp-address", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["host-of-any-site", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["host-pattern", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["host-of-one-label", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["host-in-numbers", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["missing-address", [2, "webUrl", "rejected"]],
  ["missing-title", [2, "title", "rejected"]],
  ["provider-as-text", [5, "provider", "rejected"]],
  ["relative-address", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["script-address", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["script-address-split", [3, "webUrl", "dropped"], [3, "webUrl", "rejected"]],
  ["title-as-list", [2, "title", "dropped"], [2, "title", "rejected"]],
];

const ACCEPTED: typeof REJECTED = [
  ["bidi-override", [8, "excerpt", "repaired"]],
  ["date-alone", [8, "publishedDateTime", "repaired"]],
  ["date-in-words", [8, "publishedDateTime", "dropped"]],
  ["date-out-of-range", [8, "publishedDateTime", "dropped"]],
  ["date-that-is-none", [8, "publishedDateTime", "dropped"]],
  ["date-without-zone", [8, "publishedDateTime", "repaired"]],
  ["escaped-key", [2, "a]", "dropped"]],
  ["flag-as-text", [8, "removed", "dropped"]],
  ["html-entities", [8, "excerpt", "repaired"]],
  ["image-as-data", [9, "images[0].url", "dropped"], [9, "images[0]", "dropped"]],
  ["image-width-endless", [10, "images[0].width", "dropped"]],
  [
    "image-width-in-words",
    [10, "images[0].width", "dropped"],
    [11, "images[0].height", "repaired"],
  ],
  ["image-without-address", [9, "images[0]", "dropped"]],
  ["lone-surrogates", [8, "excerpt", "repaired"]],
  ["mapping-as-key", [2, "[object Map]", "dropped"]],
  ["merge-key", [8, "<<", "dropped"]],
  ["missing-provider", [2, "provider.domain", "repaired"], [2, "provider.name", "repaired"]],
  ["missing-type", [2, "type", "repaired"]],
  ["null-character", [8, "excerpt", "repaired"]],
  ["proto-key", [8, "__proto__", "dropped"], [10, "constructor", "dropped"]],
  [
    "provider-domain-address",
    [7, "provider.domain", "dropped"],
    [7, "provider.domain", "repaired"],
  ],
  ["provider-domain-capitals", [7, "provider.domain", "repaired"]],
  ["provider-without-name", [5, "provider.name", "repaired"]],
  ["quality-as-text", [8, "quality", "repaired"]],
  ["quality-endless", [8, "quality", "dropped"]],
  ["quality-in-words", [8, "quality", "dropped"]],
  ["related-as-text", [9, "related[0]", "dropped"]],
  ["related-in-related", [13, "related[0].related", "dropped"]],
  ["related-not-a-list", [8, "related", "dropped"]],
  ["related-without-title", [13, "related[1].title", "dropped"]],
  ["secured-as-list", [8, "secured", "dropped"]],
  ["spare-ftp-address", [8, "ampWebUrl", "dropped"]],
  ["topics-not-text", [10, "topics[1]", "dropped"]],
  ["unknown-field", [8, "author", "dropped"]],
  ["unknown-type", [4, "type", "repaired"]],
];

function read(file: string) {
  const { record, problems } = readMarkdownRecord(
    `${file}.md`,
    readFileSync(new URL(`${file}.md`, FOLDER), "utf8"),
  );
  const reported = problems.map(({ line, field, severity }) => [line, field, severity]);
  return { record, reported };
}

describe("a record that cannot be used is rejected, with the line and field at fault", () => {
  for (const [file, ...problems] of REJECTED)
    test(file, () => {
      expect(read(file)).toEqual({ record: null, reported: problems });
    });
});

describe("a record that can be used is kept, and its fault is reported", () => {
  for (const [file, ...problems] of ACCEPTED)
    test(file, () => {
      const { record, reported } = read(file);
      expect(reported).toEqual(problems);
      expect(articleRecord.parse(record)).toEqual(record);
      expect(record).toMatchObject({
        title: "A bridge opens",
        webUrl: "https://news.example/bridge",
        type: "article",
        provider: { domain: "news.example" },
      });
    });
});

test("each file of the folder is in a table", () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3));
  expect([...REJECTED, ...ACCEPTED].map(([file]) => file).sort()).toEqual(files.sort());
});
