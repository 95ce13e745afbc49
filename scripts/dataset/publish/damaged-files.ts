import { describeProblem, type Problem } from "../../../core/record/problem.ts";
import { PublishError } from "./publish-error.ts";

/** How many damaged files are named. */
const MAX_NAMED = 20;

/** Files of the input that could not be read to their end. What they lack must not leave what is published. */
export class DamagedFiles {
  readonly #lines: string[] = [];

  /** Takes note of those problems that are of a whole file, or of its rest, and not of one record. */
  addFrom(problems: readonly Problem[]): void {
    for (const problem of problems) if (isOfFile(problem)) this.add(describeProblem(problem));
  }

  /** @param line what is wrong with a file; its path comes first */
  add(line: string): void {
    this.#lines.push(line);
  }

  /**
   * Names them. Unless the user forces it, nothing is published when there are any.
   *
   * @throws PublishError
   */
  report(isForced: boolean): void {
    if (this.#lines.length === 0) return;
    const more = this.#lines.length - MAX_NAMED;
    const named = this.#lines.slice(0, MAX_NAMED);
    if (more > 0) named.push(`… and ${more} more`);
    if (!isForced)
      throw new PublishError(
        [
          ...named,
          "Nothing is published, since these could not be read to their end. Repair them or take them out; --force publishes what was read.",
        ].join("\n"),
      );
    for (const line of named) console.log(line);
  }
}

/**
 * Of a record, the problem names the field or shows what was found; of Markdown, it has a line. A column of `--map` that
 * is nowhere is of no file: where a process has a few files only, an optional field may be in none of them.
 */
function isOfFile({ severity, field, found, line, file, message }: Problem): boolean {
  const isOfRecord =
    field !== "" || found !== "" || (line !== null && /\.(?:md|markdown)$/i.test(file));
  return severity === "rejected" && !isOfRecord && !message.startsWith("no column ");
}

/** A file without a byte of a format that has no such files: one whose writer was stopped. */
export function isCutToNothing(path: string, bytes: number): boolean {
  return bytes === 0 && /\.(?:parquet|gz|tgz|zip)$/i.test(path);
}
