import { expect, test } from "vitest";
import { articleLanguage } from "../../../scripts/dataset/publish/article-language.ts";
import { record } from "../../fixtures/records.ts";

const languageOf = articleLanguage([
  { domains: ["zeitung.example"], language: "de-AT" },
  { domains: ["swiss.example"], language: "de" },
  { domains: ["swiss.example"], language: "fr" },
  { domains: ["unknown.example"], language: "" },
]);

test.each([
  ["what its record says", "https://zeitung.example/1", "pt-BR", "pt"],
  ["its outlet's, if its record says nothing", "https://m.zeitung.example/1", undefined, "de"],
  ["its outlet's, if its record says no tag", "https://zeitung.example/1", "Deutsch", "de"],
  ["not known, if its outlet has several", "https://swiss.example/1", undefined, "und"],
  ["not known, if its outlet has none", "https://unknown.example/1", undefined, "und"],
  ["not known, if its outlet is not in the list", "https://a.example/1", undefined, "und"],
])("the language of an article is %s", (_, url, language, expected) => {
  const article = record(url, language === undefined ? {} : { language });
  expect(languageOf(article)).toBe(expected);
});
