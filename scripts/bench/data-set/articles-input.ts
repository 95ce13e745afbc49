import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { corpusPath } from "../corpus.ts";
import { Articles } from "../scale/articles.ts";

const DATASET = fileURLToPath(new URL("../../dataset.ts", import.meta.url));

/** Articles as gzipped JSON Lines in a folder, and what is asked about them. */
export interface ArticlesInput {
  readonly folder: string;
  readonly count: number;
  /** Addresses that have an article, and others of the same outlets. */
  readonly known: readonly string[];
  readonly unknown: readonly string[];
}

/** Writes a number of articles, as `scale` has them. */
export function madeInput(folder: string, count: number): ArticlesInput {
  const articles = new Articles();
  mkdirSync(folder, { recursive: true });
  for (const [i, part] of articles.parts(count).entries())
    writeFileSync(join(folder, `${i}.jsonl.gz`), part);
  const { known, unknown } = articles.questions(count);
  return { folder, count, known: known.map(({ url }) => url), unknown };
}

/** Writes the real records of the bundled format. */
export function recordsInput(folder: string): ArticlesInput {
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xJf", corpusPath("records/records.tar.xz"), "-C", folder]);
  const written = join(folder, "jsonl");
  mkdirSync(written);
  const target = ["--to", "jsonl", "--out", join(written, "0.jsonl.gz")];
  execFileSync(process.execPath, [DATASET, "convert", join(folder, "azure"), ...target]);
  const addresses = [...recordsIn(written)].map(({ webUrl = "" }) => webUrl);
  const known = Array.from(
    { length: 200 },
    (_, i) => addresses[(i * 1009) % addresses.length] ?? "",
  );
  const unknown = known.map((url, i) => `${new URL(url).origin}/not-in-the-data/${i}`);
  return { folder: written, count: addresses.length, known, unknown };
}

/** The records of a folder of gzipped JSON Lines. */
export function* recordsIn(folder: string): Generator<ArticleRecord> {
  const names = readdirSync(folder).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  for (const name of names)
    for (const line of gunzipSync(readFileSync(join(folder, name)))
      .toString()
      .split("\n"))
      if (line !== "") yield JSON.parse(line);
}
