/** Above this share of capitalised long words a headline is in title case. */
const TITLE_CASE = 0.7;

/**
 * Whether capitals in a headline tell no names, since most words have them.
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
