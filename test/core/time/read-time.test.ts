import { describe, expect, test } from "vitest";
import { readTime } from "../../../core/time/read-time.ts";

const iso = (text: string) => {
  const read = readTime(text);
  return read === null ? null : new Date(read.time).toISOString();
};

describe("a time is read", () => {
  test.each([
    ["on a clock of twelve hours", "Sat, 14 Mar 2026 1:15 PM", "2026-03-14T13:15:00.000Z"],
    ["after midnight", "14 Mar 2026 12:05 a.m.", "2026-03-14T00:05:00.000Z"],
    ["at noon", "14 Mar 2026 12:05 pm", "2026-03-14T12:05:00.000Z"],
    ["with an offset behind", "14 Mar 2026 3:04:05 PM +0100", "2026-03-14T14:04:05.000Z"],
    ["without minutes", "March 14, 2026 at 3 PM", "2026-03-14T15:00:00.000Z"],
    ["with an hour alone", "Sat, 14 Mar 2026 15 +0100", "2026-03-14T14:00:00.000Z"],
    ["in French", "14 mars 2026 à 10h30", "2026-03-14T10:30:00.000Z"],
    ["in German", "Samstag, 14. März 2026, 10:30 Uhr", "2026-03-14T10:30:00.000Z"],
    ["in Lithuanian", "2026 m. kovo 14 d. 10:30", "2026-03-14T10:30:00.000Z"],
    ["in Vietnamese", "Thứ bảy, 14 Tháng 3 2026 10:30", "2026-03-14T10:30:00.000Z"],
    ["in Arabic", "السبت، ١٤ مارس ٢٠٢٦ ١٠:٣٠", "2026-03-14T10:30:00.000Z"],
    ["in Hindi", "१४ मार्च २०२६ १०:३०", "2026-03-14T10:30:00.000Z"],
    ["in Chinese", "2026年3月14日 下午3:05", "2026-03-14T15:05:00.000Z"],
    ["in Japanese", "2026年3月14日 10時05分", "2026-03-14T10:05:00.000Z"],
    ["in Korean", "2026년 3월 14일 오후 3시 5분", "2026-03-14T15:05:00.000Z"],
    ["in the Thai calendar", "14 มีนาคม 2569 10:30", "2026-03-14T10:30:00.000Z"],
    ["in the Persian calendar", "۱۴۰۴/۱۲/۲۳ - ۱۰:۳۰", "2026-03-14T10:30:00.000Z"],
    ["on the last day of a Persian year", "1403/12/30", "2025-03-20T00:00:00.000Z"],
    ["with the day first", "14/03/2026 10:30", "2026-03-14T10:30:00.000Z"],
    ["with the month first", "Sat, 03/14/2026 - 10:30", "2026-03-14T10:30:00.000Z"],
    ["with one figure for the month", "2026-3-14 10:30:05", "2026-03-14T10:30:05.000Z"],
    ["with the weekday in the middle", "14 Saturday, Mar 2026 10:30", "2026-03-14T10:30:00.000Z"],
    ["with an ordinal", "Sat, 14th Mar 2026 10:30 GMT", "2026-03-14T10:30:00.000Z"],
    ["with words in front", "Published on March 14, 2026", "2026-03-14T00:00:00.000Z"],
  ])("%s: %s", (_, text, time) => {
    expect(iso(text)).toBe(time);
  });

  test.each([
    ["two zones, of which figures count", "14 Mar 2026 15:04:05 -0700 GMT", "22:04:05"],
    ["two zones in ISO 8601", "2026-03-14T16:20:00-05:00Z", "21:20:00"],
    ["Java's", "2026-03-14T10:00:00+01:00[Europe/Berlin]", "09:00:00"],
    ["a place in winter", "14 Mar 2026 09:00:00 Europe/Brussels", "08:00:00"],
    ["a place in summer", "14 Jul 2026 09:00:00 Europe/Brussels", "07:00:00"],
    ["a place that is none", "14 Mar 2026 09:00:00 Europe/Nowhere", "09:00:00"],
    ["an abbreviation", "2026-03-14 10:00:00 CET", "09:00:00"],
    ["with half an hour", "14 Mar 2026 10:00:00 IRST", "06:30:00"],
    ["a quarter", "14 Mar 2026 10:00:00 NPT", "04:15:00"],
    ["one that nobody knows", "14 Mar 2026 10:00:00 XYZT", "10:00:00"],
  ])("its zone may be %s: %s", (_, text, clock) => {
    expect(iso(text)?.slice(11, 19)).toBe(clock);
  });

  test.each([
    ["14 Mar 2026", { hasTimeOfDay: false, hasZone: false }],
    ["14 Mar 2026 10:30", { hasTimeOfDay: true, hasZone: false }],
    ["14 Mar 2026 10:30 XYZT", { hasTimeOfDay: true, hasZone: false }],
    ["14 Mar 2026 10:30 GMT", { hasTimeOfDay: true, hasZone: true }],
    ["2026-03-14T10:30+01:00", { hasTimeOfDay: true, hasZone: true }],
  ])("and how exact it is: %s", (text, exactness) => {
    expect(readTime(text)).toMatchObject(exactness);
  });
});

describe("no time is read from", () => {
  test.each([
    ["a day and a month that may be either", "03/04/2026"],
    ["the same with hyphens", "3-4-2026 10:30"],
    ["a day that the month lacks", "30 February 2026"],
    ["a day that the Persian year lacks", "1404/12/30"],
    ["an hour that the day lacks", "14 Mar 2026 25:00"],
    ["a minute that the hour lacks", "14 Mar 2026 10:75"],
    ["two days", "14 Mar 2026 15 Mar 2027"],
    ["a sentence", "The 14 of us will meet again in March of the year 2026 in the harbour"],
    ["a month alone", "March 2026"],
    ["a time alone", "10:30"],
    ["a number", "20260314"],
    ["nothing", ""],
    ["very much", `14 Mar 2026 ${" ".repeat(100)}`],
  ])("%s: %s", (_, text) => {
    expect(readTime(text)).toBeNull();
  });
});
