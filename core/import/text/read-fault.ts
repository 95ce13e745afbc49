/**
 * Thrown when the rest of a file cannot be read. What was read before is kept.
 *
 * `scope` is what cannot be read any further: only the `member` of an archive, or the whole `input` file.
 */
export class ReadFault extends Error {
  readonly scope: "member" | "input";
  readonly line: number | null;
  constructor(message: string, scope: "member" | "input" = "member", line: number | null = null) {
    super(message);
    this.scope = scope;
    this.line = line;
  }
}

/** The problem of a file in which there is nothing to read. */
export const NO_ARTICLES = "holds no articles";

/** The problem of a file that was changed or removed after the user gave it. */
export const CHANGED = "changed or could not be read while it was being read";
