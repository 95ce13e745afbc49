import { FUNCTION_WORDS } from "../words/function-words.ts";
import { isSeriesWord } from "../words/series-words.ts";
import { isPair } from "../words/split-words.ts";

/** Words that begin with the same five letters count as forms of one word. */
const STEM = 5;

/**
 * The stems of a text's content words: their first letters; numbers as they are.
 *
 * @param words as `splitWords` returns them
 */
export function contentStems(words: readonly string[]): ReadonlySet<string> {
  return new Set(
    words
      .filter(
        (word) => (word.length > 2 || isPair(word) || /\d/.test(word)) && !FUNCTION_WORDS.has(word),
      )
      .map((word) => (/\d/.test(word) ? word : word.slice(0, STEM))),
  );
}

/** The size of the intersection of two sets. */
export function countShared<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): number {
  let shared = 0;
  for (const value of a) if (b.has(value)) shared++;
  return shared;
}

/** Share of the smaller set's stems that are in the other set (overlap coefficient), from 0 to 1. */
export function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : countShared(a, b) / least;
}

/**
 * Whether each of two headlines has a number, month or weekday that the other lacks. Then they are about different parts of a
 * series, different counts or different days.
 *
 * @param a words as `splitWords` returns them, like `b`
 */
export function differInSeries(a: readonly string[], b: readonly string[]): boolean {
  const lacks = (words: readonly string[], others: readonly string[]) =>
    words.some((word) => !others.includes(word) && isSeriesWord(word));
  return lacks(a, b) && lacks(b, a);
}
