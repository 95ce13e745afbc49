/** Something in a data file that is not as the format wants it. */
export interface Problem {
  /** File name as the person who gave it knows it. */
  readonly file: string;
  /** First line is 1; `null` where a format has no lines. */
  readonly line: number | null;
  /** Path of the field, e.g. `related[2].webUrl`; empty for the whole record. */
  readonly field: string;
  /**
   * `repaired`: the value was mended and kept. `dropped`: the field was left out, the record
   * stays. `rejected`: the record cannot be used.
   */
  readonly severity: "repaired" | "dropped" | "rejected";
  /** What was expected, or what was mended. */
  readonly message: string;
  /** The value found, cut short. */
  readonly found: string;
}

/** One line for a person: `data/x.md:12: webUrl: rejected: expected an http or https address, found "ftp://…"`. */
export function describeProblem(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === "" ? "" : ` ${problem.field}:`;
  const found = problem.found === "" ? "" : `, found ${problem.found}`;
  return visible(`${place}:${field} ${problem.severity}: ${problem.message}${found}`);
}

/** Characters that a terminal or a list would act on instead of showing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: showing them as escapes is the point
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value as a report shows it: JSON, at most 80 characters, what cannot be seen as an escape. */
export function shortValue(value: unknown): string {
  // Of a long text only what can be shown: escapes only make it longer.
  const shown = typeof value === "string" ? value.slice(0, 100) : value;
  // JSON has no word for an endless number.
  const json = typeof shown === "number" ? undefined : JSON.stringify(shown);
  const text = visible(json ?? String(shown)).replace(CREDENTIALS, "$1…@");
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}

/** Name and password in an address: a report is passed on. */
const CREDENTIALS = /(:\/\/)[^\s/?#"@]*@/g;

/** Text with what cannot be seen as an escape: file and field names are data too. */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
