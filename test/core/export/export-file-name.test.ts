import { expect, test } from "vitest";
import { exportFileName } from "../../../core/export/export-file-name.ts";
import { record } from "../../fixtures/records.ts";

test.each([
  ["A Story: it’s “here”!", "2022-04-15T23:30:00-02:00", "2022-04-16-a-story-its-here-7.md"],
  ["Ça déjà", undefined, "undated-ca-deja-7.md"],
  ["日本語の題", "2022-04-15T17:04:00Z", "2022-04-15-日本語の題-7.md"],
  ["../../etc/passwd", undefined, "undated-etc-passwd-7.md"],
  ["!?", undefined, "undated-story-7.md"],
  ["x".repeat(1000), undefined, `undated-${"x".repeat(80)}-7.md`],
])("%s", (title, publishedDateTime, name) => {
  const article = record("https://a.example/1", {
    title,
    ...(publishedDateTime !== undefined && { publishedDateTime }),
  });
  expect(exportFileName(article, 7)).toBe(name);
});

test("two records with the same title and day have two names", () => {
  const article = record("https://a.example/1");
  expect(exportFileName(article, 0)).not.toBe(exportFileName(article, 1));
});
