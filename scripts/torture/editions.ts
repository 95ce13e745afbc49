import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Which edition of the articles a data set holds. */
export type Edition = "first" | "second";

const OUTLETS = 40;

/** Address of a made-up article. */
export function articleAddress(i: number): string {
  return `https://outlet${i % OUTLETS}.example/story/${i}`;
}

/** Title of an article in an edition: it tells the edition. */
export function articleTitle(edition: Edition, i: number): string {
  return `The ${edition} edition of story ${i}`;
}

/** Writes an edition of made-up articles as JSON Lines and gives the file's path. */
export function writeEdition(folder: string, edition: Edition, articles: number): string {
  const lines = Array.from({ length: articles }, (_, i) =>
    JSON.stringify({
      title: articleTitle(edition, i),
      webUrl: articleAddress(i),
      type: "article",
      publishedDateTime: new Date(Date.UTC(2024, 0, 1) + i * 60_000).toISOString(),
      provider: { name: `Outlet ${i % OUTLETS}`, domain: `outlet${i % OUTLETS}.example` },
      quality: i % 100,
      excerpt: `What the ${edition} edition says of it, in a sentence of usual length.`,
    }),
  );
  const file = join(folder, `${edition}.jsonl`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
