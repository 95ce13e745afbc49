/** Part of a text, by its places in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What is shorter says little in scripts whose words have two characters mostly. */
const SHORTEST = 2;

/** Particles and other small words, which begin and end no phrase: Japanese ones by their script, Chinese ones by name. */
const PARTICLE = /^(?:\p{sc=Hira}{1,2}|[的了在和是与與])$/u;

/**
 * Cuts what was found in a text as pairs of characters down to whole words, for showing it: pairs know
 * nothing of where words begin. The browser's dictionaries are loaded with the first range that is asked
 * for, which takes some milliseconds.
 *
 * @returns a function of a range: the whole words in it, or itself when it lies inside one word; `null` when it
 * has but ends and beginnings of words, or a single character
 */
export function wholeWordsIn(text: string): (range: TextRange) => TextRange | null {
  let words: TextRange[] | null = null;
  return ({ start, end }) => {
    words ??= wordsOf(text);
    const isInside = words.some((word) => word.start < start && word.end > end);
    if (isInside) return { start, end };
    const whole = words.filter((word) => word.start >= start && word.end <= end);
    const telling = whole.filter((word) => !PARTICLE.test(text.slice(word.start, word.end)));
    const [first, last] = [telling[0], telling.at(-1)];
    if (first === undefined || last === undefined || last.end - first.start < SHORTEST) return null;
    return { start: first.start, end: last.end };
  };
}

/** Words, and what is between them. */
function wordsOf(text: string): TextRange[] {
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return Array.from(words, ({ index, segment }) => ({ start: index, end: index + segment.length }));
}
