import { expect, test } from "vitest";
import { withoutEnding } from "../../../../components/options/import/make-import-view.ts";

test.each([
  ["articles.jsonl.gz", "articles"],
  ["articles.tar.gz", "articles"],
  ["Harbour watch", "Harbour watch"],
  ["folder/a.md", "folder"],
  ["v1.2.csv", "v1.2"],
  ["ARTICLES.CSV", "ARTICLES"],
  ["articles.parquet", "articles"],
  ["", ""],
  ["a".repeat(120), "a".repeat(100)],
])("the name that is suggested for %j is %j", (fileName, expected) => {
  expect(withoutEnding(fileName)).toBe(expected);
});
