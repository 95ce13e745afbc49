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
  ["03/10/2024", "03/10/2024"],
])("%s becomes %s", (text, mended) => {
  expect(mendTime(text)).toBe(mended);
});

test.each([
  ["10.03.2024", "2024-03-10T00:00:00Z"],
  ["1.3.2024 8:30", "2024-03-01T08:30Z"],
  ["10.03.2024, 08:30:05", "2024-03-10T08:30:05Z"],
])("with dots the day comes first: %s", (text, mended) => {
  expect(mendTime(text)).toBe(mended);
});

test.each([
  ["Sun, 10 Mar 2024 12:00:00 GMT", "2024-03-10T12:00:00Z"],
  ["sun, 1 mar 2024 9:05 +0530", "2024-03-01T09:05+05:30"],
  ["10 Mar 2024 12:00:00 EST", "2024-03-10T12:00:00-05:00"],
  ["10 Mar 2024 12:00:00", "2024-03-10T12:00:00Z"],
])("a time as in mail: %s", (text, mended) => {
  expect(mendTime(text)).toBe(mended);
});

test.each([
  [1710072000, "2024-03-10T12:00:00.000Z"],
  [1710072000123, "2024-03-10T12:00:00.123Z"],
  ["1710072000", "2024-03-10T12:00:00.000Z"],
  [20240310, "20240310"],
])("seconds or milliseconds since 1970, from nine digits on: %s", (value, mended) => {
  expect(mendTime(value)).toBe(mended);
});

test("a text of ten million characters is left alone", () => {
  const text = "T00:00".repeat(2_000_000);
  expect(mendTime(text)).toBe(text);
});
