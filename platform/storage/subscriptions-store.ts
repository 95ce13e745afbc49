import browser from "webextension-polyfill";
import {
  DEFAULT_POLL_EVERY,
  MAX_OUTLETS,
  type OutletSubscription,
  outletSubscription,
  type WantedOutlet,
} from "../../core/outlets/subscription.ts";
import { publicAddress } from "../../core/url/public-address.ts";

const KEY = "outlets";

type Outlets = readonly OutletSubscription[];

/**
 * The outlets that the reader picked, those that were removed and can be had back among them; an
 * entry that cannot be read, or whose feed is not at a public address, is left out.
 */
export async function readOutlets(): Promise<OutletSubscription[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const entries = Array.isArray(stored) ? stored : [];
  return entries
    .flatMap((entry) => outletSubscription.safeParse(entry).data ?? [])
    .filter(({ feed }) => feedOf(feed) !== null);
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Changes the list, one change after the other, and gives the new one. Only the background writes. */
export function changeOutlets(
  change: (outlets: Outlets) => Outlets | Promise<Outlets>,
): Promise<Outlets> {
  const next = lastChange.then(async () => {
    const outlets = await change(await readOutlets());
    await browser.storage.local.set({ [KEY]: outlets });
    return outlets;
  });
  lastChange = next.catch(() => undefined);
  return next;
}

/**
 * Picks outlets. One whose feed is picked already stays as it is; one that was removed comes back, with the
 * name and the site that are wanted now. What is not at a public address is left out, and what is beyond
 * `MAX_OUTLETS`.
 *
 * @returns the outlets that were not picked before
 */
export async function addOutlets(
  entries: readonly WantedOutlet[],
  now: number,
  newId: () => string,
): Promise<readonly OutletSubscription[]> {
  const added: OutletSubscription[] = [];
  await changeOutlets((outlets) => {
    const byFeed = new Map(outlets.map((outlet) => [feedOf(outlet.feed), outlet]));
    let room = MAX_OUTLETS - outlets.filter(({ removedAt }) => removedAt === null).length;
    for (const entry of entries) {
      const feed = feedOf(entry.feed);
      const before = byFeed.get(feed);
      if (feed === null || before?.removedAt === null || room === 0) continue;
      const fresh = { every: DEFAULT_POLL_EVERY, isPaused: false, addedAt: now } as const;
      const base = before ?? { id: newId(), ...fresh };
      const { every = base.every, isPaused = base.isPaused } = entry;
      const outlet = { ...base, ...entry, every, isPaused, removedAt: null };
      byFeed.set(feed, outlet);
      added.push(outlet);
      room--;
    }
    return [...byFeed.values()];
  });
  return added;
}

/** Changes some outlets, by their ids; nothing when they are not there. */
export function changeThese(
  ids: readonly string[],
  change: (outlet: OutletSubscription) => OutletSubscription,
): Promise<Outlets> {
  return changeOutlets((outlets) =>
    outlets.map((outlet) => (ids.includes(outlet.id) ? change(outlet) : outlet)),
  );
}

/** A feed's address as two that name the same feed have it; `null` when it is no public one. */
function feedOf(feed: string): string | null {
  const url = publicAddress(feed);
  if (url?.protocol !== "https:") return null;
  url.hash = "";
  return url.href;
}
