/** Longest name of a data set, in UTF-16 code units. */
export const MAX_DATA_SET_NAME = 100;

/**
 * Characters that change the direction of text (UAX #9) and could turn the text around a name, and control
 * characters other than white space.
 */
const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?!\s)\p{Cc}/gu;

/** Joiners, soft hyphens, fillers and the like. Between letters they may matter; a name of them alone is empty. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A name as it is stored: without invisible characters, white space collapsed and trimmed. */
export function cleanDataSetName(name: string): string {
  const cleaned = name.replace(UNSEEN, "").replace(/\s+/g, " ").trim();
  return cleaned.replace(IGNORABLE, "").trim() === "" ? "" : cleaned;
}

/** Whether a user would take two names for the same: ignores case and the different encodings of a letter. */
export function isSameDataSetName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(name: string): string {
  return cleanDataSetName(name).replace(IGNORABLE, "").normalize("NFKC").toLowerCase();
}

/** `name` if it is not taken, else the first free one of “name 2”, “name 3”…. */
export function freeDataSetName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` ${number}`;
    const candidate = name.slice(0, MAX_DATA_SET_NAME - ending.length) + ending;
    if (!taken.some((one) => isSameDataSetName(one, candidate))) return candidate;
  }
}
