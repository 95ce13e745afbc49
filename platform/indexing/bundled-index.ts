import { type DataSet, dataSet as dataSetSchema } from "../../core/data-set/data-set.ts";
import { buildSegment } from "../../core/segment/build-segment.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import type { BlockStore } from "../store/block-store.ts";
import { BUNDLED, type BuildRow, isUsable, type ReadyRow, segmentOf } from "../store/build-row.ts";
import type { Ledger } from "../store/ledger.ts";
import { openStories } from "./open-stories.ts";

/** What the bundled index needs. */
export interface BundledDeps {
  readonly ledger: Ledger;
  /** An update of the extension brings other bundled data. */
  readonly extensionVersion: string;
  /** The bundled data set as parsed JSON. */
  loadDataSet(): Promise<unknown>;
  /** Whether an index was ever built in this profile: where there is none, the database was emptied. */
  wasBuilt(): Promise<boolean>;
  markBuilt(): Promise<void>;
  /** The index was lost and is there again. */
  onRebuilt(): Promise<void>;
  now(): number;
}

export interface OpenIndex {
  readonly segment: SegmentReader;
  /** ms since 1970. */
  readonly builtAt: number;
  readonly bytes: number;
}

/**
 * Keeps the index of the bundled data set at hand: builds it when it is missing, of another format
 * or of another version of the extension, and when it was wiped.
 */
export class BundledIndex {
  readonly #deps: BundledDeps;
  #index: Promise<OpenIndex> | null = null;
  #builds = 0;

  constructor(deps: BundledDeps) {
    this.#deps = deps;
  }

  /** The index, once it can be used. A failure is not kept: the next call tries again. */
  open(): Promise<OpenIndex> {
    this.#index ??= this.#keep(this.#openOrBuild());
    return this.#index;
  }

  /** The next call opens the index again: its story index was built or taken out. */
  forget(): void {
    if (this.#builds === 0) this.#index = null;
  }

  /** Builds the index anew from the bundled data, whatever is there. */
  rebuild(): Promise<OpenIndex> {
    const before = this.#index;
    this.#index = this.#keep(
      (async () => {
        await before?.catch(() => undefined);
        return this.#build();
      })(),
    );
    return this.#index;
  }

  /** Builds anew an index that turned out damaged, unless that was done since `segment` was opened. */
  async repair(segment: SegmentReader): Promise<void> {
    const current = this.#index;
    if (current !== null && (await current).segment !== segment) return;
    // Of several look-ups that trip over the same block, the first builds, the others wait.
    if (this.#index !== current) return void (await this.#index);
    await this.rebuild();
    await this.#deps.onRebuilt();
  }

  #keep(opening: Promise<OpenIndex>): Promise<OpenIndex> {
    opening.catch(() => {
      if (this.#index === opening) this.#index = null;
    });
    return opening;
  }

  async #openOrBuild(): Promise<OpenIndex> {
    const { ledger, extensionVersion, wasBuilt, markBuilt, onRebuilt } = this.#deps;
    const [store, rows, isMarked] = await Promise.all([ledger.store(), ledger.rows(), wasBuilt()]);
    const row = segmentOf(BUNDLED, rows);
    const isCurrent = row !== null && row.version === extensionVersion && isUsable(row);
    if (isCurrent) {
      try {
        const index = await openIndex(store, row, rows);
        if (!isMarked) await markBuilt();
        return index;
      } catch (error) {
        if (!(error instanceof UnreadableSegmentError)) throw error;
      }
    }
    const index = await this.#build();
    const wasLost = isCurrent || (row === null && isMarked);
    if (wasLost && store.kind === "indexeddb") await onRebuilt();
    return index;
  }

  async #build(): Promise<OpenIndex> {
    this.#builds++;
    try {
      return await this.#buildFrom(dataSetSchema.parse(await this.#deps.loadDataSet()));
    } finally {
      this.#builds--;
    }
  }

  async #buildFrom(dataSet: DataSet): Promise<OpenIndex> {
    const { ledger, extensionVersion, now, markBuilt } = this.#deps;
    const build = await ledger.begin({
      owner: BUNDLED,
      part: "segment",
      source: null,
      version: extensionVersion,
    });
    try {
      for await (const block of buildSegment(dataSet)) await build.add(block);
      await build.flush();
    } catch (error) {
      await build.discard().catch(() => undefined);
      throw error;
    }
    const facts = { builtAt: now(), bytes: build.bytes, records: dataSet.records.length };
    const row = await build.commit(facts);
    await markBuilt();
    return openIndex(await ledger.store(), row, []);
  }
}

async function openIndex(
  store: BlockStore,
  row: ReadyRow,
  rows: readonly BuildRow[],
): Promise<OpenIndex> {
  const { generation, builtAt, bytes } = row;
  const stories = openStories(store, row, rows);
  const segment = await SegmentReader.open(
    (name) => store.read(generation, name),
    undefined,
    stories,
  );
  return { segment, builtAt, bytes };
}
