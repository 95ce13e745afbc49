import { expect, test } from "vitest";
import { splitWords } from "../../../../core/story/words/split-words.ts";

test.each([
  [
    "English, its possessives and abbreviations",
    "Mayor's U.S. trip: day 2",
    ["mayor", "us", "trip", "day", "2"],
  ],
  [
    "curly possessives",
    "the workers’ plan, the bank’s answer",
    ["the", "workers", "plan", "the", "bank", "answer"],
  ],
  ["French elisions", "l’usine d'Amiens", ["l", "usine", "d", "amiens"]],
  ["Russian", "Мэр закрыл мост", ["mer", "zakryl", "most"]],
  ["Arabic", "افتتاح الجسر", ["افتتاح", "الجسر"]],
  ["Hindi, vowels inside words", "दिल्ली में", ["दिल्ली", "में"]],
  ["Chinese, as pairs of characters", "大桥关闭", ["大桥", "桥关", "关闭"]],
  ["Japanese among Latin words", "NHK 橋が", ["nhk", "橋が"]],
  ["one character alone", "桥", ["桥"]],
  ["abbreviations among other letters", "U.S. 大桥", ["us", "大桥"]],
  ["abbreviations after a word", "ab.c.d. 桥", ["ab", "cd", "桥"]],
  ["one letter with a point", "a.b 桥", ["a", "b", "桥"]],
  ["abbreviations after a word, in Latin letters", "ab.c.d.", ["ab", "cd"]],
  ["one letter with a point, in Latin letters", "a.b", ["a", "b"]],
  ["possessives among other letters", "桥 Fed's fed'so", ["桥", "fed", "fed", "so"]],
  ["possessives in Latin letters", "fed's fed'so", ["fed", "fed", "so"]],
  ["numbers with separators", "4,200 homes, 6,4 %", ["4200", "homes", "6.4"]],
  ["numbers with narrow spaces", "4\u202f200 morts", ["4200", "morts"]],
  ["parts of a date", "12.03.2027", ["12", "03", "2027"]],
  ["units behind a fraction", "$3.5bn", ["3.5", "bn"]],
  ["Arabic-Indic digits", "٤٬٢٠٠ شخص ٦٫٤", ["4200", "شخص", "6.4"]],
  ["figures among Chinese", "云南5.0级地震 4,200人", ["云南", "5.0", "级地", "地震", "4200", "人"]],
  ["Latin letters among Japanese", "NHK橋が", ["nhk", "橋が"]],
  ["Thai", "สะพาน", ["สะ", "ะพ", "พา", "าน"]],
])("splits %s", (_, text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test("finds no words in punctuation", () => {
  expect(splitWords("— … !?")).toEqual([]);
});
