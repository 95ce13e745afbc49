import { describe, expect, test } from "vitest";
import { createLocale } from "../../../components/kit/locale.ts";
import { DAY, HOUR, MINUTE } from "../../../core/durations.ts";
import { ENGLISH, englishText, NOW } from "./english.tsx";

const MONTH = 2_629_746_000;
const YEAR = 31_556_952_000;

/** A locale whose catalogue says only which text was asked for. */
function spelledOut(language: string, keys: readonly string[] = []) {
  const message = (key: string, substitutions: string[]) =>
    keys.length === 0 || keys.includes(key) ? [key, ...substitutions].join(" ") : "";
  return createLocale(language, message, () => NOW, "UTC");
}

describe("texts", () => {
  test("are filled in", () => {
    expect(ENGLISH.text("placedFirst", "4", "3 hr", "Futurism")).toBe(
      "First of 4 to report, 3 hr before Futurism",
    );
  });

  test.each([
    [0, "0 other articles"],
    [1, "1 other article"],
    [2, "2 other articles"],
    [1234, "1,234 other articles"],
  ])("have the plural form of %i", (count, expected) => {
    expect(ENGLISH.counted("relatedArticles", count)).toBe(expected);
  });

  test.each([
    ["ar", 0, "records_zero"],
    ["ar", 2, "records_two"],
    ["ar", 3, "records_few"],
    ["ar", 11, "records_many"],
    ["fr", 0, "records_one"],
    ["de", 0, "records_other"],
  ])("have the plural form that %s has for %i", (language, count, key) => {
    expect(spelledOut(language).counted("records", count)).toMatch(new RegExp(`^${key} `));
  });

  test("fall back to the general form where the catalogue lacks one", () => {
    const arabic = spelledOut("ar", ["records_other"]);
    expect(arabic.counted("records", 3)).toMatch(/^records_other /);
  });
});

describe("the direction of text", () => {
  test.each(["ar", "ar-EG", "fa", "he", "ur-PK"])("is right to left in %s", (language) => {
    expect(spelledOut(language).direction).toBe("rtl");
  });

  test.each(["en", "de-AT", "fr", "es", "arn"])("is left to right in %s", (language) => {
    expect(spelledOut(language).direction).toBe("ltr");
  });
});

describe("numbers and dates are formatted for the language", () => {
  test.each([
    ["en-US", "1,234.6"],
    ["de-DE", "1.234,6"],
  ])("numbers in %s", (language, expected) => {
    expect(spelledOut(language).number(1234.56)).toBe(expected);
  });

  test("dates", () => {
    expect(ENGLISH.date(NOW)).toBe("Apr 15, 2026");
  });

  test("dates with the time", () => {
    expect(ENGLISH.dateTime(NOW)).toMatch(/^Apr 15, 2026, 12:00\sPM$/);
  });
});

describe("how long ago something was", () => {
  test.each([
    [0, "this minute"],
    [59_999, "this minute"],
    [MINUTE, "1 minute ago"],
    [HOUR - 1, "59 minutes ago"],
    [HOUR, "1 hour ago"],
    [DAY, "yesterday"],
    [29 * DAY, "29 days ago"],
    [MONTH, "last month"],
    [YEAR, "last year"],
    [4 * YEAR + 5 * MONTH, "4 years ago"],
    [-3 * DAY, "in 3 days"],
  ])("%i ms: %s", (elapsed, expected) => {
    expect(ENGLISH.ago(NOW - elapsed)).toBe(expected);
  });
});

describe("a length of time", () => {
  test.each([
    ["never less than a minute", 0, "1 min"],
    ["never less than a minute, either way", -59_000, "1 min"],
    ["in whole minutes", 2 * MINUTE - 1, "1 min"],
    ["in its two largest units", 4 * HOUR + 35 * MINUTE, "4 hr, 35 min"],
    ["without what comes after them", DAY + 2 * HOUR + 3 * MINUTE, "1 day, 2 hr"],
    ["without a unit that is not beside the largest", DAY + 3 * MINUTE, "1 day"],
    ["in one unit when it is even", 3 * HOUR, "3 hr"],
    ["without its sign", -3 * HOUR, "3 hr"],
    ["in months and days", MONTH + 2 * DAY, "1 mth, 2 days"],
    ["in years and months", 2 * YEAR + MONTH, "2 yrs, 1 mth"],
  ])("is written as %s", (_, ms, expected) => {
    expect(ENGLISH.duration(ms)).toBe(expected);
  });

  test("has whole words in Arabic", () => {
    const arabic = createLocale(
      "ar",
      () => "",
      () => NOW,
      "UTC",
    );
    expect(arabic.duration(3 * HOUR)).toBe("3 ساعات");
  });
});

describe("an amount of data", () => {
  test.each([
    [0, "0 kB"],
    [512, "0.5 kB"],
    [18_000, "18 kB"],
    [999_900, "1 MB"],
    [4_240_000, "4.2 MB"],
    [123_456_789, "123 MB"],
    [212_000_000_000, "212 GB"],
    [5_000_000_000_000_000, "5,000 TB"],
  ])("is written in units of 1000: %i", (count, expected) => {
    expect(ENGLISH.bytes(count)).toBe(expected);
  });

  test("is formatted for the language", () => {
    expect(spelledOut("fr").bytes(4_240_000)).toMatch(/^4,2\sMo$/);
  });
});

describe("a span of days", () => {
  test("states once what both have in common", () => {
    expect(ENGLISH.dateRange(NOW, NOW + DAY)).toMatch(/^Apr 15\s–\s16, 2026$/);
  });

  test("of one day is that day", () => {
    expect(ENGLISH.dateRange(NOW, NOW + HOUR)).toBe("Apr 15, 2026");
  });
});

describe("how long something will take", () => {
  test.each([
    [0, "1 sec"],
    [0.2, "1 sec"],
    [20.1, "21 sec"],
    [59, "59 sec"],
    [59.1, "1 min"],
    [60, "1 min"],
    [61, "2 min"],
    [3599, "1 hr"],
    [4000, "1 hr, 7 min"],
  ])("is written for %d s", (seconds, expected) => {
    expect(ENGLISH.remaining(seconds)).toBe(expected);
  });
});

test("the English catalogue of these tests is the extension's own", () => {
  expect(englishText("spread", ["1", "2", "3", "4"])).toBe(
    "Half of them: 1 to 2. All of them: 3 to 4.",
  );
});

test.each([
  [71.26, "71.3"],
  [123_456_789, "123,456,789"],
  [1e308, "1E308"],
  [-2.5e15, "-2.5E15"],
])("the number %f is written in few characters: %s", (value, text) => {
  expect(ENGLISH.number(value)).toBe(text);
});

describe("a place in an order", () => {
  test.each([
    [1, "1st"],
    [2, "2nd"],
    [3, "3rd"],
    [4, "4th"],
    [11, "11th"],
    [22, "22nd"],
  ])("is written as the language does: %i", (place, expected) => {
    expect(ENGLISH.ordinal(place)).toBe(expected);
  });
});

describe("a country", () => {
  test.each([
    ["en", "UA", "Ukraine"],
    ["de", "UA", "Ukraine"],
    ["es", "DE", "Alemania"],
    ["ar", "EG", "مصر"],
    ["en", "Ukraine", "Ukraine"],
    ["en", "", ""],
  ])("has its name in %s: %s", (language, code, expected) => {
    expect(spelledOut(language).country(code)).toBe(expected);
  });
});

describe("a list", () => {
  test.each([
    ["en", ["a", "b", "c"], "a, b, c"],
    ["de", ["a", "b", "c"], "a, b und c"],
    ["en", ["a"], "a"],
    ["en", [], ""],
  ])("is written by the rules of %s: %j", (language, items, expected) => {
    expect(spelledOut(language).list(items)).toBe(expected);
  });
});

describe("a time in the future", () => {
  test.each([
    [90_000, "in 1 minute"],
    [27 * MINUTE, "in 27 minutes"],
    [26 * HOUR, "tomorrow"],
  ])("%d ms from now is %s", (ms, text) => {
    expect(ENGLISH.until(NOW + ms)).toBe(text);
  });

  test.each([59_000, 0, -5_000])("%d ms from now is shown as now", (ms) => {
    expect(ENGLISH.until(NOW + ms)).toBeNull();
  });
});

describe("a language", () => {
  test.each([
    ["pt-PT", "European Portuguese"],
    ["fr", "French"],
    ["qaa", "qaa"],
    ["<b>", "<b>"],
  ])("%s is %s", (tag, name) => {
    expect(ENGLISH.languageName(tag)).toBe(name);
  });
});
