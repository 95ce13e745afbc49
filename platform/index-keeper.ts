import { dataSet as dataSetSchema } from "../core/data-set/data-set.ts";
import { DamagedBlockError } from "../core/segment/block-codec.ts";
import { type Block, buildSegment } from "../core/segment/build-segment.ts";
import { FORMAT_VERSION } from "../core/segment/format.ts";
import { SegmentReader, UnreadableSegmentError } from "../core/segment/segment-reader.ts";
import type { BlockStore, SegmentRecord } from "./block-store.ts";

/** Blocks in one transaction, which must stay well under half a second. */
const BLOCKS_IN_TRANSACTION = 32;
/** The data set that comes with the extension. */
const BUNDLED = "bundled";

/** What `storage.local` remembers of the index, to notice a database that was emptied. */
export interface IndexMarker {
  readonly generation: string;
  /** Version of the extension that built the index: an update brings other bundled data. */
  readonly extensionVersion: string;
}

/** What an index keeper needs from the browser. */
export interface IndexSurroundings {
  readonly extensionVersion: string;
  /** @throws when the browser refuses a database */
  openStore(): Promise<BlockStore>;
  createMemoryStore(): BlockStore;
  /** The bundled data set as parsed JSON. */
  loadDataSet(): Promise<unknown>;
  readMarker(): Promise<IndexMarker | undefined>;
  writeMarker(marker: IndexMarker): Promise<void>;
  /** The index was lost and is there again, or has to live in memory. */
  onNotice(notice: "rebuilt" | "in-memory"): Promise<void>;
  newGeneration(): string;
  now(): number;
}

export interface OpenIndex {
  readonly segment: SegmentReader;
  readonly builtAt: number;
}

/**
 * Keeps the index of the bundled data set at hand: builds it when it is missing, of another format
 * or of another version of the extension; notices when it was wiped or damaged and builds it anew.
 *
 * The database is a cache. A build writes a generation beside the one in use and switches by one
 * last write, so a worker killed at any moment leaves the old generation or the new one.
 */
export class IndexKeeper {
  readonly #surroundings: IndexSurroundings;
  #store: Promise<BlockStore> | null = null;
  #index: Promise<OpenIndex> | null = null;

  constructor(surroundings: IndexSurroundings) {
    this.#surroundings = surroundings;
  }

  /** The index, once it can be used. A failure is not kept: the next call tries again. */
  open(): Promise<OpenIndex> {
    this.#index ??= this.#keep(this.#openOrBuild());
    return this.#index;
  }

  /** Builds the index anew from the bundled data, whatever is there. */
  rebuild(): Promise<OpenIndex> {
    const before = this.#index;
    this.#index = this.#keep(
      (async () => {
        await before?.catch(() => undefined);
        return this.#build(await this.#openStore());
      })(),
    );
    return this.#index;
  }

  /**
   * Runs a look-up; when a block turns out missing or damaged, the index is built anew and the
   * look-up run once more.
   */
  async lookUp<Answer>(run: (segment: SegmentReader) => Promise<Answer>): Promise<Answer> {
    const index = this.open();
    try {
      return await run((await index).segment);
    } catch (error) {
      if (!(error instanceof DamagedBlockError || error instanceof UnreadableSegmentError))
        throw error;
      // Of several look-ups that trip over the same block, the first builds, the others wait.
      if (this.#index === index) {
        await this.rebuild();
        await this.#surroundings.onNotice("rebuilt");
      }
      return run((await this.open()).segment);
    }
  }

  #keep(opening: Promise<OpenIndex>): Promise<OpenIndex> {
    opening.catch(() => {
      if (this.#index === opening) this.#index = null;
    });
    return opening;
  }

  #openStore(): Promise<BlockStore> {
    this.#store ??= this.#surroundings.openStore().catch(async () => {
      await this.#surroundings.onNotice("in-memory");
      return this.#surroundings.createMemoryStore();
    });
    this.#store.catch(() => {
      this.#store = null;
    });
    return this.#store;
  }

  async #openOrBuild(): Promise<OpenIndex> {
    const store = await this.#openStore();
    const [record, marker] = await Promise.all([
      store.segment(BUNDLED),
      this.#surroundings.readMarker(),
    ]);
    const isCurrent =
      record !== undefined &&
      record.format === FORMAT_VERSION &&
      marker?.generation === record.generation &&
      marker.extensionVersion === this.#surroundings.extensionVersion;
    if (isCurrent) {
      try {
        return await openIndex(store, record);
      } catch (error) {
        if (!(error instanceof DamagedBlockError || error instanceof UnreadableSegmentError))
          throw error;
      }
    }
    const index = await this.#build(store);
    const wasLost = marker !== undefined && (record === undefined || isCurrent);
    if (wasLost && store.kind === "indexeddb") await this.#surroundings.onNotice("rebuilt");
    return index;
  }

  async #build(store: BlockStore): Promise<OpenIndex> {
    const { extensionVersion, loadDataSet, newGeneration, now, writeMarker } = this.#surroundings;
    const dataSet = dataSetSchema.parse(await loadDataSet());
    const generation = newGeneration();
    let pending: Block[] = [];
    for (const block of buildSegment(dataSet)) {
      pending.push(block);
      if (pending.length < BLOCKS_IN_TRANSACTION) continue;
      await store.write(generation, pending);
      pending = [];
    }
    await store.write(generation, pending);
    const record = { dataSet: BUNDLED, generation, format: FORMAT_VERSION, builtAt: now() };
    await store.activate(record);
    await writeMarker({ generation, extensionVersion });
    return openIndex(store, record);
  }
}

async function openIndex(store: BlockStore, record: SegmentRecord): Promise<OpenIndex> {
  const { generation, builtAt } = record;
  const segment = await SegmentReader.open((name) => store.read(generation, name));
  return { segment, builtAt };
}
