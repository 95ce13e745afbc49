import { expect, test } from "vitest";
import { mendTime } from "../../../core/record/time-text.ts";

test.each([
  ["2021-07-01", "2021-07-01T00:00:00Z"],
  [" 2021-07-01 10:51:00 ", "2021-07-01T10:51:00Z"],
  ["2021-07-01T10:51", "2021-07-01T10:51Z"],
  ["2021-07-01T10:51:00.5", "2021-07-01T10:51:00.5Z"],
  ["2021-07-01T10:51:00-0400", "2021-07-01T10:51:00-04:00"],
  ["2021-07-01T10:51:00Z", "2021-07-01T10:51:00Z"],
  ["2021-07-01T10:51:00+01:00", "2021-07-01T10:51:00+01:00"],
  ["1 July 2021", "1 July 2021"],
])("%s becomes %s", (text, mended) => {
  expect(mendTime(text)).toBe(mended);
});

test("a text of ten million characters is left alone at once", () => {
  const text = "T00:00".repeat(2_000_000);
  const start = Date.now();
  expect(mendTime(text)).toBe(text);
  expect(Date.now() - start).toBeLessThan(100);
});
