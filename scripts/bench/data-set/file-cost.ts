import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BenchmarkRow, rounded } from "../benchmark.ts";
import { type ArticlesInput, madeInput, recordsIn, recordsInput } from "./articles-input.ts";
import type { AskResult } from "./ask-file-task.ts";
import type { RangeCost } from "./ask-parquet-task.ts";
import type { SqliteResult } from "./build-sqlite-task.ts";
import { filePartSizes } from "./file-blocks.ts";
import { parquetByRange } from "./parquet-by-range.ts";
import { runMedianTask, runTask, type TaskResult } from "./run-task.ts";

/** What is measured of one number of articles. */
export interface FileCost {
  /** The parts of the data set file. */
  readonly file: BenchmarkRow;
  readonly lookUp: BenchmarkRow;
  /** Other ways to keep the same articles. */
  readonly beside: readonly BenchmarkRow[];
}

/**
 * Builds the data set file of some articles, looks them up in it, and does the same with JSON, Parquet and SQLite.
 *
 * @param size a number of articles; `null` for the real records of the bundled format
 */
export async function fileCost(size: number | null): Promise<FileCost> {
  const folder = mkdtempSync(join(tmpdir(), "second-source-bench-file-"));
  try {
    const articles = join(folder, "articles");
    const input = size === null ? recordsInput(articles) : madeInput(articles, size);
    return await costOf(input, folder, size === null ? `${input.count} records` : size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function costOf(
  { folder: articles, known, unknown }: ArticlesInput,
  folder: string,
  label: string | number,
): Promise<FileCost> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "bench.dataset");
  const built = await runTask<{ seconds: number; records: number }>("build-file-task.ts", {
    ...{ folder: articles, path },
  });
  const { size: bytes } = statSync(path);
  const sizes = await filePartSizes(reader(path), bytes);
  const asked = await runMedianTask<AskResult>(
    "ask-file-task.ts",
    { path, known, unknown },
    ({ firstMs }) => firstMs,
  );
  const file: BenchmarkRow = {
    articles: label,
    "source MB": megabytes(sizes.source),
    "directory MB": megabytes(sizes.directory),
    "addresses MB": megabytes(sizes.addresses),
    "outlets MB": megabytes(sizes.outlets),
    "stories MB": megabytes(sizes.stories),
    "file MB": megabytes(bytes),
    "bytes/article": Math.round(bytes / built.records),
    "build s": rounded(built.seconds, 1),
    "built/s": Math.round(built.records / built.seconds),
    "build peak MB": built.peak,
  };
  const beside = await rivals(articles, folder, { known, label });
  const own = (way: string, ofBytes: number): BenchmarkRow => ({
    ...{ kept: label, as: way, MB: megabytes(ofBytes), "made in s": rounded(built.seconds, 1) },
    "parse ms": null,
    "first answer ms": rounded(asked.firstMs, 1),
    "next ms": rounded(asked.knownMs, 2),
    "peak MB ": asked.peak,
    requests: 0,
    "fetched kB": 0,
  });
  return {
    file,
    lookUp: lookUpRow(label, asked),
    beside: [
      own("data set file", bytes),
      own("data set file without story index", bytes - sizes.stories),
      ...beside,
    ],
  };
}

function lookUpRow(label: string | number, asked: TaskResult<AskResult>): BenchmarkRow {
  return {
    "looked up in": label,
    "open and answer ms": rounded(asked.firstMs, 1),
    "its reads": asked.firstReads,
    "its kB": rounded(asked.firstBytes / 1000, 0),
    "peak MB": asked.peak,
    "bare read ms": rounded(asked.bareMs, 3),
    "known ms": rounded(asked.knownMs, 3),
    "known, bare reads": rounded(asked.knownMs / asked.bareMs, 1),
    "known, reads": asked.knownReads,
    "unknown ms": rounded(asked.unknownMs, 3),
    "unknown, bare reads": rounded(asked.unknownMs / asked.bareMs, 1),
    "unknown, reads": asked.unknownReads,
  };
}

async function rivals(
  articles: string,
  folder: string,
  { known, label }: { readonly known: readonly string[]; readonly label: string | number },
): Promise<BenchmarkRow[]> {
  const row = (as: string, bytes: number, more: BenchmarkRow = {}): BenchmarkRow => ({
    ...{ kept: label, as, MB: megabytes(bytes) },
    ...more,
  });
  const jsonPath = join(folder, "bench.json");
  const start = performance.now();
  const json = Buffer.from(JSON.stringify([...recordsIn(articles)]));
  writeFileSync(jsonPath, json);
  const seconds = (performance.now() - start) / 1000;
  const address = known[0] ?? "";
  const parsed = await runMedianTask<{ parseMs: number; firstMs: number }>(
    "ask-json-task.ts",
    { path: jsonPath, address },
    ({ firstMs }) => firstMs,
  );
  const parquet = await parquetByRange(articles, join(folder, "bench.parquet"), known);
  const sqlite = await runTask<SqliteResult>("build-sqlite-task.ts", {
    ...{ folder: articles, path: join(folder, "bench.sqlite"), known },
  });
  const range = (cost: RangeCost): BenchmarkRow => ({
    requests: cost.requests,
    "fetched kB": rounded(cost.bytes / 1000, 0),
  });
  return [
    row("JSON", json.length, {
      "made in s": rounded(seconds, 1),
      "parse ms": rounded(parsed.parseMs, 1),
      "first answer ms": rounded(parsed.firstMs, 1),
      "peak MB ": parsed.peak,
    }),
    row("JSON, gzip", gzipSync(json).length),
    row("Parquet, first look-up", parquet.bytes, {
      "made in s": rounded(parquet.seconds, 1),
      "first answer ms": rounded(parquet.asked.first.ms, 1),
      "peak MB ": parquet.asked.peak,
      ...range(parquet.asked.first),
    }),
    row("Parquet, next look-up", parquet.bytes, {
      "next ms": rounded(parquet.asked.next.ms, 1),
      ...range(parquet.asked.next),
    }),
    row("SQLite", sqlite.bytes, {
      "made in s": rounded(sqlite.seconds, 1),
      "next ms": rounded(sqlite.lookUpMs, 3),
    }),
    row("SQLite and FTS5 of titles", sqlite.bytesWithTitles, {
      "made in s": rounded(sqlite.secondsWithTitles, 1),
    }),
  ];
}

function reader(path: string) {
  const file = openSync(path, "r");
  return async (start: number, end: number) => {
    const bytes = new Uint8Array(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    return bytes;
  };
}

function megabytes(bytes: number): number {
  return rounded(bytes / 1e6, 2);
}
