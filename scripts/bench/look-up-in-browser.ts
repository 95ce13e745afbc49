import { findCoverage } from "../../core/coverage/find-coverage.ts";
import type { BlockName } from "../../core/segment/format.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { type BlockStore, openIndexedDbStore } from "../../platform/store/block-store.ts";
import { BUNDLED, type BuildRow, segmentOf } from "../../platform/store/build-row.ts";

/** Times in ms, and how many blocks one look-up reads. */
export interface InBrowserTimes {
  readonly bareRead: readonly number[];
  readonly warm: readonly number[];
  readonly warmBlocks: number;
  readonly cold: readonly number[];
  readonly coldBlocks: number;
}

/** Runs inside an extension page, on the index that the extension built. */
export async function measureLookUps(address: string, rounds: number): Promise<InBrowserTimes> {
  const bareRead = await timed(rounds, await bareReader());
  const store = await openIndexedDbStore();
  const open = await openSegment(store);
  const before = open.blocks();
  await lookUp(open.segment, address);
  const warmBlocks = open.blocks() - before;
  const warm = await timed(rounds, () => lookUp(open.segment, address));
  let coldBlocks = 0;
  const cold = await timed(rounds, async () => {
    const anew = await openSegment(await openIndexedDbStore());
    await lookUp(anew.segment, address);
    coldBlocks = anew.blocks();
  });
  return { bareRead, warm, warmBlocks, cold, coldBlocks };
}

async function openSegment(store: BlockStore) {
  const row = segmentOf(BUNDLED, await store.rows());
  if (row === null) throw new Error("the extension has built no index");
  let blocks = 0;
  const segment = await SegmentReader.open((name) => {
    blocks++;
    return store.read(row.generation, name);
  });
  return { segment, blocks: () => blocks };
}

async function lookUp(segment: SegmentReader, address: string): Promise<void> {
  const { kind } = await findCoverage([segment], address, []);
  if (kind !== "article") throw new Error(`found ${kind}`);
}

/** One `get` in a transaction of its own, on the same database, without a library. */
async function bareReader(): Promise<() => Promise<void>> {
  const database = await settled(indexedDB.open("second-source"));
  const rows = await settled<BuildRow[]>(
    database.transaction("builds").objectStore("builds").getAll(),
  );
  const key = [segmentOf(BUNDLED, rows)?.generation ?? "", "urls/0" satisfies BlockName];
  return async () => {
    const block = await settled(database.transaction("blocks").objectStore("blocks").get(key));
    if (block === undefined) throw new Error("no block to read");
  };
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
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
