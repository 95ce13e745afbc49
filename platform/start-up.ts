import { purgeDeleted } from "./data-sets/data-set-handlers.ts";
import { readRegistry } from "./data-sets/data-set-registry.ts";
import { readImportJob } from "./jobs/import-job.ts";
import type { Services } from "./services.ts";
import { stagingLock } from "./store/source-store.ts";

/** What a worker does at its start about the one before, which may have been stopped anywhere. */
export async function recoverAtStart(
  services: Services,
  isRegistrationPending: () => Promise<boolean>,
): Promise<void> {
  await services.jobs.recover();
  if (await isRegistrationPending()) await services.applyToPages();
  await purgeDeleted(services, Date.now());
  await sweepSources(services);
}

/** Takes out sources that belong to nothing: of pages that were closed while they read files. */
async function sweepSources({ sources, openStore }: Services): Promise<void> {
  if ((await openStore()).kind === "memory") return;
  // The names first: what is confirmed while this runs is in the lists by then.
  const names = await sources.names();
  const [{ added }, job] = await Promise.all([readRegistry(), readImportJob()]);
  const used = new Set([...added.map(({ source }) => source), job?.source]);
  for (const name of names)
    if (!used.has(name))
      await navigator.locks.request(stagingLock(name), { ifAvailable: true }, async (lock) => {
        if (lock !== null) await sources.remove(name);
      });
}
