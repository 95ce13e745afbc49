/** A part of a text, in UTF-16 code units; `end` is the offset after its last one. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Least length of what is shown: in these scripts most words have two characters, and one alone says little. */
const SHORTEST = 2;

/** Particles and other function words, which do not begin or end a phrase: Japanese ones by their script, Chinese ones by name. */
const PARTICLE = /^(?:\p{sc=Hira}{1,2}|[的了在和是与與])$/u;

/**
 * Trims ranges of a text that were found as pairs of characters to whole words, so that they can be shown: pairs
 * ignore where words begin. The browser loads its dictionaries at the first call of the returned function, which
 * takes some milliseconds.
 *
 * @returns a function that takes a range and gives the whole words in it, or the range itself when it is inside one word;
 * `null` when it contains no whole word, or only a single character
 */
export function wholeWordsIn(text: string): (range: TextRange) => TextRange | null {
  let words: TextRange[] | null = null;
  return ({ start, end }) => {
    words ??= wordsOf(text);
    const isInside = words.some((word) => word.start < start && word.end > end);
    if (isInside) return { start, end };
    const whole = words.filter((word) => word.start >= start && word.end <= end);
    const contentWords = whole.filter((word) => !PARTICLE.test(text.slice(word.start, word.end)));
    const [first, last] = [contentWords[0], contentWords.at(-1)];
    if (first === undefined || last === undefined || last.end - first.start < SHORTEST) return null;
    return { start: first.start, end: last.end };
  };
}

/** The ranges of the words of a text and of what is between them. */
function wordsOf(text: string): TextRange[] {
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return Array.from(words, ({ index, segment }) => ({ start: index, end: index + segment.length }));
}
