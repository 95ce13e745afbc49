import { expect, test } from "vitest";
import { wholeWordsIn } from "../../../../core/story/words/whole-words.ts";

/** Of 东京|奥运|会|开幕. */
const TITLE = "东京奥运会开幕";

test.each<[string, start: number, end: number, words: string | null]>([
  ["is a word", 0, 2, "东京"],
  ["is several words", 0, 4, "东京奥运"],
  ["begins with the end of one", 1, 4, "奥运"],
  ["ends with the beginning of one", 0, 3, "东京"],
  ["has but an end and a beginning", 1, 3, null],
  ["has one character that is a word", 4, 6, null],
])("what %s", (_, start, end, words) => {
  const range = wholeWordsIn(TITLE)({ start, end });
  expect(range && TITLE.slice(range.start, range.end)).toBe(words);
});

test("a range inside one word stays as it is", () => {
  expect(wholeWordsIn("ウクライナの大統領")({ start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
});

test.each([
  ["能登で震度6強の地震", 2, 7, "震度6強"],
  ["能登で震度6強の地震", 0, 3, "能登"],
  ["大統領から首相へ", 0, 5, "大統領"],
  ["东京的奥运", 2, 5, "奥运"],
])("particles do not begin or end a range: %s from %i to %i", (title, start, end, words) => {
  const range = wholeWordsIn(title)({ start, end });
  expect(range && title.slice(range.start, range.end)).toBe(words);
});
