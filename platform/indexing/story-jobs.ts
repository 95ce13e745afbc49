import type { StoriesStatus } from "../../core/protocol/data-set-status.ts";
import type { ScannedBlock } from "../../core/segment/scan-source.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { reportError } from "../report-error.ts";
import type { Ledger } from "../store/ledger.ts";
import { discardAfter } from "../store/retried.ts";
import type { DisposableSpill } from "../store/spill-files.ts";
import { BackgroundLoop } from "./background-loop.ts";
import { buildStories } from "./build-stories.ts";

/** A data set whose story index is missing. */
export interface MissingStories {
  readonly dataSet: string;
  readonly version: string;
  /** `recordsOf` its segment. */
  readonly records: string;
  /** The records from the start, each time it is called. */
  scan(): AsyncIterable<ScannedBlock>;
}

/** What the building of story indexes needs. */
export interface StoryDeps {
  readonly ledger: Ledger;
  /** The data sets whose story index is missing, in the order in which they are to be built. */
  missing(): Promise<readonly MissingStories[]>;
  loadCountryNames(): Promise<CountryNames>;
  /** Holds, during a build, the data that would not fit into memory. */
  openSpill(): Promise<DisposableSpill>;
  now(): number;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
  /** Keeps the background awake; may be called at any rate. */
  stayAwake(): void;
}

interface Running {
  readonly dataSet: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  share: number;
}

/**
 * Builds the story indexes that are missing, one after the other, in the background: pages are covered by their
 * addresses meanwhile. A build that is stopped, with its worker or for other work, puts nothing into use and starts
 * again later.
 */
export class StoryJobs extends BackgroundLoop {
  readonly #deps: StoryDeps;
  /** Records whose build failed in this worker: not tried again until the next one starts. */
  readonly #givenUp = new Map<string, string>();
  #running: Running | null = null;

  constructor(deps: StoryDeps) {
    super();
    this.#deps = deps;
  }

  /**
   * The state of a data set whose story index is not there.
   *
   * @param records `recordsOf` its segment
   */
  stateOf(dataSet: string, records: string): Exclude<StoriesStatus, { kind: "ready" }> {
    if (this.#running?.dataSet === dataSet) return { kind: "building", share: this.#running.share };
    return this.#givenUp.get(dataSet) === records ? { kind: "failed" } : { kind: "waiting" };
  }

  /** Builds the story index of a data set even if that failed before. */
  retry(dataSet: string): void {
    this.#givenUp.delete(dataSet);
    this.schedule();
  }

  /** Ends the build for a data set that is being removed. */
  async cancel(dataSet: string): Promise<void> {
    if (this.#running?.dataSet !== dataSet) return;
    this.#running.stop.abort();
    await this.#running.ended;
  }

  protected stopStep(): void {
    this.#running?.stop.abort();
  }

  protected async step(): Promise<boolean> {
    const missing = await this.#deps.missing();
    const next = missing.find((one) => this.#givenUp.get(one.dataSet) !== one.records);
    if (next === undefined || this.isPaused) return false;
    await this.#build(next);
    return true;
  }

  async #build(missing: MissingStories): Promise<void> {
    const { dataSet, records } = missing;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const running: Running = { dataSet, ended, share: 0, stop: new AbortController() };
    this.#running = running;
    try {
      await this.#buildAndCommit(missing, running);
    } catch (error) {
      if (running.stop.signal.aborted) return;
      this.#givenUp.set(dataSet, records);
      reportError("stories")(error);
    } finally {
      this.#running = null;
      resolve();
    }
  }

  async #buildAndCommit(
    { dataSet, version, records, scan }: MissingStories,
    running: Running,
  ): Promise<void> {
    const { ledger, loadCountryNames, openSpill, now, pause, stayAwake } = this.#deps;
    const { signal } = running.stop;
    const countries = await loadCountryNames();
    const build = await ledger.begin({ owner: dataSet, part: "stories", source: records });
    try {
      const spill = await openSpill();
      const onProgress = (share: number) => {
        running.share = share;
        stayAwake();
      };
      const work = { blocks: build, version, scan, countries, spill, signal, pause, onProgress };
      const built = await buildStories(work).finally(() => spill.dispose());
      signal.throwIfAborted();
      await build.commit({ ...built, builtAt: now() });
    } catch (error) {
      await discardAfter(error, [build]);
      throw error;
    }
  }
}
