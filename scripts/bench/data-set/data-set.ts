import type { Benchmark, BenchmarkOptions } from "../benchmark.ts";
import { hasCorpus } from "../corpus.ts";
import { fileCost } from "./file-cost.ts";
import { missedGoals } from "./goals.ts";
import { KeptRows, TABLES } from "./kept-rows.ts";
import { mirrorLookUpRows } from "./mirror-look-ups.ts";
import { mirrorRows } from "./mirroring.ts";
import { publishingRow } from "./publishing.ts";

const SIZES = [1000, 10_000, 100_000, 1_000_000];
/** Articles of the mirror: 10,000 on each of 30 days. */
const MIRRORED = 300_000;
/** How many files the mirrors have whose look-ups are measured. */
const FILES = [1, 30, 365];
const QUICK = { sizes: [1000], mirrored: 3000, files: [1, 5] } as const;

const PARTS: Readonly<
  Record<string, (options: BenchmarkOptions, rows: KeptRows) => Promise<void>>
> = {
  async file({ sizes, quick }, rows) {
    for (const size of sizes ?? (quick ? QUICK.sizes : SIZES)) await file(size, rows);
  },
  async records(_, rows) {
    if (hasCorpus) await file(null, rows);
  },
  publish: (options, rows) => publish(1, options, rows),
  "publish-by-two": (options, rows) => publish(2, options, rows),
  async mirror({ sizes, quick }, rows) {
    for (const size of sizes ?? [quick ? QUICK.mirrored : MIRRORED])
      rows.set("mirror", `${size}`, await mirrorRows(size));
  },
  async "mirror-look-ups"({ quick }, rows) {
    rows.set("mirrorLookUps", "files", await mirrorLookUpRows(quick ? QUICK.files : FILES));
  },
};

/** Data set files: what they weigh and take, beside other ways to keep, publish and ask for the same articles. */
export const dataSetBenchmark: Benchmark = {
  what: "data set files: bytes, building, look-ups, publishing and mirrors, beside JSON, Parquet and SQLite",
  onlyByName: true,
  async run(options) {
    const rows = new KeptRows(options.rows);
    for (const name of options.parts ?? Object.keys(PARTS)) {
      const measure = PARTS[name];
      if (measure === undefined)
        throw new Error(`data-set has no part ${name}; it has: ${Object.keys(PARTS).join(", ")}`);
      await measure(options, rows);
    }
    return {
      rows: TABLES.flatMap((table) => rows.of(table)),
      notes: NOTES,
      missed: missedGoals(rows),
    };
  },
};

async function file(size: number | null, rows: KeptRows): Promise<void> {
  const cost = await fileCost(size);
  const what = size === null ? "records" : `${size}`;
  rows.set("file", what, [cost.file]);
  rows.set("lookUp", what, [cost.lookUp]);
  rows.set("beside", what, cost.beside);
}

/** @param processes how many publish side by side */
async function publish(processes: number, { sizes, quick }: BenchmarkOptions, rows: KeptRows) {
  for (const size of sizes ?? (quick ? QUICK.sizes : SIZES))
    rows.set("publish", `${size} by ${processes}`, [await publishingRow(size, processes)]);
}

const NOTES = [
  "Articles: as in `scale`: headline, address, outlet and time. Records: the real ones of the bundled format, most of whose bytes are related articles. All in Node on the disk of this machine, whose cache holds the files; what the bundled file takes in browsers is in `bundled`.",
  "Parts of the file: addresses is the index by address, outlets that by outlet with their latest articles, stories the index by what articles say; the directory is counted with the header and the list of outlets. Build: from gzipped JSON Lines to a file with all indexes, in one process; seconds of the processor, of which some are spent beside the main thread.",
  "Open and answer: processor time of a process that has just started, from opening the file to the first answer, which is mostly compiling; the run with the median of three. Processor time counts all threads, so it is more than passes on an idle machine, and the same on a busy one. Peak: resident memory of the process until then; one that does nothing has some 50 MB. Known and unknown: medians of 200 pages that have an article, and of others of the same outlets, whose answer is the outlet with its latest articles. Bare read: 8 kB from a random place. All in processor time. Reads: the most of a page.",
  "Beside: JSON is parsed and indexed by address, as the package had it before. Parquet is as favourable as can be: one file, sorted by address by DuckDB, in groups of 10,240 rows, Zstandard; hyparquet asks nginx on this machine for ranges of it, with all its indexes on: on a real network each request takes a round trip, and the server learns what is read. First answer: processor time as above, for Parquet with the file's metadata. Next: processor time of a look-up (SQLite: time; Parquet: median of 10, or of those that end within ten seconds); the records are one group there. Made in: processor time of ours, time of the others. SQLite: node:sqlite (better-sqlite3 is not installed), the articles with an index by address, and with FTS5 on titles; it keeps outlets in a table of their own and has no profiles, latest articles or stories.",
  "Publish: DuckDB runs the SQL of docs/publishing.md on gzipped JSON Lines, to a folder for each day (Parquet s). Then `dataset -- publish parquet --partition day` with processes side by side, and `publish-manifest`, into an empty folder. Peak: resident memory of the largest process. Again: the same when nothing changed. Day: a new day with a thirtieth of the articles, published by `--update`; day MB is what a subscriber fetches then, the manifest included.",
  "Mirrored: the extension's own code, on a folder instead of the origin-private file system, from nginx on this machine: thirty days, then one more day, then nothing new. The time is that of fetching, hashing and checking every record, and of the index over all files.",
  "Files: look-ups by address in a mirror of days of 300 articles, with and without the index over its files; medians of 20 pages: with an article, without one but of a known outlet, and of an unknown outlet. New worker: opens the mirror first; its own lists and notes of each file are not counted.",
];
