import { CORE_SCHEMA, dump } from "js-yaml";
import type { ArticleRecord } from "../record/article-record.ts";

/**
 * A record as a Markdown file: YAML front matter and nothing after it. Reading it gives the same record,
 * `secured` byte for byte.
 */
export function writeMarkdown(record: ArticleRecord): string {
  const yaml = dump(record, { schema: CORE_SCHEMA, noRefs: true, lineWidth: -1 });
  return `---\n${yaml}---\n`;
}
