import {
  DEFAULT_POLL_EVERY,
  MAX_OUTLETS,
  type OutletSubscription,
  type WantedOutlet,
} from "../../core/outlets/subscription.ts";
import { normalizeFeedAddress } from "./normalize-feed-address.ts";
import { outletsItem } from "./stored-items.ts";

type Outlets = readonly OutletSubscription[];

/** The outlets that the user picked, those that were removed and can be restored among them. */
export function readOutlets(): Promise<Outlets> {
  return outletsItem.read();
}

/**
 * Picks outlets. One whose feed is picked already stays as it is; one that was removed comes back, with the
 * name and the sites that are wanted now. What is not at a public address is left out, and what is beyond
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
  await outletsItem.change((outlets) => {
    const byFeed = new Map(outlets.map((outlet) => [normalizeFeedAddress(outlet.feed), outlet]));
    let room = MAX_OUTLETS - outlets.filter(({ removedAt }) => removedAt === null).length;
    for (const entry of entries) {
      const feed = normalizeFeedAddress(entry.feed);
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
  return outletsItem.change((outlets) =>
    outlets.map((outlet) => (ids.includes(outlet.id) ? change(outlet) : outlet)),
  );
}
