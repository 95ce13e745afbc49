/** Longest name of a data set, in UTF-16 code units. */
export const MAX_DATA_SET_NAME = 100;

/**
 * Marks, embeddings, overrides and isolates of direction (UAX #9), which could turn the text around a
 * name, and control characters that are no white space.
 */
const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?!\s)\p{Cc}/gu;

/** Joiners, soft hyphens, fillers and the like: between letters they may matter, alone they are nothing. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A name as it is kept: without what cannot be seen, white space folded, none at its ends. */
export function cleanDataSetName(name: string): string {
  const cleaned = name.replace(UNSEEN, "").replace(/\s+/g, " ").trim();
  return cleaned.replace(IGNORABLE, "").trim() === "" ? "" : cleaned;
}

/** Whether two names would be taken for one: upper and lower case, and ways to write a letter, are one. */
export function isSameDataSetName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(name: string): string {
  return cleanDataSetName(name).replace(IGNORABLE, "").normalize("NFKC").toLowerCase();
}

/** `name`, or the first of “name 2”, “name 3”… that is nobody's. */
export function freeDataSetName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` ${number}`;
    const candidate = name.slice(0, MAX_DATA_SET_NAME - ending.length) + ending;
    if (!taken.some((one) => isSameDataSetName(one, candidate))) return candidate;
  }
}
