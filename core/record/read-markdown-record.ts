import { FrontMatterError, readFrontMatter } from "./front-matter.ts";
import { type ReadResult, readRecord } from "./read-record.ts";

/**
 * Reads one article in the bundled format: a Markdown file with YAML or TOML front matter. Never throws.
 *
 * @param rename gives the fields of the front matter the names of a record's; default: they have them
 */
export function readMarkdownRecord(
  file: string,
  markdown: string,
  rename: (value: unknown) => unknown = (value) => value,
): ReadResult {
  try {
    const { value, lineOf } = readFrontMatter(markdown);
    return readRecord(rename(value), { file, lineOf });
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    const { line, message } = error;
    return {
      record: null,
      problems: [{ file, line, field: "", severity: "rejected", message, found: "" }],
    };
  }
}
