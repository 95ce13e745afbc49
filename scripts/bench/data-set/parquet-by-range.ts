import { statSync } from "node:fs";
import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { startNginx } from "../../../test/harness/nginx.ts";
import { median } from "../benchmark.ts";

/** Rows of a group: with DuckDB's default, 122,880, each look-up would fetch several times as much. */
const ROW_GROUP = 10_240;

/** What it takes to look one address up in a Parquet file on a server, without reading all of it. */
export interface ParquetCost {
  /** Of the file, and how long DuckDB took, s. */
  readonly bytes: number;
  readonly seconds: number;
  /** Of a first look-up, which has to read the metadata, and of the next ones: medians. */
  readonly first: RangeCost;
  readonly next: RangeCost;
}

interface RangeCost {
  readonly ms: number;
  readonly requests: number;
  readonly bytes: number;
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
  const nginx = await startNginx(dirname(path), "location / {}");
  try {
    const url = `${nginx.origin}/${path.split("/").at(-1)}`;
    const { size: byteLength } = statSync(path);
    const firsts: RangeCost[] = [];
    const nexts: RangeCost[] = [];
    for (let i = 0; i + 1 < known.length && i < 20; i += 2) {
      const counting = await countingBuffer(url, byteLength);
      const from = performance.now();
      const metadata = await parquetMetadataAsync(counting.file);
      await find(counting.file, metadata, known[i] ?? "");
      firsts.push({ ms: performance.now() - from, ...counting.taken() });
      const next = performance.now();
      await find(counting.file, metadata, known[i + 1] ?? "");
      nexts.push({ ms: performance.now() - next, ...counting.taken() });
    }
    return { bytes: byteLength, seconds, first: medians(firsts), next: medians(nexts) };
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

/** Reads a file on a server by ranges, and counts the requests. */
async function countingBuffer(url: string, byteLength: number) {
  const file = await asyncBufferFromUrl({ url, byteLength });
  let requests = 0;
  let bytes = 0;
  return {
    file: {
      byteLength,
      async slice(start: number, end?: number) {
        const part = await file.slice(start, end);
        requests++;
        bytes += part.byteLength;
        return part;
      },
    },
    /** Since the last call. */
    taken() {
      const taken = { requests, bytes };
      requests = 0;
      bytes = 0;
      return taken;
    },
  };
}

async function find(
  file: Parameters<typeof parquetMetadataAsync>[0],
  metadata: Awaited<ReturnType<typeof parquetMetadataAsync>>,
  address: string,
): Promise<void> {
  const rows = await parquetReadObjects({
    ...{ file, metadata, compressors },
    filter: { webUrl: { $eq: address } },
    useOffsetIndex: true,
    useBloomFilters: true,
    usePageIndex: true,
  });
  if (rows.length !== 1) throw new Error(`${rows.length} rows of ${address}`);
}

function medians(costs: readonly RangeCost[]): RangeCost {
  const of = (field: keyof RangeCost) => median(costs.map((cost) => cost[field]));
  return { ms: of("ms"), requests: of("requests"), bytes: of("bytes") };
}
