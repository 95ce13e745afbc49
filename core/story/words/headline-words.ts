import { NUMBER_AS_WRITTEN } from "./numbers.ts";
import { isPair, RUN, splitWords } from "./split-words.ts";
import { isTitleCase } from "./title-case.ts";

/** A word of a headline, with its position in UTF-16 code units. */
export interface HeadlineWord {
  /** As `splitWords` returns it. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins a new phrase: other characters than spaces, a hyphen or an apostrophe precede it. */
  readonly startsAnew: boolean;
  /** Whether its capitals mark it as a name or an abbreviation. */
  readonly isName: boolean;
}

/** An abbreviation with points (`U.S.`), a number (`1,200`), or a word without its possessive. */
const WORD_AS_WRITTEN = new RegExp(`(?:\\p{L}\\.){2,}|${NUMBER_AS_WRITTEN}|${RUN}`, "gu");
const JOINING = /^(?:\s*|[-‐'’])$/;

/** The words of a headline in order. In scripts without spaces they are overlapping pairs of characters, each with its own position. */
export function headlineWords(headline: string): HeadlineWord[] {
  const found: HeadlineWord[] = [];
  const areCapitalsUsual = isTitleCase(headline.match(WORD_AS_WRITTEN) ?? []);
  let last = 0;
  for (const { 0: text, index } of headline.matchAll(WORD_AS_WRITTEN)) {
    const end = index + text.length;
    const before = headline.slice(last, index);
    const isFirst = found.length === 0;
    const startsAnew = isFirst || !JOINING.test(before);
    last = end;
    // The `s` of `Fed's` is not a word.
    if (text === "s" && /['’]$/.test(headline.slice(0, index))) continue;
    const words = splitWords(text);
    if (words.length === 1 && !isPair(words[0] ?? "")) {
      const isName =
        !areCapitalsUsual && (isFirst ? /^\p{Lu}{2}/u : /^\p{Lu}/u).test(text) && text.length > 1;
      found.push({ word: words[0] ?? "", start: index, end, startsAnew, isName });
    } else found.push(...pairsIn(text, words, index, startsAnew));
  }
  return found;
}

function pairsIn(
  text: string,
  words: readonly string[],
  index: number,
  startsAnew: boolean,
): HeadlineWord[] {
  const lengths = Array.from(text, (character) => character.length);
  let start = index;
  return words.map((word, i) => {
    const from = start;
    const end =
      words.length === 1 ? index + text.length : from + (lengths[i] ?? 1) + (lengths[i + 1] ?? 0);
    start += lengths[i] ?? 1;
    return { word, start: from, end, startsAnew: i === 0 && startsAnew, isName: false };
  });
}
