import { expect, test } from "vitest";
import { languageTag } from "../../../../core/feeds/read/language-tag.ts";

test.each([
  ["en", "en"],
  ["en_GB", "en-GB"],
  [" PT-br ", "pt-br"],
  ["zh_Hant_TW", "zh-Hant-TW"],
  ["en-abcdefgh-abcdefgh-abcdefgh-abcdefgh", "en-abcdefgh-abcdefgh-abcdefgh-abcde"],
  ["english", ""],
  ["e", ""],
  ["en-", ""],
  ["en, fr", ""],
  ["", ""],
])("the language %j has the tag %j", (text, tag) => {
  expect(languageTag(text)).toBe(tag);
});
