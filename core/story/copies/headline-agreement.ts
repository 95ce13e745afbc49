import { FUNCTION_WORDS } from "../words/function-words.ts";
import { isSeriesWord } from "../words/series-words.ts";
import { isPair } from "../words/split-words.ts";

/** Letters by which two forms of a word are taken for one. */
const STEM = 5;

/** The words of a text that say something, by their first letters; figures as they are. */
export function tellingStems(words: readonly string[]): ReadonlySet<string> {
  return new Set(
    words
      .filter(
        (word) => (word.length > 2 || isPair(word) || /\d/.test(word)) && !FUNCTION_WORDS.has(word),
      )
      .map((word) => (/\d/.test(word) ? word : word.slice(0, STEM))),
  );
}

export function countShared<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): number {
  let shared = 0;
  for (const value of a) if (b.has(value)) shared++;
  return shared;
}

/** Share of the shorter headline's stems that the other has. */
export function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : countShared(a, b) / least;
}

/**
 * Whether each of two headlines has a figure, a month or a number that the other has not: they are two parts of a series,
 * two counts, two days.
 *
 * @param a words as `splitWords` has them
 */
export function differInSeries(a: readonly string[], b: readonly string[]): boolean {
  const lacks = (words: readonly string[], others: readonly string[]) =>
    words.some((word) => !others.includes(word) && isSeriesWord(word));
  return lacks(a, b) && lacks(b, a);
}
