import { open } from "node:fs/promises";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { median } from "../benchmark.ts";
import { finishTask, peakMemory, processorMs, taskOf } from "./run-task.ts";

/** Opens a data set file and looks pages up in it. */
export interface AskTask {
  readonly path: string;
  readonly known: readonly string[];
  readonly unknown: readonly string[];
}

/** Medians over the pages, processor time in ms, and the most reads of a page. */
export interface AskResult {
  /** Processor time from opening the file to the first answer, ms; the reads, and the bytes that they brought. */
  readonly firstMs: number;
  readonly firstReads: number;
  readonly firstBytes: number;
  /** One read of 8 kB. */
  readonly bareMs: number;
  readonly knownMs: number;
  readonly knownReads: number;
  readonly unknownMs: number;
  readonly unknownReads: number;
}

const BARE_BYTES = 8192;
const { path, known, unknown } = taskOf<AskTask>();
const start = process.cpuUsage();
const handle = await open(path);
const { size } = await handle.stat();
let reads = 0;
let bytesRead = 0;
const readRange = async (from: number, to: number) => {
  const bytes = new Uint8Array(to - from);
  await handle.read(bytes, 0, bytes.length, from);
  reads++;
  bytesRead += bytes.length;
  return bytes;
};
const file = await DataSetFile.open(readRange, size);
const segment = await SegmentReader.open((name) => file.read(name));

async function ask(
  address: string,
  kind: "article" | "outlet",
): Promise<[ms: number, reads: number]> {
  const before = reads;
  const from = process.cpuUsage();
  const answer = await findCoverage([segment], address, []);
  const ms = processorMs(from);
  if (answer.kind !== kind) throw new Error(`${address}: ${answer.kind}`);
  return [ms, reads - before];
}

await ask(known[0] ?? "", "article");
const firstMs = processorMs(start);
const [firstReads, firstBytes, peak] = [reads, bytesRead, peakMemory()];

const bare: number[] = [];
const answers = { known: [] as [number, number][], unknown: [] as [number, number][] };
for (const [i, address] of known.entries()) {
  const at = Math.floor(((i * 0.618) % 1) * Math.max(0, size - BARE_BYTES));
  const from = process.cpuUsage();
  await readRange(at, Math.min(size, at + BARE_BYTES));
  bare.push(processorMs(from));
  answers.known.push(await ask(address, "article"));
  answers.unknown.push(await ask(unknown[i] ?? "", "outlet"));
}
const msOf = (asked: [number, number][]) => median(asked.map(([ms]) => ms));
const readsOf = (asked: [number, number][]) => Math.max(...asked.map(([, count]) => count));
const result: AskResult = {
  ...{ firstMs, firstReads, firstBytes, bareMs: median(bare) },
  knownMs: msOf(answers.known),
  knownReads: readsOf(answers.known),
  unknownMs: msOf(answers.unknown),
  unknownReads: readsOf(answers.unknown),
};
finishTask(result, peak);
