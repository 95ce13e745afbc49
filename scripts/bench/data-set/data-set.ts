import type { Benchmark } from "../benchmark.ts";
import { publishingRows } from "./publishing.ts";

const SIZES = [10_000, 100_000, 1_000_000];

/** Data set files: what it costs to publish them. */
export const dataSetBenchmark: Benchmark = {
  what: "data set files: publishing them, as docs/publishing.md has it",
  onlyByName: true,
  async run({ sizes, quick }) {
    const rows = [];
    for (const size of sizes ?? (quick ? SIZES.slice(0, 1) : SIZES))
      rows.push(await publishingRows(size));
    return { rows, notes: NOTES, missed: [] };
  },
};

const NOTES = [
  "Articles: as in `scale`, gzipped JSON Lines with 10,000 in each file. Parquet: the SQL of docs/publishing.md in DuckDB, to a folder for each day.",
  "Publish: `dataset -- publish parquet --partition day` with one and with two processes side by side, and `publish-manifest`, into an empty folder. Peak: resident memory of the larger process.",
  "Again: the same with one process, when nothing changed. Day: a new day with a thirtieth of the articles, published by `--update`. Day MB: the manifest and the files that a subscriber fetches then.",
];
