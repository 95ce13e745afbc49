/** Least share of long words that are capitalised in a headline in title case. */
const TITLE_CASE = 0.75;

/**
 * Whether a headline is in title case: most of its words are capitalised, so capitals do not mark names.
 *
 * @param words as written
 */
export function isTitleCase(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  return long.filter(isCapitalised).length >= TITLE_CASE * long.length;
}

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
