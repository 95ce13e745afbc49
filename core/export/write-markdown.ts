import { CORE_SCHEMA, dump } from "js-yaml";
import type { ArticleRecord } from "../record/article-record.ts";

/**
 * A record as a Markdown file of the bundled format: YAML front matter and nothing after it. Reads
 * back as the same record, `secured` byte for byte.
 */
export function writeMarkdown(record: ArticleRecord): string {
  const yaml = dump(record, { schema: CORE_SCHEMA, noRefs: true, lineWidth: -1 });
  return `---\n${yaml}---\n`;
}
