import browser from "webextension-polyfill";
import type { OutletSubscription } from "../../core/outlets/subscription.ts";
import type { DeletedDataSet } from "../../core/protocol/data-set-status.ts";
import type { AddedDataSet } from "../indexing/added-data-set.ts";
import { changeDataSets, readDataSets } from "../storage/data-sets.ts";
import { areListsReadable } from "../storage/notices.ts";
import { forgetPublishedSets, readPublishedSets } from "../storage/published-store.ts";
import { canBeRestored, isGone, nextPurge } from "../storage/removable.ts";
import { outletsItem } from "../storage/stored-items.ts";
import { changeThese, readOutlets } from "../storage/subscriptions-store.ts";
import type { Services } from "./services.ts";

const ALARM = "purge";

/** Runs `purge` when the alarm goes off. Must be called while the background script first runs. */
export function onPurgeAlarm(purge: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) purge();
  });
}

/**
 * Sets the alarm that deletes removed entries once they can no longer be restored. A timer would not do: browsers
 * stop an idle worker before that time is over.
 */
export async function schedulePurge(): Promise<void> {
  const lists = await Promise.all([readDataSets(), readOutlets(), readPublishedSets()]);
  const when = nextPurge(lists.flat());
  if (when !== null) browser.alarms.create(ALARM, { when });
}

/** Deletes everything that can no longer be restored, unless part of the lists cannot be read. */
export async function purgeRemoved(services: Services, now: number): Promise<void> {
  if (!(await areListsReadable())) return;
  await purgeDataSets(services, now);
  await purgeOutlets(services.poller, now);
  await purgePublished(services.mirrors, now);
  await schedulePurge();
}

async function purgeDataSets({ stories, sources, ledger }: Services, now: number): Promise<void> {
  for (const { id, editions } of (await readDataSets()).filter((one) => isGone(one, now))) {
    await stories.cancel(id);
    await ledger.drop(id);
    for (const { source } of editions) await sources.remove(source);
    await changeDataSets((added) => added.filter((one) => one.id !== id || !isGone(one, now)));
  }
}

/** The permission for the publisher's host stays with the browser, like that for an outlet's site. */
async function purgePublished(
  mirrors: Pick<Services["mirrors"], "remove">,
  now: number,
): Promise<void> {
  const gone = (await readPublishedSets()).filter((one) => isGone(one, now)).map(({ id }) => id);
  for (const id of gone) await mirrors.remove(id);
  if (gone.length > 0) await forgetPublishedSets(gone);
}

/**
 * The articles of these outlets are deleted too, except on sites that another outlet is on. An outlet that was picked
 * again meanwhile stays, and its whole feed is fetched again. The permission stays with the browser: a data set may
 * need it too, and the user can take it back there.
 */
async function purgeOutlets(poller: Pick<Services["poller"], "drop">, now: number): Promise<void> {
  const outlets = await readOutlets();
  const gone = outlets.filter((outlet) => isGone(outlet, now));
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  const left = outlets.filter((outlet) => !isGone(outlet, now));
  await poller.drop(domainsOnlyOf(gone, left), ids);
  await outletsItem.change((list) =>
    list.filter((one) => !ids.includes(one.id) || !isGone(one, now)),
  );
}

/** The domains of some outlets that none of the others has. */
export function domainsOnlyOf(
  some: readonly OutletSubscription[],
  others: readonly OutletSubscription[],
): string[] {
  const kept = new Set(others.flatMap(({ domains }) => domains));
  const domains = new Set(some.flatMap((outlet) => outlet.domains));
  return [...domains.difference(kept)];
}

/** The outlets that are shown: those that are picked, and those that can be restored. */
export function shownOutlets(
  outlets: readonly OutletSubscription[],
  now: number,
): OutletSubscription[] {
  return outlets.filter((outlet) => outlet.removedAt === null || canBeRestored(outlet, now));
}

/** Takes back removals of outlets; does nothing once it is too late. */
export async function restoreOutlets(ids: readonly string[], now: number): Promise<void> {
  await changeThese(ids, (outlet) =>
    canBeRestored(outlet, now) ? { ...outlet, removedAt: null } : outlet,
  );
}

/**
 * The data sets that were deleted and can be restored, in the order of the list.
 *
 * @param before how many are listed before the first of `added`
 */
export function deletedDataSets(
  added: readonly AddedDataSet[],
  before: number,
  now: number,
): DeletedDataSet[] {
  return added
    .filter(({ entry }) => !isGone(entry, now))
    .flatMap(({ entry: { id, removedAt }, shown }, index) =>
      removedAt === null || shown === null
        ? []
        : [{ id, name: shown.info.name, place: before + index }],
    );
}
