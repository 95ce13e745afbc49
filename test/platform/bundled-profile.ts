import { findCoverage } from "../../core/coverage/find-coverage.ts";
import type { DataSet } from "../../core/data-set/data-set.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { type BundledDeps, BundledIndex } from "../../platform/indexing/bundled-index.ts";
import { DataSetLibrary } from "../../platform/indexing/data-set-library.ts";
import { type BlockStore, openIndexedDbStore } from "../../platform/store/block-store.ts";
import { BUNDLED, segmentOf } from "../../platform/store/build-row.ts";
import { Ledger } from "../../platform/store/ledger.ts";
import { dataSetOf, record } from "../fixtures/records.ts";
import { MemorySources } from "../fixtures/source-stores.ts";

/** Enough articles, with enough text, that their blocks do not fit into one transaction. */
const RECORDS = 240;
const excerpt = (i: number) => `${i} `.repeat(2000).slice(0, 4900);
const RECORDS_IN_BLOCK = 7;

/** A data set whose articles each name its edition. */
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
  wasBuilt = false;
  dataSet: unknown = edition("first");
  extensionVersion = "1";
  builds = 0;
  #generations = 0;
  #workers = 0;
  readonly notices: string[] = [];

  /** The ledger as a worker that was just started has it. */
  ledger(openStore: () => Promise<BlockStore> = openIndexedDbStore): Ledger {
    const newGeneration = () => `generation ${++this.#generations}`;
    return new Ledger({ openStore, newGeneration, worker: `worker ${++this.#workers}` });
  }

  /** The index as a worker that was just started has it. */
  start(changes: Partial<BundledDeps> = {}): BundledIndex {
    return new BundledIndex({
      ledger: this.ledger(),
      extensionVersion: this.extensionVersion,
      loadDataSet: async () => {
        this.builds++;
        return this.dataSet;
      },
      wasBuilt: async () => this.wasBuilt,
      markBuilt: async () => {
        this.wasBuilt = true;
      },
      onRebuilt: async () => {
        this.notices.push("rebuilt");
      },
      now: () => 1_650_000_000_000,
      ...changes,
    });
  }

  /** Look-ups of a worker that was just started, in this index alone. */
  library(bundled: BundledIndex = this.start()): DataSetLibrary {
    return new DataSetLibrary({
      ledger: this.ledger(),
      bundled,
      live: { openSegments: async () => [] },
      sources: new MemorySources(),
    });
  }

  /** A worker that builds its index, and is gone. */
  async build(): Promise<void> {
    await this.start().open();
    this.builds = 0;
  }
}

/** The index that is in use according to the store, opened without any cache. */
export async function segmentInUse(store: BlockStore): Promise<SegmentReader | null> {
  const inUse = segmentOf(BUNDLED, await store.rows());
  if (inUse === null) return null;
  return SegmentReader.open((name) => store.read(inUse.generation, name));
}
