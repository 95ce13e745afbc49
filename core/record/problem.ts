/** Something in a data file that does not fit the format. */
export interface Problem {
  /** The name of the file as the user knows it. */
  readonly file: string;
  /** The first line is 1; `null` for a format without lines. */
  readonly line: number | null;
  /** Path of the field, e.g. `related[2].webUrl`; empty for the whole record. */
  readonly field: string;
  /**
   * `repaired`: the value was repaired and kept. `dropped`: the field was left out, the record is kept.
   * `rejected`: the record cannot be used.
   */
  readonly severity: "repaired" | "dropped" | "rejected";
  /** What was expected, or what was repaired. */
  readonly message: string;
  /** The value that was found, shortened. */
  readonly found: string;
}

/** A problem as one line of text: `data/x.md:12: webUrl: rejected: expected an http or https address, found "ftp://…"`. */
export function describeProblem(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === "" ? "" : ` ${problem.field}:`;
  const found = problem.found === "" ? "" : `, found ${problem.found}`;
  return visible(`${place}:${field} ${problem.severity}: ${problem.message}${found}`);
}

/** Characters that a terminal or a list would obey instead of showing them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: showing them as escapes is the point
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value as a report shows it: JSON of at most 80 characters, with invisible characters as escapes. */
export function shortValue(value: unknown): string {
  // Shortened before it is escaped, since escapes only make it longer.
  const shown = typeof value === "string" ? value.slice(0, 100) : value;
  // JSON has no notation for infinite numbers.
  const json = typeof shown === "number" ? undefined : JSON.stringify(shown);
  const text = visible(json ?? String(shown)).replace(CREDENTIALS, "$1…@");
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}

/** The name and password in an address. They are removed, because reports are passed on. */
const CREDENTIALS = /(:\/\/)[^\s/?#"@]*@/g;

/** Text with its invisible characters as escapes. Names of files and fields are untrusted as well. */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
