import type { ScannedBlock } from "../../core/segment/source-blocks.ts";
import { STORY_FORMAT_VERSION } from "../../core/story-index/format.ts";
import type { BlockStore } from "../store/block-store.ts";
import { buildStories } from "./build-stories.ts";
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
  /** Generations under construction, this class's own included, which a switch must not sweep. */
  underConstruction(): Promise<readonly string[]>;
  newGeneration(): string;
  now(): number;
  pause(): Promise<void>;
  /** Called often while a build runs: what keeps the background from being taken for idle. */
  onProgress(): void;
  /** A story index is there that was not. */
  onBuilt(): Promise<void>;
}

/** How far the building of a data set's story index is. */
export type StoriesState =
  | { readonly kind: "building"; readonly share: number }
  | { readonly kind: "failed" };

interface Running {
  readonly dataSet: string;
  readonly generation: string;
  readonly stop: AbortController;
  share: number;
}

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
  #loop: Promise<void> | null = null;
  #isStarted = false;
  /** Something may have become missing since the loop last looked. */
  #isAskedFor = false;

  constructor(surroundings: StorySurroundings) {
    this.#surroundings = surroundings;
  }

  /** Generations that are being built. */
  underConstruction(): string[] {
    return this.#running === null ? [] : [this.#running.generation];
  }

  /** Of a data set whose story index is not there; `null` while it waits for its turn. */
  stateOf(dataSet: string): StoriesState | null {
    if (this.#running?.dataSet === dataSet) return { kind: "building", share: this.#running.share };
    return this.#givenUp.has(dataSet) ? { kind: "failed" } : null;
  }

  /** Builds what is missing, unless that is under way; once at the start of a worker, when it is in order. */
  start(): void {
    this.#isStarted = true;
    this.goOn();
  }

  /** Builds what has become missing since it was started, or was stopped. */
  goOn(): void {
    if (!this.#isStarted) return;
    this.#isAskedFor = true;
    this.#loop ??= this.#buildAll().finally(() => {
      this.#loop = null;
      if (this.#isAskedFor) this.goOn();
    });
  }

  /** Ends a build that is under way. */
  async stop(): Promise<void> {
    this.#isAskedFor = false;
    this.#running?.stop.abort();
    await this.#loop;
  }

  /** Settles when nothing is missing any more, or nothing more can be built. */
  async idle(): Promise<void> {
    while (this.#loop !== null) await this.#loop;
  }

  async #buildAll(): Promise<void> {
    try {
      for (;;) {
        this.#isAskedFor = false;
        const missing = await this.#surroundings.missing();
        const next = missing.find((one) => this.#givenUp.get(one.dataSet) !== one.records);
        if (next === undefined || !(await this.#build(next))) return;
      }
    } catch (error) {
      report(error);
    }
  }

  /** @returns whether to go on: not after it was stopped */
  async #build({ dataSet, version, records, scan }: MissingStories): Promise<boolean> {
    const { openStore, underConstruction, newGeneration, now, pause } = this.#surroundings;
    const store = await openStore();
    const generation = newGeneration();
    const running: Running = { dataSet, generation, stop: new AbortController(), share: 0 };
    const { signal } = running.stop;
    this.#running = running;
    try {
      const onProgress = (share: number) => {
        running.share = share;
        this.#surroundings.onProgress();
      };
      const build = { store, generation, version, scan, signal, pause, onProgress };
      const built = await buildStories(build);
      signal.throwIfAborted();
      const made = { generation, source: records, format: STORY_FORMAT_VERSION, builtAt: now() };
      await store.activate(
        { dataSet: storiesOf(dataSet), ...made, ...built },
        await underConstruction(),
      );
      await this.#surroundings.onBuilt().catch(report);
      return true;
    } catch (error) {
      this.#running = null;
      const others = await underConstruction();
      await store.remove(null, others).catch(() => undefined);
      if (signal.aborted) return false;
      this.#givenUp.set(dataSet, records);
      report(error);
      return true;
    } finally {
      this.#running = null;
    }
  }
}

function report(error: unknown): void {
  console.error("Second Source: stories", error);
}
