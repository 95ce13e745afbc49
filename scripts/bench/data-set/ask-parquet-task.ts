import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { median } from "../benchmark.ts";
import { finishTask, processorMs, taskOf } from "./run-task.ts";

/** Looks addresses up in a Parquet file on a server, by ranges of it. */
export interface AskParquetTask {
  readonly url: string;
  readonly byteLength: number;
  readonly known: readonly string[];
}

/** What a look-up takes; processor time in ms. */
export interface RangeCost {
  readonly ms: number;
  readonly requests: number;
  readonly bytes: number;
}

/** Of the first look-up, which has to read the metadata, and of the next ones: medians. */
export interface AskParquetResult {
  readonly first: RangeCost;
  readonly next: RangeCost;
}

/** No further look-up begins after this time. */
const MOST_MS = 10_000;
const { url, byteLength, known } = taskOf<AskParquetTask>();
const start = process.cpuUsage();
const source = await asyncBufferFromUrl({ url, byteLength });
let taken = { requests: 0, bytes: 0 };
const file = {
  byteLength,
  async slice(from: number, to?: number) {
    const part = await source.slice(from, to);
    taken = { requests: taken.requests + 1, bytes: taken.bytes + part.byteLength };
    return part;
  },
};
const metadata = await parquetMetadataAsync(file);

async function find(address: string): Promise<void> {
  const rows = await parquetReadObjects({
    ...{ file, metadata, compressors },
    filter: { webUrl: { $eq: address } },
    useOffsetIndex: true,
    useBloomFilters: true,
    usePageIndex: true,
  });
  if (rows.length !== 1) throw new Error(`${rows.length} rows of ${address}`);
}

await find(known[0] ?? "");
const first: RangeCost = { ms: processorMs(start), ...taken };
const nexts: RangeCost[] = [];
for (const address of known.slice(1)) {
  if (processorMs(start) > MOST_MS && nexts.length > 0) break;
  taken = { requests: 0, bytes: 0 };
  const from = process.cpuUsage();
  await find(address);
  nexts.push({ ms: processorMs(from), ...taken });
}
const of = (field: keyof RangeCost) => median(nexts.map((cost) => cost[field]));
const result: AskParquetResult = {
  first,
  next: { ms: of("ms"), requests: of("requests"), bytes: of("bytes") },
};
finishTask(result);
