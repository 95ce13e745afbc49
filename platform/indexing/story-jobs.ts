import type { StoriesStatus } from "../../core/protocol/data-set-status.ts";
import type { ScannedBlock } from "../../core/segment/source-blocks.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { STORY_FORMAT_VERSION } from "../../core/story-index/format.ts";
import type { BlockStore } from "../store/block-store.ts";
import type { DisposableSpill } from "../store/spill-files.ts";
import { untilThereIsRoom } from "../store/until-there-is-room.ts";
import { BackgroundLoop } from "./background-loop.ts";
import { buildStories } from "./build-stories.ts";
import { failureOf } from "./job-failure.ts";
import { storiesOf } from "./story-record.ts";

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
export interface StorySurroundings {
  openStore(): Promise<BlockStore>;
  /** The data sets whose story index is missing, in the order in which they are to be built. */
  missing(): Promise<readonly MissingStories[]>;
  loadCountryNames(): Promise<CountryNames>;
  /** Where a build keeps for a while what would be too much for memory. */
  openSpill(): Promise<DisposableSpill>;
  /** Generations under construction, this class's own included, which a switch must not sweep. */
  underConstruction(): Promise<readonly string[]>;
  newGeneration(): string;
  now(): number;
  pause(): Promise<void>;
  /** Called every few seconds while a build runs: keeps the background from being taken for idle. */
  stayAwake(): void;
  /** A story index is there that was not. */
  onBuilt(): Promise<void>;
}

interface Running {
  readonly dataSet: string;
  readonly generation: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  share: number;
}

/** The background is kept awake so often, ms; a browser takes it for idle after half a minute. */
const STAY_AWAKE_EVERY_MS = 5000;

/**
 * Builds the story indexes that are missing, one after the other, in the background: pages are
 * covered by their addresses meanwhile. A build that is stopped, with its worker or to make way,
 * leaves nothing in use and begins anew later.
 */
export class StoryJobs {
  readonly #surroundings: StorySurroundings;
  /** Records whose index could not be built under this worker: not tried again by itself. */
  readonly #givenUp = new Map<string, string>();
  #running: Running | null = null;
  readonly #loop: BackgroundLoop;

  constructor(surroundings: StorySurroundings) {
    this.#surroundings = surroundings;
    this.#loop = new BackgroundLoop(
      () => this.#buildNext(),
      () => this.#running?.stop.abort(),
    );
  }

  /** Generations that are being built. */
  underConstruction(): string[] {
    return this.#running === null ? [] : [this.#running.generation];
  }

  /**
   * Of a data set whose story index is not there.
   *
   * @param records `recordsOf` its segment
   */
  stateOf(dataSet: string, records: string): Exclude<StoriesStatus, { kind: "ready" }> {
    if (this.#running?.dataSet === dataSet) return { kind: "building", share: this.#running.share };
    return this.#givenUp.get(dataSet) === records ? { kind: "failed" } : { kind: "waiting" };
  }

  /** Builds what is missing; once at the start of a worker, when what the one before left is in order. */
  start(): void {
    this.#loop.start();
  }

  /** Builds what has become missing, unless other work is to be done first. */
  look(): void {
    this.#loop.look();
  }

  /** Builds the story index of a data set though that came to nothing before. */
  tryAgain(dataSet: string): void {
    this.#givenUp.delete(dataSet);
    this.look();
  }

  /** Ends a build that is under way, and begins none until it may go on. */
  makeWay(): Promise<void> {
    return this.#loop.makeWay();
  }

  /** Goes on after it has made way, and builds what has become missing. */
  goOn(): void {
    this.#loop.goOn();
  }

  /** Ends a build for a data set that is on its way out. */
  async leave(dataSet: string): Promise<void> {
    if (this.#running?.dataSet !== dataSet) return;
    this.#running.stop.abort();
    await this.#running.ended;
  }

  /** Settles when nothing is missing any more, or nothing more can be built. */
  idle(): Promise<void> {
    return this.#loop.idle();
  }

  async #buildNext(): Promise<boolean> {
    const missing = await this.#surroundings.missing();
    const next = missing.find((one) => this.#givenUp.get(one.dataSet) !== one.records);
    if (next === undefined || this.#loop.isMakingWay) return false;
    await this.#build(next);
    return true;
  }

  async #build(missing: MissingStories): Promise<void> {
    const { dataSet, records } = missing;
    const { newGeneration } = this.#surroundings;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const made = { dataSet, generation: newGeneration(), ended, share: 0 };
    const running: Running = { ...made, stop: new AbortController() };
    this.#running = running;
    try {
      await this.#buildAndSwitch(missing, running);
    } catch (error) {
      this.#running = null;
      await this.#sweep(error);
      if (running.stop.signal.aborted) return;
      this.#givenUp.set(dataSet, records);
      report(error);
    } finally {
      this.#running = null;
      resolve();
    }
  }

  async #buildAndSwitch(
    { dataSet, version, records, scan }: MissingStories,
    running: Running,
  ): Promise<void> {
    const { openStore, underConstruction, now, pause, onBuilt } = this.#surroundings;
    const { generation } = running;
    const { signal } = running.stop;
    const store = await openStore();
    let awakeSince = Number.NEGATIVE_INFINITY;
    const onProgress = (share: number) => {
      running.share = share;
      if (now() - awakeSince < STAY_AWAKE_EVERY_MS) return;
      awakeSince = now();
      this.#surroundings.stayAwake();
    };
    const countries = await this.#surroundings.loadCountryNames();
    const spill = await this.#surroundings.openSpill();
    const build = { store, generation, version, scan, countries, spill, signal, pause, onProgress };
    const built = await buildStories(build).finally(() => spill.dispose());
    const others = await underConstruction();
    signal.throwIfAborted();
    const made = { generation, source: records, format: STORY_FORMAT_VERSION, builtAt: now() };
    await store.activate({ dataSet: storiesOf(dataSet), ...made, ...built }, others);
    await onBuilt().catch(report);
  }

  /** Takes out what a build left that came to nothing; what stays is swept by the next switch. */
  async #sweep(failure: unknown): Promise<void> {
    const { openStore, underConstruction } = this.#surroundings;
    const sweep = async () => (await openStore()).remove(null, await underConstruction());
    const isFull = failureOf(failure) === "disk-full";
    await (isFull ? untilThereIsRoom(sweep) : sweep()).catch(() => undefined);
  }
}

function report(error: unknown): void {
  console.error("Second Source: stories", error);
}
