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

/** What it takes to publish a number of articles, from JSON Lines to the manifest. */
export async function publishingRows(size: number): Promise<BenchmarkRow> {
  const folder = mkdtempSync(join(tmpdir(), "second-source-bench-publish-"));
  try {
    const key = join(folder, "key.pem");
    await makeKey(key);
    const articles = new Articles();
    const folders = { articles: join(folder, "articles"), parquet: join(folder, "parquet") };
    mkdirSync(folders.articles);
    for (const [i, part] of articles.parts(size).entries())
      writeFileSync(join(folders.articles, `${i}.jsonl.gz`), part);
    const start = performance.now();
    await writeParquet(folders.articles, folders.parquet);
    const parquet = (performance.now() - start) / 1000;

    const one = { out: join(folder, "one"), key, processes: 1 };
    const two = { out: join(folder, "two"), key, processes: 2 };
    const alone = await publishSideBySide(folders.parquet, one);
    const both = await publishSideBySide(folders.parquet, two);
    const again = await publishSideBySide(folders.parquet, one);
    const before = manifestOf(one.out);
    const day = await publishSideBySide(newDay(folder, articles, size), { ...one, isUpdate: true });
    const held = new Map(before.files.map(({ name, bytes }) => [name, bytes]));
    const { fetch, bytesToFetch } = planMirror(manifestOf(one.out), EVERYTHING, held);
    return {
      articles: size,
      "Parquet s": rounded(parquet, 1),
      "publish s, 1 process": rounded(alone.seconds, 1),
      "2 processes": rounded(both.seconds, 1),
      "articles/s, 2 processes": Math.round(size / both.seconds),
      "peak MB": both.peak,
      files: before.files.length,
      MB: rounded(sum(before) / 1e6, 1),
      "manifest kB": rounded(manifestBytes(one.out) / 1000),
      "again s": rounded(again.seconds, 1),
      "day s": rounded(day.seconds, 1),
      "day files": fetch.length,
      "day MB": rounded((bytesToFetch + manifestBytes(one.out)) / 1e6, 1),
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
