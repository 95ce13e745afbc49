import { failureOf } from "./job-failure.ts";
import type { Build } from "./ledger.ts";

/** Chromium opens a database that ran out of disk again only after a while. */
const RETRIES = 10;
const RETRY_MS = 300;

/**
 * Takes something out of a store that found the disk full: tries until the database is open again.
 *
 * @throws what the last try threw
 */
export async function untilThereIsRoom(remove: () => Promise<void>): Promise<void> {
  for (let retries = RETRIES; ; retries--) {
    try {
      return await remove();
    } catch (error) {
      if (retries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Takes out builds that came to nothing; where the disk is full, as soon as that is possible. */
export async function discardAfter(failure: unknown, builds: readonly Build[]): Promise<void> {
  const isFull = failureOf(failure) === "disk-full";
  for (const build of builds) {
    const discard = () => build.discard();
    // What cannot be taken out now is swept by the next worker.
    await (isFull ? untilThereIsRoom(discard) : discard()).catch(() => undefined);
  }
}
