import { purgeDeleted } from "../indexing/data-set-deletion.ts";
import { sweepSources } from "../indexing/sweep-sources.ts";
import type { Services } from "./services.ts";

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
