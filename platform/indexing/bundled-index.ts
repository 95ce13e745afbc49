import { type DataSet, dataSet as dataSetSchema } from "../../core/data-set/data-set.ts";
import { buildSegment } from "../../core/segment/build-segment.ts";
import { type Block, FORMAT_VERSION } from "../../core/segment/format.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import type { BlockStore, SegmentRecord } from "../store/block-store.ts";
import { openStories } from "./open-stories.ts";

/** Blocks in one transaction, which must stay well under half a second. */
const BLOCKS_IN_TRANSACTION = 32;
/** The data set that comes with the extension, in the store. */
export const BUNDLED = "bundled";

/** What `storage.local` remembers of the index, to notice a database that was emptied. */
export interface IndexMarker {
  readonly generation: string;
  /** Version of the extension that built the index: an update brings other bundled data. */
  readonly extensionVersion: string;
}

/** What the bundled index needs from the browser. */
export interface BundledSurroundings {
  readonly extensionVersion: string;
  openStore(): Promise<BlockStore>;
  /** The bundled data set as parsed JSON. */
  loadDataSet(): Promise<unknown>;
  readMarker(): Promise<IndexMarker | undefined>;
  writeMarker(marker: IndexMarker): Promise<void>;
  /** Generations under construction, which a switch must not sweep. */
  underConstruction(): Promise<readonly string[]>;
  /** The index was lost and is there again. */
  onRebuilt(): Promise<void>;
  /** An index was built and is in use: the story index is to follow. */
  onSwitched(): void;
  newGeneration(): string;
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
 *
 * The database is a cache. A build writes a generation beside the one in use and switches by one
 * last write, so a worker killed at any moment leaves the old generation or the new one.
 */
export class BundledIndex {
  readonly #surroundings: BundledSurroundings;
  #index: Promise<OpenIndex> | null = null;
  readonly #building = new Set<string>();

  constructor(surroundings: BundledSurroundings) {
    this.#surroundings = surroundings;
  }

  /** The index, once it can be used. A failure is not kept: the next call tries again. */
  open(): Promise<OpenIndex> {
    this.#index ??= this.#keep(this.#openOrBuild());
    return this.#index;
  }

  /** The next call opens the index again: its story index was built or taken out. */
  forget(): void {
    if (this.#building.size === 0) this.#index = null;
  }

  /** Generations that are being built. */
  underConstruction(): string[] {
    return [...this.#building];
  }

  /** Builds the index anew from the bundled data, whatever is there. */
  rebuild(): Promise<OpenIndex> {
    const before = this.#index;
    this.#index = this.#keep(
      (async () => {
        await before?.catch(() => undefined);
        return this.#build(await this.#surroundings.openStore());
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
    await this.#surroundings.onRebuilt();
  }

  #keep(opening: Promise<OpenIndex>): Promise<OpenIndex> {
    opening.catch(() => {
      if (this.#index === opening) this.#index = null;
    });
    return opening;
  }

  async #openOrBuild(): Promise<OpenIndex> {
    const store = await this.#surroundings.openStore();
    const [records, marker] = await Promise.all([
      store.segments(),
      this.#surroundings.readMarker(),
    ]);
    const record = records.find(({ dataSet }) => dataSet === BUNDLED);
    const isCurrent =
      record !== undefined &&
      record.format === FORMAT_VERSION &&
      marker?.generation === record.generation &&
      marker.extensionVersion === this.#surroundings.extensionVersion;
    if (isCurrent) {
      try {
        return await openIndex(store, record, records);
      } catch (error) {
        if (!(error instanceof UnreadableSegmentError)) throw error;
      }
    }
    const index = await this.#build(store);
    const wasLost = marker !== undefined && (record === undefined || isCurrent);
    if (wasLost && store.kind === "indexeddb") await this.#surroundings.onRebuilt();
    return index;
  }

  async #build(store: BlockStore): Promise<OpenIndex> {
    const dataSet = dataSetSchema.parse(await this.#surroundings.loadDataSet());
    const generation = this.#surroundings.newGeneration();
    this.#building.add(generation);
    try {
      return await this.#buildGeneration(store, dataSet, generation);
    } finally {
      this.#building.delete(generation);
    }
  }

  async #buildGeneration(
    store: BlockStore,
    dataSet: DataSet,
    generation: string,
  ): Promise<OpenIndex> {
    const { extensionVersion, now, writeMarker } = this.#surroundings;
    let pending: Block[] = [];
    let bytes = 0;
    for await (const block of buildSegment(dataSet)) {
      pending.push(block);
      bytes += block.bytes.length;
      if (pending.length < BLOCKS_IN_TRANSACTION) continue;
      await store.write(generation, pending);
      pending = [];
    }
    await store.write(generation, pending);
    const record: SegmentRecord = {
      dataSet: BUNDLED,
      generation,
      source: null,
      format: FORMAT_VERSION,
      builtAt: now(),
      bytes,
      records: dataSet.records.length,
    };
    await store.activate(record, await this.#surroundings.underConstruction());
    await writeMarker({ generation, extensionVersion });
    this.#surroundings.onSwitched();
    return openIndex(store, record, []);
  }
}

async function openIndex(
  store: BlockStore,
  record: SegmentRecord,
  records: readonly SegmentRecord[],
): Promise<OpenIndex> {
  const { generation, builtAt, bytes } = record;
  const stories = openStories(store, record, records);
  const segment = await SegmentReader.open(
    (name) => store.read(generation, name),
    undefined,
    stories,
  );
  return { segment, builtAt, bytes };
}
