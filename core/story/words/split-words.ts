import { foldText } from "./fold-text.ts";
import { DECIMAL, joinSpacedDigits, plainNumbers } from "./numbers.ts";

/** A character of a script that writes no spaces between words. The source of a regular expression. */
const UNSPACED =
  "[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]";
const WITHOUT_SPACES = new RegExp(UNSPACED, "u");
const LETTER = "[\\p{L}\\p{N}\\p{M}]";
/**
 * A run of letters and figures, without spaces around it where its script writes none: names and figures in other letters
 * stand apart there. The source of a regular expression.
 */
export const RUN = `(?:(?=${UNSPACED})${LETTER})+|(?:(?!${UNSPACED})${LETTER})+`;
const WORD = new RegExp(`${DECIMAL}|${RUN}`, "gu");
const POSSESSIVE = /'s(?![\p{L}\p{N}])/gu;
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
/** The same for texts that are ASCII after folding, since Unicode patterns are slow to compile. */
const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORD = new RegExp(`${DECIMAL}|[a-z0-9]+`, "g");
const ASCII_POSSESSIVE = /'s(?![a-z0-9])/g;
const ASCII_ABBREVIATION = /(?<![a-z0-9])(?:[a-z]\.){2,}/g;

/**
 * The words of a text in order, folded. Scripts without spaces give overlapping pairs of characters, which
 * serve retrieval as well as a word segmenter does (Nie, Gao, Zhang & Zhou, "On the use of words and n-grams
 * for Chinese information retrieval", IRAL 2000) and are the same in every browser, unlike the results of
 * `Intl.Segmenter`. Numbers are written in one way, whatever their separators and digits (`plainNumbers`).
 *
 * @example splitWords("Biles' U.S. team") // ["biles", "us", "team"]
 * @example splitWords("东京奥运") // ["东京", "京奥", "奥运"]
 * @example splitWords("٤٬٢٠٠ of 4,200, 6,4 %") // ["4200", "of", "4200", "6.4"]
 */
export function splitWords(text: string): string[] {
  const folded = plainNumbers(foldText(joinSpacedDigits(text)));
  const isAscii = ASCII.test(folded);
  // `Fed's` becomes `fed`, `L'Équipe` two words, `U.S.` one word.
  const plain = folded
    .replace(isAscii ? ASCII_POSSESSIVE : POSSESSIVE, "")
    .replace(isAscii ? ASCII_ABBREVIATION : ABBREVIATION, (letters) => letters.replaceAll(".", ""));
  if (isAscii) return plain.match(ASCII_WORD) ?? [];
  const words: string[] = [];
  for (const [word] of plain.matchAll(WORD))
    if (isPair(word)) words.push(...pairsOf(word));
    else words.push(word);
  return words;
}

/** Whether a word from `splitWords` is a pair of characters of a script without spaces. */
export function isPair(word: string): boolean {
  return !ASCII.test(word) && WITHOUT_SPACES.test(word);
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 3) return [run];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}
