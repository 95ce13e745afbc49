import type { OutletSubscription } from "../../core/outlets/subscription.ts";
import { RESTORE_MS } from "../indexing/data-set-deletion.ts";
import { changeOutlets, changeThese, readOutlets } from "../storage/subscriptions-store.ts";
import type { LiveSink } from "./live/live-sink.ts";
import { setPurgeAlarm } from "./purge-alarm.ts";

/** Whether an outlet that was removed can still be had back. */
function canBeRestored({ removedAt }: OutletSubscription, now: number): boolean {
  return removedAt !== null && removedAt >= now - RESTORE_MS;
}

/** The outlets that a reader is shown: those that are picked, and those that can be had back. */
export function shownOutlets(
  outlets: readonly OutletSubscription[],
  now: number,
): OutletSubscription[] {
  return outlets.filter((outlet) => outlet.removedAt === null || canBeRestored(outlet, now));
}

/** Takes back removals; nothing once it is too late. */
export async function restoreOutlets(ids: readonly string[], now: number): Promise<void> {
  await changeThese(ids, (outlet) =>
    canBeRestored(outlet, now) ? { ...outlet, removedAt: null } : outlet,
  );
}

/**
 * Takes out for good what cannot be had back any more, with its articles, unless another outlet is on the
 * same site, and plans the same for what still can. One that is picked again meanwhile stays and is asked
 * for everything anew. The permission stays with the browser: a data set may need it too, and the reader
 * can take it back there.
 */
export async function purgeOutlets(sink: Pick<LiveSink, "drop">, now: number): Promise<void> {
  const isGone = (outlet: OutletSubscription) =>
    outlet.removedAt !== null && !canBeRestored(outlet, now);
  const outlets = await readOutlets();
  planPurge(outlets.filter((outlet) => !isGone(outlet)));
  const gone = outlets.filter(isGone);
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  const left = outlets.filter((outlet) => !isGone(outlet));
  await sink.drop(domainsOnlyOf(gone, left), ids);
  await changeOutlets((list) => list.filter((one) => !ids.includes(one.id) || !isGone(one)));
}

/**
 * Has the first of those that were removed taken out when it cannot be had back any more. By an alarm, since
 * browsers stop a worker that has nothing to do before that time is over.
 */
export function planPurge(outlets: readonly OutletSubscription[]): void {
  const removals = outlets.flatMap(({ removedAt }) => removedAt ?? []);
  if (removals.length > 0) setPurgeAlarm(Math.min(...removals) + RESTORE_MS + 1000);
}

/** The domains of some outlets that none of the others has. */
export function domainsOnlyOf(
  some: readonly OutletSubscription[],
  others: readonly OutletSubscription[],
): string[] {
  const kept = new Set(others.map(({ domain }) => domain));
  return [...new Set(some.map(({ domain }) => domain))].filter((domain) => !kept.has(domain));
}
