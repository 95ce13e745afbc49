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
  return `${place}:${field} ${problem.severity}: ${problem.message}${found}`;
}

/** A value as a report shows it: JSON, at most 80 characters. */
export function shortValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}
