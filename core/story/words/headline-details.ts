import { FUNCTION_WORDS } from "./function-words.ts";
import { splitWords } from "./split-words.ts";
import { isCapitalised, isTitleCase } from "./title-case.ts";

const WORD_AS_WRITTEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
/** A year tells no event from another. */
const YEAR = /^(?:19|20)\d\d$/;
const FEWEST_LETTERS = 3;
const HAS_CAPITALS = /\p{Lu}/u;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * Folded prepositions that stand right before the name of a place, and the parts of a town or country that Arabic headlines
 * name there. Where capitals show no names, the last word behind one of them is taken for a name.
 */
const BEFORE_PLACE = new Set(
  [
    "in near nahe off a en pres em v w von",
    "في قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي",
  ].flatMap((words) => words.split(" ")),
);
/** Function words that few other languages have: German writes all nouns with a capital. */
const GERMAN = new Set(
  "und im vom zum zur bei nach wegen ist sind wird nicht sich auf aus eine einen vor".split(" "),
);

/** Of the other languages with these letters hardly one has the preposition (Dutch has `ö` in a few words). */
const UMLAUT = /[äöüß]/i;
const IN = /\bin\b/i;

/**
 * The words of a headline by which events of one kind differ: names of places, people and organisations, as far as
 * capitals or a preposition show them, and figures other than years. A name may be missed, and a common noun be taken for one.
 *
 * @returns words as `splitWords` returns them
 */
export function headlineDetails(headline: string): Set<string> {
  const figures = splitWords(headline).filter((word) => /^\d/.test(word) && !YEAR.test(word));
  return new Set([...figures, ...namesIn(headline)]);
}

function namesIn(headline: string): string[] {
  const written = headline.match(WORD_AS_WRITTEN) ?? [];
  const folded = written.map((word) => splitWords(word));
  const nameAt = (at: number) =>
    (folded[at] ?? []).filter((word) => word.length >= FEWEST_LETTERS && !FUNCTION_WORDS.has(word));
  const isGerman =
    folded.some(([word = ""]) => GERMAN.has(word)) || (UMLAUT.test(headline) && IN.test(headline));
  if (!isGerman && HAS_CAPITALS.test(headline) && !isTitleCase(written)) {
    const names = written.flatMap((word, i) => (i > 0 && isCapitalised(word) ? nameAt(i) : []));
    // The first word has a capital anyway: it is taken for a name where there is no other.
    return names.length > 0 || !isCapitalised(written[0] ?? "") ? names : nameAt(0);
  }
  const last = written.findLastIndex(
    (word, i) =>
      BEFORE_PLACE.has(folded[i - 1]?.at(-1) ?? "") && (isCapitalised(word) || ARABIC.test(word)),
  );
  if (last > 0) return nameAt(last);
  const isDateline = headline.startsWith(`${written[0]}:`);
  return isDateline ? nameAt(0) : [];
}
