import { findCoverage } from "../../core/coverage/find-coverage.ts";
import { BUNDLED_DATA_FILE } from "../../core/data-set/data-set.ts";
import { DataSetFile } from "../../core/data-set-file/data-set-file.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { openBundledData } from "../../platform/indexing/open-bundled-data.ts";

/** Times in ms, and how many blocks one look-up reads. */
export interface InBrowserTimes {
  readonly bareRead: readonly number[];
  readonly warm: readonly number[];
  readonly warmBlocks: number;
  readonly cold: readonly number[];
  readonly coldBlocks: number;
}

/** Runs inside an extension page, on the data set file of the package. */
export async function measureLookUps(address: string, rounds: number): Promise<InBrowserTimes> {
  const bareRead = await timed(rounds, readBare);
  const open = await openBundled();
  const before = open.blocks();
  await lookUp(open.segment, address);
  const warmBlocks = open.blocks() - before;
  const warm = await timed(rounds, () => lookUp(open.segment, address));
  let coldBlocks = 0;
  const cold = await timed(rounds, async () => {
    const reopened = await openBundled();
    await lookUp(reopened.segment, address);
    coldBlocks = reopened.blocks();
  });
  return { bareRead, warm, warmBlocks, cold, coldBlocks };
}

async function openBundled() {
  const { read, size } = await openBundledData();
  const file = await DataSetFile.open(read, size);
  let blocks = 0;
  const segment = await SegmentReader.open((name) => {
    blocks++;
    return file.read(name);
  });
  return { segment, blocks: () => blocks };
}

/** A few bytes of the file, without a library. */
async function readBare(): Promise<void> {
  const response = await fetch(`/${BUNDLED_DATA_FILE}`, { headers: { Range: "bytes=0-99" } });
  await response.arrayBuffer();
}

async function lookUp(segment: SegmentReader, address: string): Promise<void> {
  const { kind } = await findCoverage([segment], address, []);
  if (kind !== "article") throw new Error(`found ${kind}`);
}

/** Firefox's clock ticks once a millisecond, so each sample is many runs. */
const RUNS_A_SAMPLE = 20;

/** ms a run, for each sample. */
async function timed(samples: number, run: () => Promise<void>): Promise<number[]> {
  const times = [];
  for (let sample = -1; sample < samples; sample++) {
    const start = performance.now();
    for (let i = 0; i < RUNS_A_SAMPLE; i++) await run();
    // The first sample warms up.
    if (sample >= 0) times.push((performance.now() - start) / RUNS_A_SAMPLE);
  }
  return times;
}
