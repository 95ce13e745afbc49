import type { ArticleRecord } from "../../../core/record/article-record.ts";

/** The records of a part that is served as gzipped JSON Lines. */
export async function fetchRecords(part: string): Promise<ArticleRecord[]> {
  const { body } = await fetch(part);
  if (body === null) throw new Error(`nothing at ${part}`);
  const text = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
  return text.split("\n").map((line) => JSON.parse(line));
}
