import { splitWords } from "./split-words.ts";

/**
 * The words of an article's address: those of the path segment with the most words, if it has at least three,
 * without identifiers. Publishers make addresses from an earlier or longer headline, so they add words to the title.
 *
 * @example addressWords("https://a.com/2014/03/mt-gox-files-for-bankruptcy-1439688") // ["mt", "gox", "files", "for", "bankruptcy"]
 */
export function addressWords(url: string): string[] {
  const path = URL.parse(url)?.pathname ?? "";
  let words: string[] = [];
  for (const segment of path.split("/")) {
    const found = splitWords(
      decoded(segment)
        .replace(/\.\w{2,5}$/, "")
        .replaceAll("_", " "),
    );
    const plain = found.filter((word) => !isIdentifier(word));
    if (plain.length >= 3 && plain.length > words.length) words = plain;
  }
  return words;
}

/** Whether a word is a number longer than a year, or letters mixed with digits (`us-idUSKBN0`, hashes). */
function isIdentifier(word: string): boolean {
  return /^\d{5,}$/.test(word) || (word.length > 4 && /\d/.test(word) && /\p{L}/u.test(word));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
