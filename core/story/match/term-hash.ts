const FACTOR = 0x9e3779b1;
/** Start values, so that the hashes of different kinds of features differ. */
const TERM = 0x2545f491;
const KEY = 0x1b873593;
const HEAD = 0x5e;
const TAIL = 0x24;
/** First letters of a word that make up its key: few enough that most inflections of a word share it. */
const KEY_LETTERS = 5;

/**
 * The hash of a term: a polynomial over its UTF-16 code units, fast because a query hashes some ten thousand
 * features. It has 30 bits, which JavaScript engines store as small integers. A collision of two features shifts a little
 * weight, but never loses an answer.
 */
export function termHash(term: string): number {
  return polynomial(term, term.length, TERM);
}

/** The key of a term's posting list: the hash of the beginning of a word, or of a country. */
export function termKeyHash(term: string): number {
  return polynomial(term, Math.min(KEY_LETTERS, term.length), KEY);
}

/**
 * Hashes of a word's letter trigrams, with its start and end marked. Trigrams match across inflections, compounds and
 * spellings (McNamee & Mayfield, "Character n-gram tokenization for European language text retrieval", Information
 * Retrieval 7, 2004).
 */
export function trigramHashes(word: string): number[] {
  const found: number[] = [];
  let a = HEAD;
  let b = word.charCodeAt(0);
  for (let i = 1; i <= word.length; i++) {
    const c = i < word.length ? word.charCodeAt(i) : TAIL;
    found.push(Math.imul(Math.imul(Math.imul(a, FACTOR) + b, FACTOR) + c, FACTOR) >>> 2);
    a = b;
    b = c;
  }
  return found;
}

function polynomial(text: string, length: number, start: number): number {
  let sum = start;
  for (let i = 0; i < length; i++) sum = Math.imul(sum + text.charCodeAt(i), FACTOR);
  return (sum ^ (sum >>> 15)) >>> 2;
}
