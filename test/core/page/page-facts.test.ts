import { describe, expect, test } from "vitest";
import { pageFacts } from "../../../core/page/page-facts.ts";
import type { PageStatement } from "../../../core/page/page-statement.ts";

const ADDRESS = "https://www.harbour-news.example/2024/bridge";
const STATEMENT: PageStatement = {
  headline: "Bridge closed for a month - Harbour News",
  description: "Commuters take the ferry.",
  published: ["2024-03-01T08:00:00Z"],
  language: "en-GB",
  outlet: "Harbour News",
  type: "article",
  signs: [],
};
const NOW = Date.UTC(2024, 2, 10, 12);
const facts = (said: Partial<PageStatement>) => pageFacts({ ...STATEMENT, ...said }, ADDRESS, NOW);

test("a statement is repaired", () => {
  expect(facts({})).toEqual({
    headline: "Bridge closed for a month",
    description: "Commuters take the ferry.",
    published: Date.UTC(2024, 2, 1, 8),
    language: "en",
    outlet: "Harbour News",
    type: "article",
    marks: [],
  });
});

test("its marks are read from its signs", () => {
  expect(facts({ signs: ["OpinionNewsArticle", "", "false"] })?.marks).toEqual([
    "opinion",
    "paywall",
  ]);
});

describe("text is one plain line", () => {
  test.each([
    ["of an entity", "Tom &amp; Jerry", "Tom & Jerry"],
    ["of an entity in numbers", "It&#8217;s on", "It’s on"],
    ["of an entity escaped twice", "&amp;quot;No&amp;quot;", '"No"'],
    ["of a no-break space", "one&nbsp;two", "one two"],
    ["of line breaks", "one\r\n two", "one two"],
    ["of control characters", "one\u0000two", "onetwo"],
    ["of characters that turn text round", "one\u202etwo\u2069", "onetwo"],
    ["of half a surrogate pair", "one\ud83dtwo", "one\ufffdtwo"],
    ["of markup, which stays text", "<b>One</b>", "<b>One</b>"],
  ])("%s", (_, said, line) => {
    expect(facts({ headline: said })?.headline).toBe(line);
    expect(facts({ description: said })?.description).toBe(line);
  });
});

test("an empty headline gives no facts", () => {
  expect(facts({ headline: "\u202e\u0000 " })).toBeNull();
});

describe("the language", () => {
  test.each([
    ["en", "en"],
    ["pt-BR", "pt"],
    ["zh_Hant_TW", "zh"],
    ["DE", "de"],
    ["fil", "fil"],
    ["", null],
    ["english", null],
    ["{{lang}}", null],
  ])("%s is %s", (said, language) => {
    expect(facts({ language: said })?.language).toBe(language);
  });
});

describe("the language of a text in a script in which the stated one is not written is the text's", () => {
  test.each([
    ["en-US", "الجسر مغلق هذا الأسبوع", "ar"],
    ["en", "پل این هفته بسته است", "fa"],
    ["en", "પુલ આ અઠવાડિયે બંધ છે", "gu"],
    ["en", "সেতু এই সপ্তাহে বন্ধ", "bn"],
    ["fr", "Мост закрыт на неделю", "ru"],
    ["en", "Міст закрито на їхній тиждень", "uk"],
    ["en", "橋は今週閉鎖される", "ja"],
    ["en", "大桥本周封闭", "zh"],
    ["mr", "पूल या आठवड्यात बंद आहे", "mr"],
    ["sr", "Мост је затворен", "sr"],
    ["en", "Bridge closed, says Москва", "en"],
  ])("%s: %s", (language, headline, told) => {
    expect(facts({ language, headline, description: "" })?.language).toBe(told);
  });
});

test("a live blog's time is its start, not its last update", () => {
  const published = ["2024-03-02T18:00:00Z", "2024-03-01T09:00:00Z"];
  expect(facts({ published, signs: ["LiveBlogPosting"] })?.published).toBe(Date.UTC(2024, 2, 1, 9));
});

test("a page that states no time is of the day in its address", () => {
  const address = "https://harbour-news.example/2024/03/02/bridge";
  expect(pageFacts({ ...STATEMENT, published: [] }, address, NOW)?.published).toBe(
    Date.UTC(2024, 2, 2),
  );
});

test("a time that cannot be read is left out", () => {
  expect(facts({ published: ["0001-01-01T00:00:00Z"] })?.published).toBeNull();
});
