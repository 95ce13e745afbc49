import { expect, test } from "vitest";
import { namesIn } from "../../../core/compare/names.ts";

function names(text: string, language: string | null): string[] {
  return namesIn(text, language).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["a run of capitals", "en", "It was said by Ruth Okello on air", ["Ruth Okello"]],
  [
    "a run with particles",
    "en",
    "The figures come from the Institute for Public Accounts today",
    ["Institute for Public Accounts"],
  ],
  [
    "the part behind a particle at the start",
    "en",
    "Drivers of Northline want more",
    ["Northline"],
  ],
  ["an abbreviation", "de", "Die Forderung der GKE bleibt", ["GKE"]],
  ["an abbreviation of six letters", "de", "Die Forderung der UNESCO bleibt", ["UNESCO"]],
  [
    "two capitals in a row in German",
    "de",
    "Das sagte Landrätin Birte Kolb am Abend",
    ["Landrätin Birte Kolb"],
  ],
  ["a short quotation", "fr", "Le chalutier « Stella Maris » a coulé", ["Stella Maris"]],
  ["what follows a title in Arabic", "ar", "قال المتحدث سامر حداد إن الطريق مغلق", ["سامر حداد"]],
  ["what follows a title with its office", "ar", "قال وزير الصحة فؤاد مراد اليوم", ["فؤاد مراد"]],
  ["a name in Cyrillic", "ru", "Об этом сообщил Антон Рябов вчера", ["Антон Рябов"]],
])("%s is a name", (_what, language, text, found) => {
  expect(names(text, language)).toEqual(found);
});

test.each([
  ["the first word of a sentence", "en", "Rescuers came. Divers searched the river"],
  ["a weekday or a month", "en", "It happened on Monday in March"],
  ["a headline in title case", "en", "Bakers Warn Of Dearer Bread"],
  ["a noun in German", "de", "Er sprach am Abend über die Arbeit"],
  ["an amount in German", "de", "Es kostet drei Millionen Euro und 60 Prozent Zinsen"],
  ["what somebody said", "en", "He called it “a day to forget for all of us”"],
  ["an agency and where it writes from", "en", "LONDON, March 5 (Reuters) - A road was closed"],
  ["a shout", "en", "STORM HITS COAST"],
  ["a shout with short words", "en", "STORM HITS A TO B AS IT IS IN UK"],
  ["a word of seven capitals in German", "de", "Die Forderung der VERKEHR bleibt"],
  ["a text whose language is not known", null, "Dnes to řekla Petra Malá"],
])("%s is no name", (_what, language, text) => {
  expect(names(text, language)).toEqual([]);
});
