import { failureOf } from "./job-failure.ts";
import type { Build } from "./ledger.ts";

const RETRIES = 10;
const RETRY_MS = 300;

/**
 * Retries `run` for up to three seconds: Chromium opens a database that ran out of disk again only
 * after a while, and a worker that was ended still holds its files.
 *
 * @throws what the last try threw
 */
export async function retried(run: () => Promise<void>): Promise<void> {
  for (let retries = RETRIES; ; retries--) {
    try {
      return await run();
    } catch (error) {
      if (retries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Deletes builds that failed; if the disk is full, as soon as that is possible. */
export async function discardAfter(failure: unknown, builds: readonly Build[]): Promise<void> {
  const isFull = failureOf(failure) === "disk-full";
  for (const build of builds) {
    const discard = () => build.discard();
    // What cannot be deleted now is swept by the next worker.
    await (isFull ? retried(discard) : discard()).catch(() => undefined);
  }
}
