import browser from "webextension-polyfill";
import { parseSettings } from "../../core/settings/settings.ts";
import type { Handlers } from "../messages/message-server.ts";
import { clearCorrections } from "../storage/corrections-store.ts";
import { readDataSets } from "../storage/data-sets.ts";
import { dismissNotice } from "../storage/notices.ts";
import { readPublishedSets } from "../storage/published-store.ts";
import type { Removable } from "../storage/removable.ts";
import { clearSiteForms } from "../storage/site-forms-store.ts";
import {
  dismissedNoticesItem,
  followsItem,
  groupedArticlesItem,
  introductionChoiceItem,
  noticeItem,
  readingsItem,
  savedItem,
  settingsItem,
  todayVisitItem,
} from "../storage/stored-items.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import { outletPatternsOf, sendToTab, startInOpenTabs } from "../tabs/overlay-registration.ts";
import { createCorrectionHandlers } from "./correction-handlers.ts";
import { createDataSetHandlers, createImportHandlers } from "./data-set-handlers.ts";
import { createIntroductionHandlers } from "./introduction-handlers.ts";
import { keptHandlers } from "./kept-handlers.ts";
import { createLiveHandlers } from "./live-handlers.ts";
import type { OpenViews } from "./open-views.ts";
import { createOutletHandlers } from "./outlet-handlers.ts";
import { createPageHandlers } from "./page-handlers.ts";
import { createPublishedHandlers } from "./published-handlers.ts";
import { readStatus } from "./read-status.ts";
import type { Services } from "./services.ts";
import { createTodayHandlers } from "./today-handlers.ts";

/** What a reset forgets besides corrections and outlets. */
const FORGOTTEN = [
  settingsItem,
  noticeItem,
  dismissedNoticesItem,
  introductionChoiceItem,
  followsItem,
  savedItem,
  readingsItem,
  todayVisitItem,
  groupedArticlesItem,
];

/** What the background does for each request. */
export function createHandlers(services: Services, views: OpenViews): Handlers {
  const { library } = services;
  const status = () => readStatus(services);
  const dataSetHandlers = createDataSetHandlers(services);
  const { status: _, ...liveHandlers } = createLiveHandlers(services);
  const { status: _published, ...publishedHandlers } = createPublishedHandlers(services);
  const correctionHandlers = createCorrectionHandlers(views);

  return {
    ...createPageHandlers(views),
    frame: async ({ frame }, { tab }) => {
      if (tab !== undefined) await sendToTab(tab, { type: "overlay.frame", frame });
      return null;
    },
    "options.open": async () => {
      await browser.runtime.openOptionsPage();
      return null;
    },
    status,
    "settings.change": async ({ change }) => {
      const settings = await settingsItem.change((before) =>
        parseSettings({ ...before, ...change }),
      );
      // The width belongs to the sidebar that is being dragged; the rest to every page.
      if (Object.keys(change).some((name) => name !== "sidebarWidth"))
        await services.dataChanged.emit("user");
      if ("liveDays" in change || "liveMegabytes" in change) services.live.schedule();
      return settings;
    },
    "site.switch": async ({ site: named, on }) => {
      // Any host of an outlet switches the whole outlet. A site that no data set names has nothing to switch.
      const outlets = await library.lookUp(async (segments) =>
        Promise.all((await segments).map((segment) => segment.outlet(named))),
      );
      const outlet = outlets.find((one) => one !== null);
      const site = outlet?.site ?? named;
      if (!on && outlet === undefined) return settingsItem.read();
      const settings = await settingsItem.change((before) => {
        const others = before.sitesOff.filter((other) => other !== site);
        return { ...before, sitesOff: on ? others : [...others, site].sort() };
      });
      await services.dataChanged.emit("user");
      if (on) await startInOpenTabs(outletPatternsOf([site]));
      return settings;
    },
    ...createOutletHandlers(services),
    ...createImportHandlers(services),
    ...dataSetHandlers,
    ...correctionHandlers,
    ...liveHandlers,
    ...publishedHandlers,
    ...createIntroductionHandlers(services),
    ...createTodayHandlers(services),
    ...keptHandlers,
    "notice.dismiss": async () => {
      await dismissNotice();
      return status();
    },
    reset: async (_request, sender) => {
      await Promise.all([
        ...FORGOTTEN.map((item) => item.remove()),
        clearCorrections(),
        clearSiteForms(),
      ]);
      await views.updates.correctionsChanged();
      const isListed = ({ removedAt }: Removable) => removedAt === null;
      for (const { id } of (await readDataSets()).filter(isListed))
        await dataSetHandlers["dataSet.delete"]({ type: "dataSet.delete", id }, sender);
      for (const { id } of (await readPublishedSets()).filter(isListed))
        await publishedHandlers["published.remove"]({ type: "published.remove", id }, sender);
      const ids = (await readOutlets()).map(({ id }) => id);
      await liveHandlers["outlets.remove"]({ type: "outlets.remove", ids }, sender);
      await services.dataChanged.emit("user");
      return status();
    },
  };
}
