import type { CountryNames } from "../../core/story/words/country-names.ts";
import type { LiveArticles } from "../feeds/live/live-articles.ts";
import type { Poller } from "../feeds/poll/poller.ts";
import { BundledDataSet } from "../indexing/bundled-data-set.ts";
import { DataSetJobs } from "../indexing/data-set-jobs.ts";
import { DataSetLibrary } from "../indexing/data-set-library.ts";
import { missingStories } from "../indexing/missing-stories.ts";
import { StoryJobs } from "../indexing/story-jobs.ts";
import type { MirrorFiles } from "../mirrors/mirror-files.ts";
import { Mirrors } from "../mirrors/mirrors.ts";
import { OpenMirrors } from "../mirrors/open-mirrors.ts";
import { reportError } from "../report-error.ts";
import { browserStart } from "../storage/browser-start.ts";
import { areListsReadable, writeNotice } from "../storage/notices.ts";
import type { BlockStore } from "../store/block-store.ts";
import { Emitter } from "../store/emitter.ts";
import { Ledger } from "../store/ledger.ts";
import { Once } from "../store/once.ts";
import type { SourceStore } from "../store/source-store.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import type { Today } from "../today/today.ts";
import { causeOf, type DataChange } from "./data-change.ts";
import { createLiveArticles, createPoller } from "./live-services.ts";
import { type ServiceDeps, type SharedDeps, sharedDeps } from "./service-deps.ts";
import { ShownPages } from "./shown-pages.ts";
import { createToday } from "./today-service.ts";

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

/** Live articles arrive in batches: open tabs are refreshed once for all batches within this time, ms. */
const LIVE_TOGETHER_MS = 1000;

/** Makes the parts of the background, each out of those before it, and connects them. */
export function createServices(deps: ServiceDeps): Services {
  const { worker, sources, mirrorFiles, newGeneration } = deps;
  const dataChanged = new Emitter<DataChange>();
  const progressed = new Emitter<void>();
  const ledger = new Ledger({ openStore: storeOrMemory(deps), worker, newGeneration });
  const shared = sharedDeps(deps, ledger);
  const bundled = new BundledDataSet(() => deps.openBundledFile());
  const live = createLiveArticles(deps, shared);
  const stories = new StoryJobs({
    ...shared,
    missing: () => missingStories({ ledger, sources }),
    openSpill: () => shared.openSpill("story-spill"),
  });
  const mirrors = createMirrors(deps, shared);
  const openMirrors = new OpenMirrors(mirrorFiles, (id, name) => mirrors.dropDamaged(id, name));
  const library = new DataSetLibrary({ ledger, bundled, live, mirrors: openMirrors, sources });
  const jobs = new DataSetJobs({
    ...shared,
    sources,
    onProgress(job) {
      deps.showProgress(job);
      void progressed.emit();
      for (const work of [stories, live])
        if (job === null) work.resume();
        else void work.pause();
    },
  });
  const poller = createPoller(deps, shared, live, progressed);
  const today = createToday(shared, live, dataChanged, progressed);
  const pages = new ShownPages(library);
  const services: Services = {
    ...{ ledger, bundled, library, jobs, stories, live, poller, sources, mirrors, mirrorFiles },
    ...{ openMirrors, today, dataChanged, progressed },
    loadCountryNames: shared.loadCountryNames,
    applyToPages: () => pages.apply(),
  };
  announceChanges(services);
  followInPages(dataChanged, pages);
  return services;
}

/** The mirrors of published data sets. */
function createMirrors(deps: ServiceDeps, shared: SharedDeps): Mirrors {
  const { now } = shared;
  return new Mirrors({
    ...shared,
    files: deps.mirrorFiles,
    alarm: deps.publishedAlarm,
    fetch: (address, init) => deps.fetch(address, init),
    subtle: crypto.subtle,
    freeBytes: () => deps.freeBytes(),
    isAllowed: (patterns) => isAccessGranted("sites", patterns),
    connection: () => deps.connection(),
    browserStart: () => browserStart(now()),
    canSweep: areListsReadable,
    openSpill: () => shared.openSpill("mirror-spill"),
    random: () => deps.random(),
  });
}

/** Emits `dataChanged` after each change of an index or a mirror, and starts the repair of what is damaged. */
function announceChanges(services: Services): void {
  const { ledger, library, jobs, stories, live, mirrors, dataChanged, progressed } = services;
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
}

/** Brings the pages in line with the data after each change. */
function followInPages(dataChanged: Emitter<DataChange>, pages: ShownPages): void {
  let refreshing: ReturnType<typeof setTimeout> | undefined;
  dataChanged.on(async (cause) => {
    if (cause === "live") {
      clearTimeout(refreshing);
      refreshing = setTimeout(
        () => void pages.refresh().catch(reportError("services")),
        LIVE_TOGETHER_MS,
      );
    } else if (cause !== "damage") await pages.apply();
  });
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
