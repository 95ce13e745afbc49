import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { EVERYTHING, planMirror } from "../../../core/published/mirror-plan.ts";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import { makeKey } from "../../dataset/publish/key-file.ts";
import { type BenchmarkRow, rounded } from "../benchmark.ts";
import { Articles } from "../scale/articles.ts";
import { publishSideBySide } from "./publish-side-by-side.ts";
import { writeParquet } from "./write-parquet.ts";

/** A day has this part of the articles. */
const DAYS = 30;
const NEW_DAY = "2026-11-30";

/**
 * What it takes to publish a number of articles, from JSON Lines to the manifest.
 *
 * @param processes how many publish side by side
 */
export async function publishingRow(size: number, processes: number): Promise<BenchmarkRow> {
  const folder = mkdtempSync(join(tmpdir(), "second-source-bench-publish-"));
  try {
    const input = join(folder, "articles");
    const parquet = join(folder, "parquet");
    const out = join(folder, "out");
    const key = join(folder, "key.pem");
    await makeKey(key);
    const articles = new Articles();
    mkdirSync(input);
    for (const [i, part] of articles.parts(size).entries())
      writeFileSync(join(input, `${i}.jsonl.gz`), part);
    const start = performance.now();
    await writeParquet(input, parquet);
    const inDuckDb = (performance.now() - start) / 1000;

    const task = { out, key, processes };
    const first = await publishSideBySide(parquet, task);
    const again = await publishSideBySide(parquet, task);
    const before = manifestOf(out);
    const newArticles = newDay(folder, articles, size);
    const day = await publishSideBySide(newArticles, { ...task, isUpdate: true });
    const held = new Map(before.files.map(({ name, bytes }) => [name, bytes]));
    const { fetch, bytesToFetch } = planMirror(manifestOf(out), EVERYTHING, held);
    return {
      published: size,
      processes,
      "Parquet s": rounded(inDuckDb, 1),
      "publish s": rounded(first.seconds, 1),
      "articles/s": Math.round(size / first.seconds),
      "peak MB": first.peak,
      files: before.files.length,
      MB: rounded(sum(before) / 1e6, 1),
      "manifest kB": rounded(manifestBytes(out) / 1000, 0),
      "again s": rounded(again.seconds, 1),
      "day s": rounded(day.seconds, 1),
      "day files": fetch.length,
      "day MB": rounded((bytesToFetch + manifestBytes(out)) / 1e6, 1),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A folder with the articles that come after the first `size`, all of one new day. */
function newDay(folder: string, articles: Articles, size: number): string {
  const count = Math.round(size / DAYS);
  const lines = articles
    .parts(size + count)
    .flatMap((part) => gunzipSync(part).toString().split("\n"));
  const day = lines.slice(size).map((line) => ({
    ...JSON.parse(line),
    publishedDateTime: `${NEW_DAY}T12:00:00Z`,
  }));
  const path = join(folder, "new", `day=${NEW_DAY}`);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "0.jsonl"), day.map((record) => JSON.stringify(record)).join("\n"));
  return join(folder, "new");
}

function manifestOf(out: string): PublishedManifest {
  return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
}

function manifestBytes(out: string): number {
  return readFileSync(join(out, "manifest.json")).length;
}

function sum({ files }: PublishedManifest): number {
  return files.reduce((bytes, file) => bytes + file.bytes, 0);
}
