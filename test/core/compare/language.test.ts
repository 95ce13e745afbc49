import { expect, test } from "vitest";
import { guessLanguage } from "../../../core/compare/language.ts";

test.each([
  ["en", "The ferry sails again after the storm"],
  ["de", "Die Fähre fährt nach dem Sturm wieder"],
  ["fr", "Le ferry repart après la tempête dans les îles"],
  ["es", "El ferry zarpa tras la tormenta en las islas"],
  ["pt", "A balsa volta a sair após a tempestade no sul"],
  ["it", "Il traghetto riparte dopo la tempesta nel sud"],
  ["nl", "Het schip is na de storm weer op zee"],
  ["ar", "العبارة تبحر من جديد"],
  ["ru", "Паром снова в пути"],
  ["ja", "フェリーが再開"],
  ["zh", "渡轮恢复航行"],
])("%s: %s", (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});

test.each(["", "Bridge closed", "Trajekt po bouři znovu vyplul", "12 345"])(
  "%j is of no clear language",
  (text) => {
    expect(guessLanguage(text)).toBeNull();
  },
);
