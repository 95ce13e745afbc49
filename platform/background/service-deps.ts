import type { JobStatus } from "../../core/protocol/data-set-status.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import type { Connection } from "../feeds/poll/connection.ts";
import type { PollAlarm } from "../feeds/poll/poll-alarm.ts";
import type { FeedReader } from "../feeds/reader/feed-reader.ts";
import type { PackagedFile } from "../indexing/packaged-file.ts";
import { throttled } from "../indexing/throttled.ts";
import type { MirrorFiles } from "../mirrors/mirror-files.ts";
import type { BlockStore } from "../store/block-store.ts";
import type { Ledger } from "../store/ledger.ts";
import type { SourceStore } from "../store/source-store.ts";
import { type DisposableSpill, openMemorySpill, type SpillFolder } from "../store/spill-files.ts";

/** What the services need from the browser. */
export interface ServiceDeps {
  /** Names this worker among all that come after it. */
  readonly worker: string;
  /** @throws when the browser refuses a database */
  openStore(): Promise<BlockStore>;
  createMemoryStore(): BlockStore;
  readonly sources: SourceStore;
  readonly mirrorFiles: MirrorFiles;
  openBundledFile(): Promise<PackagedFile>;
  loadCountryNames(): Promise<CountryNames>;
  /** @throws when the browser refuses storage */
  openSpill(folder: SpillFolder): Promise<DisposableSpill>;
  readonly feedReader: FeedReader;
  readonly pollAlarm: PollAlarm;
  /** Wakes for published data sets. */
  readonly publishedAlarm: PollAlarm;
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** Bytes that may still be written; `null` when the browser does not say. */
  freeBytes(): Promise<number | null>;
  connection(): Connection;
  showProgress(job: JobStatus | null): void;
  /** Called every few seconds during long work that shows no progress; keeps the background awake. */
  stayAwake(): void;
  newGeneration(): string;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
  /** Live articles that an append writes again at most; by default `MOST_WRITTEN_AGAIN`. */
  readonly mostWrittenAgain?: number;
}

/** What most services need: the ledger, and what they use of the browser. */
export interface SharedDeps {
  readonly ledger: Ledger;
  loadCountryNames(): Promise<CountryNames>;
  /** A spill in files of this name; in memory where the browser refuses storage. */
  openSpill(folder: SpillFolder): Promise<DisposableSpill>;
  now(): number;
  pause(): Promise<void>;
  /** May be called at any rate. */
  stayAwake(): void;
}

/** The background is kept awake at most this often, ms; a browser stops it after half a minute without activity. */
const STAY_AWAKE_EVERY_MS = 4000;

/** What services share of `deps`. */
export function sharedDeps(deps: ServiceDeps, ledger: Ledger): SharedDeps {
  const { now, pause } = deps;
  return {
    ledger,
    loadCountryNames: () => deps.loadCountryNames(),
    // Browsers that refuse files refuse a database too, so there is little to build then.
    openSpill: (folder) => deps.openSpill(folder).catch(openMemorySpill),
    now,
    pause,
    stayAwake: throttled(() => deps.stayAwake(), STAY_AWAKE_EVERY_MS, now),
  };
}
