import { describe, expect, test } from "vitest";
import { dayInAddress, pageTime, publicationTime } from "../../../core/page/page-time.ts";

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

describe("a time as pages write it", () => {
  test.each([
    ["2024-03-10T12:00:00Z", "2024-03-10T12:00:00.000Z"],
    ["2024-03-10T12:00:00.5+05:30", "2024-03-10T06:30:00.500Z"],
    ["2024-03-10T12:00+0100", "2024-03-10T11:00:00.000Z"],
    ["2024-03-10T12:00Z", "2024-03-10T12:00:00.000Z"],
    ["2024-03-10 12:00:00", "2024-03-10T12:00:00.000Z"],
    ["2024-03-10 12:00:00 UTC", "2024-03-10T12:00:00.000Z"],
    ["2024-03-10 12:00:00 -0800", "2024-03-10T20:00:00.000Z"],
    ["2024-03-10", "2024-03-10T00:00:00.000Z"],
    ["2024/03/10", "2024-03-10T00:00:00.000Z"],
    ["10.03.2024, 8:30", "2024-03-10T08:30:00.000Z"],
    ["Sun, 10 Mar 2024 16:07:38 -0600", "2024-03-10T22:07:38.000Z"],
    ["March 10, 2024, 07:47 PM EST", "2024-03-11T00:47:00.000Z"],
    ["March 10, 2024 13:42", "2024-03-10T13:42:00.000Z"],
    ["March 10, 2024", "2024-03-10T00:00:00.000Z"],
    ["Sun Mar 10 2024 05:44:06 GMT+0000 (UTC)", "2024-03-10T05:44:06.000Z"],
    ["10 Mar. 2024", "2024-03-10T00:00:00.000Z"],
    ["10 janvier 2024", "2024-01-10T00:00:00.000Z"],
    ["10-Mar-2024 13:42", "2024-03-10T13:42:00.000Z"],
    ["Sun Mar 10 05:44:06 GMT 2024", "2024-03-10T05:44:06.000Z"],
    ["1710072000", "2024-03-10T12:00:00.000Z"],
    [" 2024/03/10 ", "2024-03-10T00:00:00.000Z"],
    ["2024-03-10T12:00:00  +01:00", "2024-03-10T11:00:00.000Z"],
    ["2024-03-10T12:00:00UTC", "2024-03-10T12:00:00.000Z"],
    ["2024-03-10T12:00:00  GMT", "2024-03-10T12:00:00.000Z"],
    ["1990-01-01T00:00:00Z", "1990-01-01T00:00:00.000Z"],
    ["March 10, 2024 13:42 +0100", "2024-03-10T12:42:00.000Z"],
    ["March 10, 2024 13:42 GMT+0100 (CET)", "2024-03-10T12:42:00.000Z"],
    ["March 10, 2024 13:42 UT", "2024-03-10T13:42:00.000Z"],
  ])("%s", (text, time) => {
    expect(iso(pageTime(text))).toBe(time);
  });

  test.each([
    ["nothing", ""],
    ["words", "yesterday evening"],
    ["words with a year in them", "yesterday at 2024"],
    ["a month of a year", "March 2024"],
    ["a day of a month", "March 10"],
    ["an hour beside a month", "March 10:30 2024"],
    ["a weekday and a year", "Sunday, 2024"],
    ["the year 1, which stands for an unknown time", "0001-01-01T00:00:00Z"],
    ["a time before the web", "1889-03-10T12:00:00Z"],
    ["a time far ahead", "2204-03-10T12:00:00Z"],
    ["the end of the century", "2100-01-01T00:00:00Z"],
    ["a month that is none", "2024-13-10T12:00:00Z"],
    ["a day and a month that may be either", "03/10/2024"],
    ["digits run together", "20240310"],
  ])("is not read from %s", (_, text) => {
    expect(pageTime(text)).toBeNull();
  });
});

describe("of several times", () => {
  test.each<[string, string[], string | null]>([
    ["the first counts", ["2024-03-10T12:00:00Z", "2024-03-10T13:00:00Z"], "2024-03-10T12:00:00Z"],
    [
      "one with a zone is better",
      ["2024-03-10T12:00", "2024-03-10T12:00-05:00"],
      "2024-03-10T17:00:00Z",
    ],
    [
      "one with a time of day is better",
      ["2024-03-10", "2024-03-10 18:30"],
      "2024-03-10T18:30:00Z",
    ],
    ["unless it is another day's", ["2024-03-10", "2024-03-12T09:00:00Z"], "2024-03-10T00:00:00Z"],
    ["those that cannot be read are passed over", ["today", "2024-03-10"], "2024-03-10T00:00:00Z"],
    ["there may be none", [], null],
    ["one a day ahead is believed", ["2024-03-16T12:00:00Z"], "2024-03-16T12:00:00Z"],
    ["one further ahead is not", ["2024-03-16T12:00:01Z", "2099-01-01T00:00:00Z"], null],
    ["behind one far ahead the next counts", ["2099-01-01", "2024-03-10"], "2024-03-10T00:00:00Z"],
  ])("%s", (_, texts, time) => {
    expect(publicationTime(texts, Date.UTC(2024, 2, 15, 12))).toBe(
      time === null ? null : Date.parse(time),
    );
  });
});

describe("of one clock time with UTC and with an offset, the one with the offset is right", () => {
  const NOW = Date.UTC(2024, 2, 20);
  test.each([
    [["2024-03-10T12:00:00Z", "2024-03-10T12:00:00+01:00"], "2024-03-10T11:00:00.000Z"],
    [["2024-03-10T12:00:00+00:00", "2024-03-10T12:00:31-0500"], "2024-03-10T17:00:31.000Z"],
    [["2024-03-10T12:00:00+01:00", "2024-03-10T12:00:00.000Z"], "2024-03-10T11:00:00.000Z"],
    [["2024-03-10T11:00:00Z", "2024-03-10T12:00:00+01:00"], "2024-03-10T11:00:00.000Z"],
    [["2024-03-10T12:00:00Z", "2024-03-10T12:00:00+00:00"], "2024-03-10T12:00:00.000Z"],
  ])("%s", (texts, time) => {
    expect(iso(publicationTime(texts, NOW))).toBe(time);
  });
});

describe("the day in an address", () => {
  const NOW = Date.UTC(2024, 2, 20);
  test.each([
    ["/2024/03/10/bridge", "2024-03-10T00:00:00.000Z"],
    ["/news/2024-3-9-bridge", "2024-03-09T00:00:00.000Z"],
    ["/news/20240310/bridge", "2024-03-10T00:00:00.000Z"],
    ["/n1/2024/0310/c1.html", "2024-03-10T00:00:00.000Z"],
    ["/world/2024/mar/10/bridge", "2024-03-10T00:00:00.000Z"],
    ["/2024/03/bridge", null],
    ["/2024/13/40/bridge", null],
    ["/2024/04/10/bridge", null],
    ["/120240310/bridge", null],
    ["/bridge?day=2024-03-10", null],
  ])("%s", (path, time) => {
    expect(iso(dayInAddress(`https://a.example${path}`, NOW))).toBe(time);
  });
});
