/** Part of a text, by its places in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What is shorter says little in scripts whose words have two characters mostly. */
const SHORTEST = 2;

/**
 * Cuts what was found in a text as pairs of characters down to whole words, for showing it: pairs know
 * nothing of where words begin. The browser's dictionaries are loaded with the first range that is asked
 * for, which takes some milliseconds.
 *
 * @returns a function of a range: the whole words in it, or itself when it lies inside one word; `null` when it
 * has but ends and beginnings of words, or a single character
 */
export function wholeWordsIn(text: string): (range: TextRange) => TextRange | null {
  let bounds: number[] | null = null;
  return ({ start, end }) => {
    bounds ??= wordBounds(text);
    const first = bounds.find((bound) => bound >= start) ?? end;
    const last = bounds.findLast((bound) => bound <= end) ?? start;
    if (first > last) return { start, end };
    return last - first < SHORTEST ? null : { start: first, end: last };
  };
}

/** Where words and what is between them begin, and the end. */
function wordBounds(text: string): number[] {
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return [...Array.from(words, ({ index }) => index), text.length];
}
