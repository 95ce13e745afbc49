import type { ScannedBlock } from "../../core/segment/source-blocks.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { buildStoryIndex } from "../../core/story-index/build-story-index.ts";
import type { StoryBlock } from "../../core/story-index/format.ts";
import type { SpillStore } from "../../core/story-index/spill.ts";
import type { BlockStore } from "../store/block-store.ts";

/** Blocks in one transaction, which must stay well under half a second. */
const BLOCKS_IN_TRANSACTION = 32;

/** What a build of a story index needs. */
export interface StoryBuild {
  readonly store: BlockStore;
  readonly generation: string;
  /** Version of the data set. */
  readonly version: string;
  /** The records from the start, each time it is called. */
  scan(): AsyncIterable<ScannedBlock>;
  readonly spill: SpillStore;
  readonly countries: CountryNames;
  readonly signal: AbortSignal;
  /** Gives other work its turn when this one's is over. */
  pause(): Promise<void>;
  /** @param share done, from 0 to 1 */
  onProgress(share: number): void;
}

/**
 * Builds a story index in the store, without switching to it.
 *
 * @returns bytes of all blocks, and articles
 * @throws QuotaExceededError, AbortError
 */
export async function buildStories(
  build: StoryBuild,
): Promise<{ readonly bytes: number; readonly records: number }> {
  const { store, generation, signal, pause, onProgress } = build;
  const { version, scan, spill, countries } = build;
  const blocks = buildStoryIndex({
    version,
    scan,
    spill,
    countries,
    async onProgress(share) {
      signal.throwIfAborted();
      onProgress(share);
      await pause();
    },
  });
  let bytes = 0;
  let pending: StoryBlock[] = [];
  for (;;) {
    const { done, value } = await blocks.next();
    signal.throwIfAborted();
    if (!done) {
      pending.push(value);
      bytes += value.bytes.length;
      if (pending.length < BLOCKS_IN_TRANSACTION) continue;
    }
    await store.write(generation, pending);
    pending = [];
    if (done) return { bytes, records: value };
  }
}
