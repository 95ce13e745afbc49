import type { Benchmark } from "../benchmark.ts";
import { publishingRow } from "./publishing.ts";

const SIZES = [10_000, 100_000, 1_000_000];
/** How many processes publish side by side. */
const PROCESSES = [1, 2];

/** Data set files: what it costs to publish them. */
export const dataSetBenchmark: Benchmark = {
  what: "data set files: publishing them, as docs/publishing.md has it",
  onlyByName: true,
  async run({ sizes, quick, parts }) {
    const rows = [];
    for (const size of sizes ?? (quick ? SIZES.slice(0, 1) : SIZES))
      for (const processes of parts?.map(Number) ?? PROCESSES)
        rows.push(await publishingRow(size, processes));
    return { rows, notes: NOTES, missed: [] };
  },
};

const NOTES = [
  "Articles: as in `scale`, gzipped JSON Lines with 10,000 in each file. Parquet: the SQL of docs/publishing.md in DuckDB, to a folder for each day.",
  "Publish: `dataset -- publish parquet --partition day` with processes side by side, and `publish-manifest`, into an empty folder. Peak: resident memory of the largest process.",
  "Again: the same when nothing changed. Day: a new day with a thirtieth of the articles, published by `--update`; day MB is what a subscriber fetches then, the manifest included.",
];
