import { expect, test } from "vitest";
import { quotedWords } from "../../../components/compare/quoted-words.ts";

test("a short text is quoted whole", () => {
  expect(quotedWords("At least 9 dead", { start: 0, end: 10 })).toEqual({
    before: "",
    words: "At least 9",
    behind: " dead",
  });
});

test("a long one is cut at spaces", () => {
  const long = "word ".repeat(20);
  const { before, words, behind } = quotedWords(`${long}nine ${long}`, { start: 100, end: 104 });
  expect(words).toBe("nine");
  expect(before).toMatch(/^… (?:word ){11}$/);
  expect(behind).toMatch(/^(?: word){11} …$/);
});
