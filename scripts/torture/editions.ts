import { randomBytes } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MINUTE } from "../../core/durations.ts";

/** Which edition of the articles a data set holds. */
export type Edition = "first" | "second";

const OUTLETS = 40;
/** Articles written at a time: the text of all of them may exceed the longest possible string. */
const AT_ONCE = 50_000;

/** Address of a made-up article. */
export function articleAddress(i: number): string {
  return `https://outlet${i % OUTLETS}.example/story/${i}`;
}

/** Title of an article; it names the edition. */
export function articleTitle(edition: Edition, i: number): string {
  return `The ${edition} edition of story ${i}`;
}

/**
 * Writes an edition of made-up articles as JSON Lines and returns the file's path.
 *
 * @param weight bytes of each article that cannot be compressed
 */
export function writeEdition(
  folder: string,
  edition: Edition,
  articles: number,
  weight = 0,
): string {
  const file = join(folder, `${edition}-${articles}.jsonl`);
  writeFileSync(file, "");
  for (let from = 0; from < articles; from += AT_ONCE)
    appendFileSync(file, lines(edition, from, Math.min(articles, from + AT_ONCE), weight));
  return file;
}

function lines(edition: Edition, from: number, to: number, weight: number): string {
  return Array.from({ length: to - from }, (_, at) => {
    const i = from + at;
    const article = {
      title: articleTitle(edition, i),
      webUrl: articleAddress(i),
      type: "article",
      publishedDateTime: new Date(Date.UTC(2024, 0, 1) + i * MINUTE).toISOString(),
      provider: { name: `Outlet ${i % OUTLETS}`, domain: `outlet${i % OUTLETS}.example` },
      quality: i % 100,
      excerpt: `What the ${edition} edition says of it, in a sentence of usual length.`,
      ...(weight > 0 && { secured: randomBytes(weight).toString("base64") }),
    };
    return `${JSON.stringify(article)}\n`;
  }).join("");
}
