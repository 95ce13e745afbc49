import { statSync } from "node:fs";
import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { startNginx } from "../../../test/harness/nginx.ts";
import type { AskParquetResult } from "./ask-parquet-task.ts";
import { runMedianTask, type TaskResult } from "./run-task.ts";

/** Rows of a group: with DuckDB's default, 122,880, each look-up would fetch several times as much. */
const ROW_GROUP = 10_240;
const LOOK_UPS = 11;

/** What it takes to look one address up in a Parquet file on a server, without reading all of it. */
export interface ParquetCost {
  /** Of the file, and how long DuckDB took, s. */
  readonly bytes: number;
  readonly seconds: number;
  readonly asked: TaskResult<AskParquetResult>;
}

/**
 * Writes Parquet as favourable as it can be for this: sorted by address, in small groups of rows, and Zstandard; then asks
 * nginx for parts of it.
 */
export async function parquetByRange(
  folder: string,
  path: string,
  known: readonly string[],
): Promise<ParquetCost> {
  const start = performance.now();
  await writeSorted(folder, path);
  const seconds = (performance.now() - start) / 1000;
  const { size: byteLength } = statSync(path);
  const nginx = await startNginx(dirname(path), "location / {}");
  try {
    const url = `${nginx.origin}/${path.split("/").at(-1)}`;
    const task = { url, byteLength, known: known.slice(0, LOOK_UPS) };
    const asked = await runMedianTask<AskParquetResult>(
      "ask-parquet-task.ts",
      task,
      ({ first }) => first.ms,
    );
    return { bytes: byteLength, seconds, asked };
  } finally {
    await nginx.close();
  }
}

async function writeSorted(folder: string, path: string): Promise<void> {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    await connection.run(`COPY (
      SELECT * FROM read_json('${folder}/*.jsonl.gz', format = 'newline_delimited', maximum_object_size = 100000000)
      QUALIFY row_number() OVER (PARTITION BY webUrl) = 1
      ORDER BY webUrl
    ) TO '${path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`);
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}
