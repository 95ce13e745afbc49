import { liveSummary } from "../../core/protocol/outlet-status.ts";
import { LiveArticles } from "../feeds/live/live-articles.ts";
import { Poller } from "../feeds/poll/poller.ts";
import { browserStart } from "../storage/browser-start.ts";
import { keepLiveSummary } from "../storage/live-summary-store.ts";
import { settingsItem } from "../storage/stored-items.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import type { Emitter } from "../store/emitter.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import type { ServiceDeps, SharedDeps } from "./service-deps.ts";

/** Live articles that an append writes again at most: three seconds. */
const MOST_WRITTEN_AGAIN = 8192;
const BYTES_IN_MEGABYTE = 1_000_000;

/** The articles of live outlets, within the limits of the settings. */
export function createLiveArticles(deps: ServiceDeps, shared: SharedDeps): LiveArticles {
  return new LiveArticles({
    ...shared,
    async limits() {
      const { liveDays: days, liveMegabytes } = await settingsItem.read();
      return { days, bytes: liveMegabytes * BYTES_IN_MEGABYTE };
    },
    outlets: readOutlets,
    openSpill: () => shared.openSpill("live-spill"),
    mostWrittenAgain: deps.mostWrittenAgain ?? MOST_WRITTEN_AGAIN,
  });
}

/** Polls the user's outlets into `live`, and keeps the summary that the popup shows. */
export function createPoller(
  deps: ServiceDeps,
  { now, stayAwake }: SharedDeps,
  live: LiveArticles,
  progressed: Emitter<void>,
): Poller {
  return new Poller({
    reader: deps.feedReader,
    sink: live,
    alarm: deps.pollAlarm,
    outlets: readOutlets,
    daysKept: async () => (await settingsItem.read()).liveDays,
    isAllowed: (patterns) => isAccessGranted("sites", patterns),
    connection: () => deps.connection(),
    browserStart: () => browserStart(now()),
    now,
    random: () => deps.random(),
    stayAwake,
    onRound: () => void progressed.emit(),
    async onStates(states) {
      await keepLiveSummary(liveSummary(await readOutlets(), states, now()), now());
      await progressed.emit();
    },
  });
}
