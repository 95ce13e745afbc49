import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { readRecord } from "../../../core/record/read-record.ts";

/** The result of `readRecord` twice, so that nothing is left to repair. */
export function accepted(value: unknown): ArticleRecord | null {
  const source = { file: "x", lineOf: () => null };
  const once = readRecord(value, source).record;
  if (once === null) return null;
  const { record, problems } = readRecord(once, source);
  return problems.length === 0 ? record : null;
}
