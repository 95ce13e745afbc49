import { openDB } from "idb";
import { findCoverage } from "../../core/coverage/find-coverage.ts";
import type { DataSet } from "../../core/data-set/data-set.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import {
  type BlockStore,
  createMemoryStore,
  openIndexedDbStore,
} from "../../platform/block-store.ts";
import {
  IndexKeeper,
  type IndexMarker,
  type IndexSurroundings,
} from "../../platform/index-keeper.ts";
import { dataSetOf, record } from "../fixtures/records.ts";

/** So many, and so long, that their blocks do not fit into one transaction. */
const RECORDS = 240;
const EXCERPT = "x".repeat(4900);
const RECORDS_IN_BLOCK = 7;

/** A data set whose every article says which edition of it it is from. */
export function edition(name: string): DataSet {
  return dataSetOf(
    Array.from({ length: RECORDS }, (_, i) =>
      record(`https://outlet.example/${i}`, { title: name, excerpt: EXCERPT }),
    ),
  );
}

/** The editions that articles of all blocks are from: one, unless the index is a mixture. */
export async function editionsIn(segment: SegmentReader): Promise<string[]> {
  const titles = new Set<string>();
  for (let i = 0; i < RECORDS; i += RECORDS_IN_BLOCK) {
    const coverage = await findCoverage(segment, `https://outlet.example/${i}`, []);
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

  /** A keeper as a worker that was just started has it. */
  start(changes: Partial<IndexSurroundings> = {}): IndexKeeper {
    return new IndexKeeper({
      extensionVersion: this.extensionVersion,
      openStore: openIndexedDbStore,
      createMemoryStore,
      loadDataSet: async () => {
        this.builds++;
        return this.dataSet;
      },
      readMarker: async () => this.marker,
      writeMarker: async (marker) => {
        this.marker = marker;
      },
      onNotice: async (notice) => {
        this.notices.push(notice);
      },
      newGeneration: () => `generation ${++this.#generations}`,
      now: () => 1_650_000_000_000,
      ...changes,
    });
  }

  /** A worker that builds its index, and is gone. */
  async build(): Promise<void> {
    await this.start().open();
    this.builds = 0;
  }
}

/** Runs `change` in the database, with nothing of the extension running. */
export async function inDatabase<T>(
  change: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>,
): Promise<T> {
  const database = await openDB("second-source");
  try {
    return await change(database);
  } finally {
    database.close();
  }
}

/** The generations of which the database holds blocks. */
export function generationsInDatabase(): Promise<string[]> {
  return inDatabase(async (database) => {
    const keys = await database.getAllKeys("blocks");
    return [...new Set(keys.map((key) => (Array.isArray(key) ? String(key[0]) : "")))];
  });
}

/** The index that the store says is in use, read without a keeper. */
export async function segmentInUse(store: BlockStore): Promise<SegmentReader | null> {
  const inUse = await store.segment("bundled");
  return inUse === undefined
    ? null
    : SegmentReader.open((name) => store.read(inUse.generation, name));
}
