import type { JobStatus } from "../../core/protocol/data-set-status.ts";
import { liveSummary } from "../../core/protocol/outlet-status.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { UnreadableStoriesError } from "../../core/story-index/story-index-reader.ts";
import { LiveArticles } from "../feeds/live/live-articles.ts";
import type { Connection } from "../feeds/poll/connection.ts";
import type { PollAlarm } from "../feeds/poll/poll-alarm.ts";
import { Poller } from "../feeds/poll/poller.ts";
import type { FeedReader } from "../feeds/reader/feed-reader.ts";
import { BundledDataSet } from "../indexing/bundled-data-set.ts";
import { DataSetJobs } from "../indexing/data-set-jobs.ts";
import { DataSetLibrary } from "../indexing/data-set-library.ts";
import { missingStories } from "../indexing/missing-stories.ts";
import type { PackagedFile } from "../indexing/packaged-file.ts";
import { StoryJobs } from "../indexing/story-jobs.ts";
import { throttled } from "../indexing/throttled.ts";
import type { MirrorFiles } from "../mirrors/mirror-files.ts";
import { Mirrors } from "../mirrors/mirrors.ts";
import { OpenMirrors } from "../mirrors/open-mirrors.ts";
import { reportError } from "../report-error.ts";
import { browserStart } from "../storage/browser-start.ts";
import { keepGrown, readFollows } from "../storage/follows-store.ts";
import { keepKnownStories, readKnownStories } from "../storage/known-stories.ts";
import { keepLiveSummary } from "../storage/live-summary-store.ts";
import { areListsReadable, writeNotice } from "../storage/notices.ts";
import { settingsItem, todayLookItem } from "../storage/stored-items.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import type { BlockStore } from "../store/block-store.ts";
import { isLive } from "../store/build-row.ts";
import { Emitter } from "../store/emitter.ts";
import { Ledger, type LedgerChange } from "../store/ledger.ts";
import { Once } from "../store/once.ts";
import type { SourceStore } from "../store/source-store.ts";
import { type DisposableSpill, openMemorySpill, type SpillFolder } from "../store/spill-files.ts";
import {
  registerOverlay,
  sendToTabs,
  sitePattern,
  startInOpenTabs,
} from "../tabs/overlay-registration.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import { LiveStories } from "../today/live-stories.ts";
import { Today } from "../today/today.ts";

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

/** Why answers may differ from those before. */
export type DataChange =
  | "import"
  | "published"
  | "rebuilt"
  | "stories"
  | "live"
  | "damage"
  | "user";

/** The parts of the background. */
export interface Services {
  readonly ledger: Ledger;
  readonly bundled: BundledDataSet;
  readonly library: DataSetLibrary;
  readonly jobs: DataSetJobs;
  readonly stories: StoryJobs;
  readonly live: LiveArticles;
  readonly poller: Poller;
  readonly mirrors: Mirrors;
  readonly mirrorFiles: MirrorFiles;
  readonly openMirrors: OpenMirrors;
  readonly sources: SourceStore;
  readonly today: Today;
  loadCountryNames(): Promise<CountryNames>;
  /** Emitted when answers may differ from those before, after the library has dropped the old data. */
  readonly dataChanged: Emitter<DataChange>;
  /** Emitted when an import, a rebuild or a round of polls has begun, made progress or ended. */
  readonly progressed: Emitter<void>;
  /** Brings the content script's registration and the open tabs in line with data sets and settings. */
  applyToPages(): Promise<void>;
}

/** The background is kept awake at most this often, ms; a browser stops it after half a minute without activity. */
const STAY_AWAKE_EVERY_MS = 4000;
/** Live articles that an append writes again at most: three seconds. */
const MOST_WRITTEN_AGAIN = 8192;
const BYTES_IN_MEGABYTE = 1_000_000;
/** Live articles arrive in batches: open tabs are refreshed once for all batches within this time, ms. */
const LIVE_TOGETHER_MS = 1000;

/** Makes the parts of the background, each out of those before it, and connects them. */
export function createServices(deps: ServiceDeps): Services {
  const { worker, sources, newGeneration, now, pause } = deps;
  const loadCountryNames = () => deps.loadCountryNames();
  const stayAwake = throttled(() => deps.stayAwake(), STAY_AWAKE_EVERY_MS, now);
  const dataChanged = new Emitter<DataChange>();
  const progressed = new Emitter<void>();

  const ledger = new Ledger({ openStore: storeOrMemory(deps), worker, newGeneration });
  const bundled = new BundledDataSet(() => deps.openBundledFile());
  const live = new LiveArticles({
    ledger,
    async limits() {
      const { liveDays: days, liveMegabytes } = await settingsItem.read();
      return { days, bytes: liveMegabytes * BYTES_IN_MEGABYTE };
    },
    outlets: readOutlets,
    loadCountryNames,
    openSpill: () => deps.openSpill("live-spill").catch(openMemorySpill),
    now,
    pause,
    stayAwake,
    mostWrittenAgain: deps.mostWrittenAgain ?? MOST_WRITTEN_AGAIN,
  });
  const stories = new StoryJobs({
    ledger,
    missing: () => missingStories({ ledger, sources }),
    loadCountryNames,
    // Browsers that refuse files refuse a database too, so there is little to build then.
    openSpill: () => deps.openSpill("story-spill").catch(openMemorySpill),
    now,
    pause,
    stayAwake,
  });
  const { mirrorFiles } = deps;
  const mirrors = new Mirrors({
    files: mirrorFiles,
    alarm: deps.publishedAlarm,
    fetch: (address, init) => deps.fetch(address, init),
    subtle: crypto.subtle,
    freeBytes: () => deps.freeBytes(),
    isAllowed: (patterns) => isAccessGranted("sites", patterns),
    connection: () => deps.connection(),
    browserStart: () => browserStart(now()),
    canSweep: areListsReadable,
    loadCountryNames,
    openSpill: () => deps.openSpill("mirror-spill").catch(openMemorySpill),
    now,
    random: () => deps.random(),
    pause,
    stayAwake,
  });
  const openMirrors = new OpenMirrors(mirrorFiles, (id, name) => mirrors.dropDamaged(id, name));
  const library = new DataSetLibrary({ ledger, bundled, live, mirrors: openMirrors, sources });
  const jobs = new DataSetJobs({
    ledger,
    sources,
    now,
    pause,
    onProgress(job) {
      deps.showProgress(job);
      void progressed.emit();
      for (const work of [stories, live])
        if (job === null) work.resume();
        else void work.pause();
    },
  });
  const poller = new Poller({
    reader: deps.feedReader,
    sink: live,
    alarm: deps.pollAlarm,
    outlets: readOutlets,
    daysKept: async () => (await settingsItem.read()).liveDays,
    isAllowed: (patterns) => isAccessGranted("sites", patterns),
    connection: () => deps.connection(),
    browserStart: () => browserStart(now()),
    now,
    random: () => deps.random(),
    stayAwake,
    onRound: () => void progressed.emit(),
    async onStates(states) {
      await keepLiveSummary(liveSummary(await readOutlets(), states, now()), now());
      await progressed.emit();
    },
  });

  const storiesChanged = new Emitter<void>();
  const liveStories = new LiveStories({
    openSegments: async () => live.openSegments(await ledger.store(), await ledger.rows()),
    states: () => live.states(),
    onUnreadable: (error, generation) =>
      error instanceof UnreadableStoriesError
        ? ledger.dropStories(error.dataSet)
        : ledger.markDamaged(generation),
    onChange: () => void storiesChanged.emit(),
    readKnown: readKnownStories,
    keepKnown: keepKnownStories,
    now,
    pause,
    stayAwake,
  });
  const today = new Today({
    live: liveStories,
    readOutlets,
    readFollows,
    keepGrown,
    readLook: () => todayLookItem.read(),
    now,
    pause,
  });
  storiesChanged.on(() => {
    today.changed();
    void progressed.emit();
  });
  dataChanged.on((cause) => {
    if (cause === "live" || cause === "damage") liveStories.outdate();
    today.changed();
  });

  /** Of the pages on which the content script may run. */
  const pagePatterns = async (): Promise<string[]> => {
    const [known, outlets] = await Promise.all([library.patterns(), readOutlets()]);
    const picked = outlets.filter(({ removedAt }) => removedAt === null);
    const sites = picked.flatMap(({ domains }) => domains);
    return [...new Set([...known, ...sites.map(sitePattern)])].sort();
  };
  const refreshTabs = (patterns: readonly string[]) =>
    sendToTabs(patterns, { type: "overlay.refresh" });
  const applyToPages = async (): Promise<void> => {
    library.refresh();
    const [patterns, { sitesOff }] = await Promise.all([pagePatterns(), settingsItem.read()]);
    await registerOverlay(patterns, sitesOff);
    await startInOpenTabs(patterns);
    await refreshTabs(patterns);
  };

  const rebuildMissing = () => {
    jobs.schedule().catch(reportError("services"));
  };
  library.missing.on(rebuildMissing);
  ledger.changes.on(async (change) => {
    const cause = causeOf(change);
    library.refresh();
    // The answers stay as they are; only the disk space that a view shows may have changed.
    if (change.isSameContent) return progressed.emit();
    if (cause === "damage") {
      stories.schedule();
      live.schedule();
      rebuildMissing();
    }
    if (cause === "rebuilt") await writeNotice("rebuilt");
    await dataChanged.emit(cause);
  });
  mirrors.changes.on(async () => {
    library.refresh();
    await dataChanged.emit("published");
  });
  mirrors.progressed.on(() => progressed.emit());
  let refreshing: ReturnType<typeof setTimeout> | undefined;
  dataChanged.on(async (cause) => {
    if (cause === "live") {
      clearTimeout(refreshing);
      refreshing = setTimeout(
        () => void pagePatterns().then(refreshTabs).catch(reportError("services")),
        LIVE_TOGETHER_MS,
      );
    } else if (cause !== "damage") await applyToPages();
  });

  return {
    ...{
      ledger,
      bundled,
      library,
      jobs,
      stories,
      live,
      poller,
      sources,
      mirrors,
      mirrorFiles,
      openMirrors,
      today,
    },
    ...{ loadCountryNames, dataChanged, progressed, applyToPages },
  };
}

/** Opens the store once; where the browser refuses a database, one in memory, with a notice to the user. */
function storeOrMemory(deps: ServiceDeps): () => Promise<BlockStore> {
  const store = new Once(() =>
    deps.openStore().catch(async () => {
      await writeNotice("in-memory");
      return deps.createMemoryStore();
    }),
  );
  return () => store.get();
}

/** What a change of the ledger means for answers. */
function causeOf({ ready, isDamage }: LedgerChange): Exclude<DataChange, "user"> {
  const [first] = ready;
  if (isDamage) return "damage";
  if (first === undefined || isLive(first)) return "live";
  if (first.part === "stories") return "stories";
  return first.isImport ? "import" : "rebuilt";
}
