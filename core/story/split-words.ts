import { foldText } from "./fold-text.ts";

/** Scripts that write no spaces between words. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text, folded, in order. What scripts without spaces write comes as overlapping pairs of
 * characters: as good as a segmenter in retrieval (Nie, Gao, Zhang & Zhou, "On the use of words and n-grams
 * for Chinese information retrieval", IRAL 2000), and the same in every browser, which the dictionaries
 * behind `Intl.Segmenter` are not.
 *
 * @example splitWords("Biles' U.S. team") // ["biles", "us", "team"]
 * @example splitWords("东京奥运") // ["东京", "京奥", "奥运"]
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  // `Fed's` is `fed`, `L'Équipe` two words, `U.S.` one.
  const plain = foldText(text)
    .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll(".", ""));
  for (const [word] of plain.matchAll(WORD)) {
    if (!WITHOUT_SPACES.test(word)) words.push(word);
    else words.push(...pairsOf(word));
  }
  return words;
}

/** Whether a word of `splitWords` is a pair of characters of a script without spaces. */
export function isPair(word: string): boolean {
  return WITHOUT_SPACES.test(word);
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 3) return [run];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}
