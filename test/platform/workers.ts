import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { vi } from "vitest";
import browser from "webextension-polyfill";
import { findCoverage } from "../../core/coverage/find-coverage.ts";
import type { JobStatus } from "../../core/protocol/data-set-status.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { FORMAT_VERSION } from "../../core/segment/format.ts";
import type { ServiceDeps } from "../../platform/background/service-deps.ts";
import { createServices, type Services } from "../../platform/background/services.ts";
import type { Connection } from "../../platform/feeds/poll/connection.ts";
import { type AddedDataSet, addedDataSets } from "../../platform/indexing/added-data-set.ts";
import type { PackagedFile } from "../../platform/indexing/packaged-file.ts";
import type { Edition } from "../../platform/storage/data-set-entry.ts";
import { addEdition, readDataSets } from "../../platform/storage/data-sets.ts";
import { type BlockStore, openIndexedDbStore } from "../../platform/store/block-store.ts";
import { type BuildRow, isReady, type ReadyRow } from "../../platform/store/build-row.ts";
import { createMemoryStore } from "../../platform/store/memory-store.ts";
import { openMemorySpill } from "../../platform/store/spill-files.ts";
import { COUNTRIES } from "../core/story/words/headlines.ts";
import fakeBrowser from "../fake-browser.ts";
import { dataSetFileOf } from "../fixtures/data-set-files.ts";
import { MemoryFolder } from "../fixtures/memory-folder.ts";
import { record } from "../fixtures/records.ts";
import { MemoryAlarm, ServedFeeds } from "../fixtures/served-feeds.ts";
import { MemorySources } from "../fixtures/source-stores.ts";
import { installScripting } from "./fake-scripting.ts";
import { memoryMirrorFiles, Publisher } from "./publisher.ts";

export const NOW = 1_650_000_000_000;
/** The article of the bundled data set. */
export const BUNDLED_PAGE = "https://bundled.example/1";

/**
 * What outlives a worker: the kept sources here, `storage.local` and the database in their
 * stand-ins, which are empty at first.
 */
export class Machine {
  readonly sources = new MemorySources();
  readonly progress: (JobStatus | null)[] = [];
  readonly feeds = new ServedFeeds();
  readonly alarm = new MemoryAlarm();
  readonly publishedAlarm = new MemoryAlarm();
  /** The origin-private file system, as far as published data sets are kept there. */
  readonly files = new MemoryFolder();
  readonly publisher = new Publisher();
  freeBytes: number | null = null;
  connection: Connection = "ok";
  /** The records of the bundled data set. */
  bundled: readonly ArticleRecord[] = [record(BUNDLED_PAGE)];
  now = NOW;
  readonly #scripting = installScripting();
  #generations = 0;
  #workers = 0;

  constructor() {
    globalThis.indexedDB = new IDBFactory();
    fakeBrowser.reset();
    Object.assign(browser, { permissions: { contains: async () => true } });
    vi.spyOn(browser.tabs, "query").mockResolvedValue([]);
  }

  /** Match patterns that the content script is registered for. */
  get registered(): readonly string[] {
    return this.#scripting.registered[0]?.matches ?? [];
  }

  /** The services as a worker that was just started has them. */
  start(changes: Partial<ServiceDeps> = {}): Services {
    return createServices({
      worker: `worker ${++this.#workers}`,
      openStore: openIndexedDbStore,
      createMemoryStore,
      sources: this.sources,
      openBundledFile: async () => packaged((await dataSetFileOf(this.bundled)).bytes),
      loadCountryNames: async () => COUNTRIES,
      openSpill: async () => openMemorySpill(),
      feedReader: this.feeds,
      pollAlarm: this.alarm,
      publishedAlarm: this.publishedAlarm,
      mirrorFiles: memoryMirrorFiles(this.files),
      fetch: (address, init) => this.publisher.fetch(address, init),
      freeBytes: async () => this.freeBytes,
      connection: () => this.connection,
      random: () => 0.5,
      showProgress: (job) => this.progress.push(job),
      stayAwake: () => undefined,
      newGeneration: () => `generation ${++this.#generations}`,
      now: () => this.now,
      pause: async () => undefined,
      ...changes,
    });
  }

  /** Stages records, and returns the request that the user would confirm. */
  async staged(
    source: string,
    records: readonly ArticleRecord[],
    fields: { readonly id?: string; readonly name?: string } = {},
  ): Promise<Edition> {
    const info = await this.sources.stage(source, records);
    return { info: { ...info, id: "mine", name: "Mine", ...fields }, access: "sites", source };
  }

  /** Leaves the import of records as a worker that was stopped during it does. */
  async leave(generation: string, ...staged: Parameters<Machine["staged"]>): Promise<void> {
    const edition = await this.staged(...staged);
    await addEdition(edition, () => true, NOW);
    await leaveBuild({ owner: edition.info.id, source: edition.source, generation });
  }

  /** A worker that imports records and is gone. */
  async import(...staged: Parameters<Machine["staged"]>): Promise<void> {
    const { jobs } = this.start();
    await jobs.import(await this.staged(...staged));
    await jobs.idle();
  }
}

/** A file in memory, in the place of one in the package. */
export function packaged(bytes: Uint8Array<ArrayBuffer>): PackagedFile {
  return { size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

/** A database of which `changes` does some calls in its own way, by way of the real one. */
export function databaseWith(
  changes: (store: BlockStore) => Partial<BlockStore>,
): Pick<ServiceDeps, "openStore"> {
  return {
    async openStore() {
      const store = await openIndexedDbStore();
      return { ...store, ...changes(store) };
    },
  };
}

/** Articles whose titles name their edition, a few in each block of the source. */
export function edition(name: string, count = 24): ArticleRecord[] {
  return Array.from({ length: count }, (_, i) =>
    record(`https://mine.example/${i}`, {
      title: name,
      excerpt: `${i} `.repeat(2000).slice(0, 4900),
    }),
  );
}

/** The result of a look-up of a page: the title of its article, or the kind of the answer. */
export async function titleAt(services: Services, address: string): Promise<string> {
  const coverage = await services.library.lookUp((segments) => findCoverage(segments, address, []));
  return coverage.kind === "article" ? coverage.page.title : coverage.kind;
}

/** The editions that the articles of `edition` are answered from: one, unless it is a mixture. */
export async function editionsIn(services: Services, count = 24): Promise<string[]> {
  const titles = new Set<string>();
  for (let i = 0; i < count; i++) titles.add(await titleAt(services, `https://mine.example/${i}`));
  return [...titles];
}

/** Leaves a build as a worker that was stopped during it does. */
export async function leaveBuild(
  build: Pick<BuildRow, "owner" | "source" | "generation"> & {
    readonly isImport?: boolean;
    readonly state?: "building" | "failed";
  },
): Promise<void> {
  const store = await openIndexedDbStore();
  const made = { part: "segment", format: FORMAT_VERSION, isImport: true } as const;
  const state = { state: "building", failure: null, worker: "gone" } as const;
  await store.change({ put: [{ ...made, ...state, ...build }] });
}

/** Changes an index that is in use, which the extension itself never does. */
export async function changeRow(
  owner: string,
  part: BuildRow["part"],
  change: Partial<ReadyRow>,
): Promise<void> {
  const store = await openIndexedDbStore();
  await store.change({
    revise: (row) =>
      isReady(row) && row.owner === owner && row.part === part ? { ...row, ...change } : row,
  });
}

/** Deletes indexes, as damage would. */
export async function dropRows(isMeant: (row: BuildRow) => boolean): Promise<void> {
  const store = await openIndexedDbStore();
  await store.change({ revise: (row) => (isMeant(row) ? null : row) });
}

/** All build rows of the database. */
export async function rowsInDatabase(): Promise<BuildRow[]> {
  return (await openIndexedDbStore()).rows();
}

/** The added data sets as the list and the database together have them. */
export async function addedNow(): Promise<AddedDataSet[]> {
  return addedDataSets(await readDataSets(), await rowsInDatabase());
}

/** For each data set of the list: the source it answers from, or `null`, and its state. */
export async function answeringNow(): Promise<[source: string | null, health: string][]> {
  const dataSets = await addedNow();
  return dataSets.map(({ answering, health }) => [answering?.source ?? null, health]);
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

/** The owners that have an index in use, a story index marked as such, and its generation. */
export async function segmentsInDatabase(): Promise<[owner: string, generation: string][]> {
  const ready = (await rowsInDatabase()).filter(isReady);
  const nameOf = ({ owner, part }: BuildRow) => (part === "stories" ? `${owner}/stories` : owner);
  return ready
    .map((row): [string, string] => [nameOf(row), row.generation])
    .sort(([a], [b]) => a.localeCompare(b));
}

/** Flips one bit of every block of a kind, of one generation or all. */
export async function damage(kind: string, generation?: string): Promise<void> {
  await inDatabase(async (database) => {
    for (const key of await database.getAllKeys("blocks")) {
      if (!Array.isArray(key) || !String(key[1]).startsWith(kind)) continue;
      if (generation !== undefined && key[0] !== generation) continue;
      const bytes: Uint8Array = await database.get("blocks", key);
      bytes[10] = (bytes[10] ?? 0) ^ 1;
      await database.put("blocks", bytes, key);
    }
  });
}
