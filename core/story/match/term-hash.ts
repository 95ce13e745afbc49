const FACTOR = 0x9e3779b1;
/** What sums begin with, so that kinds of features have hashes of their own. */
const TERM = 0x2545f491;
const KEY = 0x1b873593;
const HEAD = 0x5e;
const TAIL = 0x24;
/** Letters of a word that make its key: short enough to fold inflections together in most languages. */
const KEY_LETTERS = 5;

/**
 * Hashes in 30 bits, which engines keep as small integers: polynomials over UTF-16 code units, since a question
 * hashes some ten thousand trigrams. Two features that share one by chance cost a little weight, never an answer.
 */
export function termHash(term: string): number {
  return polynomial(term, term.length, TERM);
}

/** What posting lists are filed under: the beginning of a word, or a country. */
export function keyHash(term: string): number {
  return polynomial(term, Math.min(KEY_LETTERS, term.length), KEY);
}

/**
 * The letter trigrams of a word, its ends marked. They see through inflection, compounds and spelling (McNamee &
 * Mayfield, "Character n-gram tokenization for European language text retrieval", Information Retrieval 7, 2004).
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
