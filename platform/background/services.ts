import type { JobStatus } from "../../core/protocol/data-set-status.ts";
import { liveSummary } from "../../core/protocol/outlet-status.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { LiveArticles } from "../feeds/live/live-articles.ts";
import type { Connection } from "../feeds/poll/connection.ts";
import type { PollAlarm } from "../feeds/poll/poll-alarm.ts";
import { Poller } from "../feeds/poll/poller.ts";
import type { FeedReader } from "../feeds/reader/feed-reader.ts";
import { BundledIndex, type IndexMarker } from "../indexing/bundled-index.ts";
import { DataSetJobs } from "../indexing/data-set-jobs.ts";
import { DataSetLibrary } from "../indexing/data-set-library.ts";
import { missingStories } from "../indexing/missing-stories.ts";
import { StoryJobs } from "../indexing/story-jobs.ts";
import { browserStart } from "../storage/browser-start.ts";
import { readMarker, writeMarker, writeNotice } from "../storage/index-state.ts";
import { keepLiveSummary } from "../storage/live-summary-store.ts";
import { readSettings } from "../storage/settings-store.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import type { BlockStore } from "../store/block-store.ts";
import type { SourceStore } from "../store/source-store.ts";
import { type DisposableSpill, openMemorySpill, type SpillFolder } from "../store/spill-files.ts";
import {
  registerOverlay,
  sitePattern,
  startInOpenTabs,
  tellTabs,
} from "../tabs/overlay-registration.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";

/** What the services need from the browser. */
export interface Surroundings {
  readonly extensionVersion: string;
  /** @throws when the browser refuses a database */
  openStore(): Promise<BlockStore>;
  createMemoryStore(): BlockStore;
  readonly sources: SourceStore;
  /** The bundled data set as parsed JSON. */
  loadDataSet(): Promise<unknown>;
  loadCountryNames(): Promise<CountryNames>;
  /** @throws when the browser refuses storage */
  openSpill(folder: SpillFolder): Promise<DisposableSpill>;
  readonly feedReader: FeedReader;
  readonly pollAlarm: PollAlarm;
  connection(): Connection;
  showProgress(job: JobStatus | null): void;
  /** Called every few seconds during long work of which nothing is shown: keeps the background from being taken for idle. */
  stayAwake(): void;
  newGeneration(): string;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  pause(): Promise<void>;
  /** Live articles that an append writes again at most; by default `MOST_WRITTEN_AGAIN`. */
  readonly mostWrittenAgain?: number;
  /** Where the marker of the bundled index is kept; by default `storage.local`. */
  readonly marker?: {
    read(): Promise<IndexMarker | undefined>;
    write(marker: IndexMarker): Promise<void>;
  };
}

/** The parts of the background, wired to each other. */
export interface Services {
  readonly bundled: BundledIndex;
  readonly library: DataSetLibrary;
  readonly jobs: DataSetJobs;
  readonly stories: StoryJobs;
  readonly live: LiveArticles;
  readonly poller: Poller;
  readonly sources: SourceStore;
  openStore(): Promise<BlockStore>;
  loadCountryNames(): Promise<CountryNames>;
  /** Tells "change" when what look-ups read has changed. */
  readonly dataChanges: EventTarget;
  /** Brings the content script's registration and the open tabs in line with data sets and settings. */
  applyToPages(): Promise<void>;
}

/** Live articles that an append writes again at most: three seconds. */
const MOST_WRITTEN_AGAIN = 8192;
const BYTES_IN_MEGABYTE = 1_000_000;
/** Batches of live articles come one after the other: open tabs are told once of those that come together, ms. */
const TOLD_TOGETHER_MS = 1000;

export function createServices(surroundings: Surroundings): Services {
  const { sources, newGeneration, now, pause } = surroundings;
  const dataChanges = new EventTarget();
  let store: Promise<BlockStore> | null = null;
  const openStore = (): Promise<BlockStore> => {
    store ??= surroundings.openStore().catch(async () => {
      await writeNotice("in-memory");
      return surroundings.createMemoryStore();
    });
    store.catch(() => {
      store = null;
    });
    return store;
  };
  const bundled = new BundledIndex({
    extensionVersion: surroundings.extensionVersion,
    openStore,
    loadDataSet: () => surroundings.loadDataSet(),
    readMarker: surroundings.marker?.read ?? readMarker,
    writeMarker: surroundings.marker?.write ?? writeMarker,
    underConstruction: () => jobs.underConstruction(),
    onRebuilt: () => writeNotice("rebuilt"),
    onSwitched: () => stories.look(),
    newGeneration,
    now,
  });
  const live = new LiveArticles({
    openStore,
    async limits() {
      const { liveDays: days, liveMegabytes } = await readSettings();
      return { days, bytes: liveMegabytes * BYTES_IN_MEGABYTE };
    },
    outlets: readOutlets,
    loadCountryNames: () => surroundings.loadCountryNames(),
    openSpill: () => surroundings.openSpill("live-spill").catch(openMemorySpill),
    underConstruction: () => jobs.underConstruction(),
    newGeneration,
    now,
    pause,
    stayAwake: () => surroundings.stayAwake(),
    mostWrittenAgain: surroundings.mostWrittenAgain ?? MOST_WRITTEN_AGAIN,
    onChange() {
      library.refresh();
      clearTimeout(telling);
      telling = setTimeout(() => void tellOpenTabs().catch(report), TOLD_TOGETHER_MS);
    },
  });
  const library = new DataSetLibrary({
    bundled,
    live,
    sources,
    openStore,
    underConstruction: () => jobs.underConstruction(),
    onStoriesLost() {
      bundled.forget();
      stories.look();
      live.keepUp();
    },
    onStale() {
      jobs.rebuildStale().catch((error: unknown) => console.error("Second Source:", error));
    },
  });
  const pagePatterns = async (): Promise<string[]> => {
    const [known, outlets] = await Promise.all([library.patterns(), readOutlets()]);
    const sites = outlets.filter(({ removedAt }) => removedAt === null).map(({ domain }) => domain);
    return [...new Set([...known, ...sites.map(sitePattern)])].sort();
  };
  let telling: ReturnType<typeof setTimeout> | undefined;
  /** Views that are open and the pages of open tabs get the answers that follow from a change. */
  const tellOpenTabs = async (): Promise<void> => {
    dataChanges.dispatchEvent(new Event("change"));
    await tellTabs(await pagePatterns(), { type: "overlay.refresh" });
  };
  const applyToPages = async (): Promise<void> => {
    library.refresh();
    const [patterns, { sitesOff }] = await Promise.all([pagePatterns(), readSettings()]);
    await registerOverlay(patterns, sitesOff);
    await startInOpenTabs(patterns);
    await tellOpenTabs();
  };
  const jobs = new DataSetJobs({
    sources,
    openStore,
    otherConstruction: () =>
      [bundled, stories, live].flatMap((builder) => builder.underConstruction()),
    newGeneration,
    now,
    pause,
    onProgress(job) {
      surroundings.showProgress(job);
      for (const work of [stories, live])
        if (job === null) work.goOn();
        else void work.makeWay();
    },
    async onChange(cause) {
      if (cause === "rebuilt") await writeNotice("rebuilt");
      await applyToPages();
    },
  });
  const stories = new StoryJobs({
    openStore,
    loadCountryNames: () => surroundings.loadCountryNames(),
    // Where files are refused, so is a database: then there is little to build.
    openSpill: () => surroundings.openSpill("story-spill").catch(openMemorySpill),
    missing() {
      const { loadDataSet } = surroundings;
      return missingStories({ openStore, openBundled: () => bundled.open(), sources, loadDataSet });
    },
    underConstruction: () => jobs.underConstruction(),
    newGeneration,
    now,
    pause,
    stayAwake: () => surroundings.stayAwake(),
    async onBuilt() {
      bundled.forget();
      await applyToPages();
    },
  });
  const poller = new Poller({
    reader: surroundings.feedReader,
    sink: live,
    alarm: surroundings.pollAlarm,
    outlets: readOutlets,
    daysKept: async () => (await readSettings()).liveDays,
    isAllowed: (patterns) => isAccessGranted("sites", patterns),
    connection: () => surroundings.connection(),
    browserStart: () => browserStart(now()),
    now,
    random: () => surroundings.random(),
    stayAwake: () => surroundings.stayAwake(),
    async onStates(states) {
      await keepLiveSummary(liveSummary(await readOutlets(), states, now()), now());
    },
  });
  const { loadCountryNames } = surroundings;
  return {
    bundled,
    library,
    jobs,
    stories,
    live,
    poller,
    sources,
    openStore,
    loadCountryNames,
    dataChanges,
    applyToPages,
  };
}

function report(error: unknown): void {
  console.error("Second Source:", error);
}
