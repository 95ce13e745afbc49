import { expect, test } from "vitest";
import { foldText } from "../../../../core/story/words/fold-text.ts";

test.each([
  ["marks and case", "Tóquio São Zoë", "toquio sao zoe"],
  ["Cyrillic in Latin letters", "Токио Олимпиада", "tokio olimpiada"],
  ["Greek in Latin letters", "Αθήνα", "athina"],
  ["letters that no mark explains", "Łódź Straße Øresund", "lodz strasse oresund"],
  ["full-width forms", "ＮＨＫ１２", "nhk12"],
  ["digits of other scripts", "٤٢ ۴۲ ४२ ๔๒", "42 42 42 42"],
  ["Arabic separators of numbers", "٤٬٢٠٠٫٥", "4,200.5"],
  ["Arabic vowel signs", "مُحَمَّد", "محمد"],
])("folds %s", (_, text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each([
  [
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїјґўєљњћђџ",
    "abvgdezhziiklmnoprstufhtschshschyeyuyaeiijguyeljnjcdjdz",
  ],
  ["αβγδεζηθικλμνξοπρσςτυφχψω", "avgdezithiklmnxoprsstyfhpso"],
  ["ßæœøłđðþı", "ssaeoeolddthi"],
  ["’‘ʼ“”„«»–—", `'''"""""--`],
  ["مُحَمَّدـ", "محمد"],
  ["PLAIN, as it is?", "plain, as it is?"],
])("%s becomes %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("keeps marks that are vowels in their own right", () => {
  expect(foldText("दिल्ली")).toBe("दिल्ली");
  expect(foldText("がぎ")).toBe("がぎ");
});
