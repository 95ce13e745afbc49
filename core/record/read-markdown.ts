import { FrontMatterError, readFrontMatter } from "./front-matter.ts";
import { type ReadResult, readRecord } from "./read-record.ts";

/** Reads one article in the bundled format: a Markdown file with YAML front matter. Never throws. */
export function readMarkdownRecord(file: string, markdown: string): ReadResult {
  try {
    const { value, lineOf } = readFrontMatter(markdown);
    return readRecord(value, { file, lineOf });
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    const { line, message } = error;
    return {
      record: null,
      problems: [{ file, line, field: "", severity: "rejected", message, found: "" }],
    };
  }
}
