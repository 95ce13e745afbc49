import { findCoverage } from "../../core/coverage/find-coverage.ts";
import type { DataSet } from "../../core/data-set/data-set.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import {
  BUNDLED,
  BundledIndex,
  type BundledSurroundings,
  type IndexMarker,
} from "../../platform/indexing/bundled-index.ts";
import { DataSetLibrary } from "../../platform/indexing/data-set-library.ts";
import { type BlockStore, openIndexedDbStore } from "../../platform/store/block-store.ts";
import { dataSetOf, record } from "../fixtures/records.ts";
import { MemorySources } from "../fixtures/source-stores.ts";

/** So many, and so long, that their blocks do not fit into one transaction. */
const RECORDS = 240;
const excerpt = (i: number) => `${i} `.repeat(2000).slice(0, 4900);
const RECORDS_IN_BLOCK = 7;

/** A data set whose every article says which edition of it it is from. */
export function edition(name: string): DataSet {
  return dataSetOf(
    Array.from({ length: RECORDS }, (_, i) =>
      record(`https://outlet.example/${i}`, { title: name, excerpt: excerpt(i) }),
    ),
  );
}

/** The editions that articles of all blocks are from: one, unless the index is a mixture. */
export async function editionsIn(segment: SegmentReader): Promise<string[]> {
  const titles = new Set<string>();
  for (let i = 0; i < RECORDS; i += RECORDS_IN_BLOCK) {
    const coverage = await findCoverage([segment], `https://outlet.example/${i}`, []);
    titles.add(coverage.kind === "article" ? coverage.page.title : "missing");
  }
  return [...titles];
}

/**
 * What outlives a worker, apart from the database, and what it did. Plain values stand in for
 * `storage.local` and the bundled data set.
 */
export class Profile {
  marker: IndexMarker | undefined;
  dataSet: unknown = edition("first");
  extensionVersion = "1";
  builds = 0;
  #generations = 0;
  readonly notices: string[] = [];

  /** The index as a worker that was just started has it. */
  start(changes: Partial<BundledSurroundings> = {}): BundledIndex {
    return new BundledIndex({
      extensionVersion: this.extensionVersion,
      openStore: openIndexedDbStore,
      loadDataSet: async () => {
        this.builds++;
        return this.dataSet;
      },
      readMarker: async () => this.marker,
      writeMarker: async (marker) => {
        this.marker = marker;
      },
      underConstruction: async () => [],
      onRebuilt: async () => {
        this.notices.push("rebuilt");
      },
      onSwitched: () => undefined,
      newGeneration: () => `generation ${++this.#generations}`,
      now: () => 1_650_000_000_000,
      ...changes,
    });
  }

  /** Look-ups of a worker that was just started, in this index alone. */
  library(bundled: BundledIndex = this.start()): DataSetLibrary {
    return new DataSetLibrary({
      bundled,
      live: { isDamaged: () => false, onDamage: () => undefined },
      sources: new MemorySources(),
      openStore: openIndexedDbStore,
      underConstruction: async () => [],
      onStale: () => undefined,
      onStoriesLost: () => undefined,
    });
  }

  /** A worker that builds its index, and is gone. */
  async build(): Promise<void> {
    await this.start().open();
    this.builds = 0;
  }
}

/** The index that the store says is in use, read past whoever keeps it. */
export async function segmentInUse(store: BlockStore): Promise<SegmentReader | null> {
  const inUse = (await store.segments()).find(({ dataSet }) => dataSet === BUNDLED);
  if (inUse === undefined) return null;
  return SegmentReader.open((name) => store.read(inUse.generation, name));
}
