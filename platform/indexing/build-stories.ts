import type { ScannedBlock } from "../../core/segment/scan-source.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { buildStoryIndex } from "../../core/story-index/build-story-index.ts";
import type { SpillStore } from "../../core/story-index/spill.ts";
import type { Generation } from "../store/generation.ts";

/** What a build of a story index needs. */
export interface StoryBuild {
  readonly blocks: Generation;
  /** Version of the data set. */
  readonly version: string;
  /** The records from the start, each time it is called. */
  scan(): AsyncIterable<ScannedBlock>;
  readonly spill: SpillStore;
  readonly countries: CountryNames;
  readonly signal: AbortSignal;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
  /** @param share done, from 0 to 1 */
  onProgress(share: number): void;
}

/**
 * Builds a story index in the store, without committing it.
 *
 * @returns bytes of all blocks, and articles
 * @throws QuotaExceededError, AbortError
 */
export async function buildStories(
  build: StoryBuild,
): Promise<{ readonly bytes: number; readonly records: number }> {
  const { blocks, version, scan, spill, countries, signal, pause, onProgress } = build;
  const built = buildStoryIndex({
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
  for (;;) {
    const { done, value } = await built.next();
    signal.throwIfAborted();
    if (!done) {
      await blocks.add(value);
      continue;
    }
    await blocks.flush();
    return { bytes: blocks.bytes, records: value };
  }
}
