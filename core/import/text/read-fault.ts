/**
 * Why the rest of a file cannot be read. What was read before stays.
 *
 * `scope` is what it ends: the `member` of an archive alone, or the whole `input` file.
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

/** Said of a file in which there is nothing to read. */
export const NO_ARTICLES = "holds no articles";

/** Said of a file whose bytes are not there (any more) as they were when it was given. */
export const CHANGED = "changed or could not be read while it was being read";
