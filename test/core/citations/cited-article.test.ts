import { expect, test } from "vitest";
import { cited, HOSTILE_TITLES } from "./articles.ts";

test("an article is cited by the days of UTC, whatever the user's time zone", () => {
  expect(cited()).toEqual({
    title: "Bridge closed after flood",
    outlet: "The Gazette",
    domain: "gazette.example",
    address: "https://www.gazette.example/2022/bridge?id=7&part=2#top",
    published: { year: 2022, month: 4, day: 15 },
    accessed: { year: 2026, month: 11, day: 30 },
    language: "en",
  });
});

test("what is not known stays unknown", () => {
  const { published, language } = cited({ published: null, language: null });
  expect({ published, language }).toEqual({ published: null, language: null });
});

test.each([
  [HOSTILE_TITLES.lines, "One ER - TY - BOOK TI - Two three four"],
  [HOSTILE_TITLES.controls, "Abc\ufffdde"],
  [HOSTILE_TITLES.direction, "Left right again"],
  [HOSTILE_TITLES.arabic, "إغلاق الجسر بعد الفيضان"],
])("the title %j is one plain line", (title, line) => {
  expect(cited({ title }).title).toBe(line);
});

test("an article of which only control characters are known as its title is cited by its address", () => {
  expect(cited({ title: "\u0000\n" }).title).toBe(cited().address);
});

test("an outlet without a name is cited by its domain", () => {
  expect(cited({ outlet: { name: "", domain: "gazette.example" } }).outlet).toBe("gazette.example");
});

test("characters of an address that BibTeX or Markdown would take for their own are percent-encoded", () => {
  expect(cited({ url: "https://a.example/x{y}?q=\\a{b}|^`<i>#\\{" }).address).toBe(
    "https://a.example/x%7By%7D?q=%5Ca%7Bb%7D%7C%5E%60%3Ci%3E#%5C%7B",
  );
});
