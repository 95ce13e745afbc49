import { addedDataSets } from "../indexing/added-data-set.ts";
import { convertOldImport, readDataSets } from "../storage/data-sets.ts";
import { areListsReadable } from "../storage/notices.ts";
import type { Ledger } from "../store/ledger.ts";
import { stagingLock } from "../store/source-store.ts";
import type { Services } from "./services.ts";

/** A page that was just closed or loaded again lets go of its lock a moment later, ms. */
const LOCK_WAIT_MS = 2000;

/** Cleans up at a worker's start after the previous worker, which may have been stopped at any point. */
export async function recoverAtStart(
  services: Services,
  isRegistrationPending: () => Promise<boolean>,
): Promise<void> {
  await convertOldImport();
  await services.jobs.schedule();
  if (await isRegistrationPending()) await services.applyToPages();
  await sweep(services);
}

/**
 * Deletes sources that belong to no data set and that no page holds (the page was closed before the user confirmed
 * the import), and builds without an owner. If part of the list of data sets cannot be read, nothing is deleted,
 * since it may belong to that part.
 */
export async function sweep({ sources, ledger }: Services): Promise<void> {
  if ((await ledger.store()).kind === "memory" || !(await areListsReadable())) return;
  const used = await usedSources(ledger);
  await ledger.sweep((source) => used.has(source));
  const removeUnused = async (name: string) => {
    // Read under the lock: a page releases it once its file is handed over.
    const isUsed = (await usedSources(ledger)).has(name);
    if (!isUsed && (await areListsReadable())) await sources.remove(name);
  };
  const unused = (await sources.names()).filter((name) => !used.has(name));
  await Promise.all(
    unused.map((name) =>
      navigator.locks
        .request(stagingLock(name), { signal: AbortSignal.timeout(LOCK_WAIT_MS) }, () =>
          removeUnused(name),
        )
        .catch(ignoreTimeout),
    ),
  );
}

async function usedSources(ledger: Ledger): Promise<Set<string>> {
  const [entries, rows] = await Promise.all([readDataSets(), ledger.rows()]);
  return new Set(addedDataSets(entries, rows).flatMap(({ sources }) => sources));
}

function ignoreTimeout(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
}
