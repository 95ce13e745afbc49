import { dueAt } from "../../core/feeds/poll/poll-schedule.ts";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import type { OutletSubscription } from "../../core/outlets/subscription.ts";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import { latest, outletStatus } from "../../core/protocol/outlet-status.ts";
import type { Handlers } from "../messages/message-server.ts";
import { reportError } from "../report-error.ts";
import { browserStart } from "../storage/browser-start.ts";
import { addOutlets, changeThese, readOutlets } from "../storage/subscriptions-store.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import { domainsOnlyOf, restoreOutlets, schedulePurge, shownOutlets } from "./purge-removed.ts";
import type { Services } from "./services.ts";

type LiveRequests = Extract<keyof Handlers, `outlets.${string}`>;
type Outlets = readonly OutletSubscription[];
type OutletChange = Parameters<Handlers["outlets.change"]>[0]["change"];

/** What the background does for requests about live outlets. */
export function createLiveHandlers({
  live,
  poller,
  dataChanged,
}: Services): Pick<Handlers, LiveRequests> & { status(): Promise<LiveStatus> } {
  const status = async (): Promise<LiveStatus> => {
    const now = Date.now();
    // First of all: a round that is over by now has stored its articles before they are counted.
    const { isPolling, round, waitsFor } = poller.status();
    const [all, states, size, started] = await Promise.all([
      readOutlets(),
      poller.states(),
      live.size(),
      browserStart(now),
    ]);
    const shown = shownOutlets(all, now);
    const allowed = await allowedOf(shown);
    const outlets = shown.map((outlet) => {
      const state = states.get(outlet.id) ?? null;
      return outletStatus(outlet, state, {
        isAllowed: allowed.has(outlet.id),
        isPolling: isPolling(outlet.id),
        dueAt: dueAt(outlet.id, state, { now, started }),
        now,
      });
    });
    const picked = outlets.filter(({ removedAt }) => removedAt === null);
    return {
      outlets: outlets.sort((a, b) => a.name.localeCompare(b.name)),
      ...size,
      articlesToday: picked.reduce((sum, { articlesToday }) => sum + articlesToday, 0),
      lastSuccessAt: latest(picked.map(({ lastSuccessAt }) => lastSuccessAt)),
      round,
      waitsFor,
    };
  };

  const changed = async (): Promise<LiveStatus> => {
    await dataChanged.emit("user");
    await poller.onChange();
    return status();
  };

  /**
   * Deletes the articles of sites that outlets have left, and fetches the whole feeds of outlets whose sites have
   * changed again.
   */
  const followSites = (before: Outlets, after: Outlets): void => {
    const sites = new Map(after.map(({ id, domains }) => [id, new Set(domains)]));
    const moved = before.filter(({ id, domains }) => {
      const own = new Set(domains);
      return (sites.get(id) ?? own).symmetricDifference(own).size > 0;
    });
    if (moved.length === 0) return;
    const ids = moved.map(({ id }) => id);
    const dropped = poller.drop(domainsOnlyOf(moved, after), ids);
    dropped.then(() => poller.pollNow(ids)).catch(reportError("feeds"));
  };

  return {
    status,
    "outlets.status": status,
    "outlets.add": async ({ outlets }) => {
      const before = await readOutlets();
      const added = await addOutlets(outlets, Date.now(), () => crypto.randomUUID());
      followSites(before, await readOutlets());
      const answer = await changed();
      if (added.length === 0) return answer;
      await poller.pollNow(added.flatMap(({ id, isPaused }) => (isPaused ? [] : [id])));
      return status();
    },
    "outlets.change": async ({ id, change }) => {
      const before = await readOutlets();
      const after = await changeThese([id], (outlet) => changedBy(outlet, change));
      if (change.isPaused === true) poller.cancel([id]).catch(reportError("feeds"));
      followSites(before, after);
      return changed();
    },
    "outlets.remove": async ({ ids }) => {
      const now = Date.now();
      await changeThese(ids, (outlet) => ({ ...outlet, removedAt: outlet.removedAt ?? now }));
      await schedulePurge();
      poller.cancel(ids).catch(reportError("feeds"));
      return changed();
    },
    "outlets.restore": async ({ ids }) => {
      await restoreOutlets(ids, Date.now());
      return changed();
    },
    "outlets.poll": async ({ ids }) => {
      await poller.pollNow(ids);
      return status();
    },
    "outlets.stopPolling": async () => {
      poller.stop();
      return status();
    },
  };
}

function changedBy(
  outlet: OutletSubscription,
  { name, domains, every, isPaused }: OutletChange,
): OutletSubscription {
  return {
    ...outlet,
    name: name ?? outlet.name,
    domains: domains ?? outlet.domains,
    every: every ?? outlet.every,
    isPaused: isPaused ?? outlet.isPaused,
  };
}

/** The ids of those onto whose sites the browser lets the extension; usually that is all. */
async function allowedOf(outlets: Outlets): Promise<ReadonlySet<string>> {
  const all = outlets.flatMap(outletPatterns);
  const isAll = await isAccessGranted("sites", all);
  const allowed = await Promise.all(
    outlets.map((outlet) => isAll || isAccessGranted("sites", outletPatterns(outlet))),
  );
  return new Set(outlets.filter((_, i) => allowed[i]).map(({ id }) => id));
}
