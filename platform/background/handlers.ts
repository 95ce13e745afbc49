import browser from "webextension-polyfill";
import { findCoverage } from "../../core/coverage/find-coverage.ts";
import { hasStory } from "../../core/coverage/has-story.ts";
import { pageFacts } from "../../core/page/page-facts.ts";
import { pagePlace } from "../../core/page/page-place.ts";
import type { PageVerdict, TabCoverage } from "../../core/protocol/messages.ts";
import { parseSettings } from "../../core/settings/settings.ts";
import type { Handlers } from "../messages/message-server.ts";
import { clearCorrections, readCorrections } from "../storage/corrections-store.ts";
import { readLiveSummary } from "../storage/live-summary-store.ts";
import { dismissNotice, readNotice } from "../storage/notices.ts";
import { changeSettings, readSettings, resetSettings } from "../storage/settings-store.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import { showBadge } from "../tabs/badge.ts";
import { sitePattern, startInOpenTabs, tellTab } from "../tabs/overlay-registration.ts";
import { recallPage, rememberPage, type TabPage } from "../tabs/tab-pages.ts";
import { createCorrectionHandlers } from "./correction-handlers.ts";
import { createDataSetHandlers } from "./data-set-handlers.ts";
import { createLiveHandlers } from "./live-handlers.ts";
import type { Services } from "./services.ts";

/** What the background does for each request. */
export function createHandlers(services: Services): Handlers {
  const { library, loadCountryNames } = services;
  const { status, ...dataSetHandlers } = createDataSetHandlers(services);
  const liveHandlers = createLiveHandlers(services);
  const correctionHandlers = createCorrectionHandlers();
  const coverageOf = async ({ url, claims, statement }: TabPage): Promise<TabCoverage> => {
    const facts = statement && pageFacts(statement, url, Date.now());
    const [coverage, settings] = await Promise.all([
      library.lookUp((segments) =>
        findCoverage(segments, url, claims, { facts, readCorrections, loadCountryNames }),
      ),
      readSettings(),
    ]);
    return { address: url, coverage, facts, settings, notice: await readNotice(), live: null };
  };

  const showAnswer = async (tab: number, { coverage, settings }: TabCoverage): Promise<void> => {
    const isOff = coverage.kind !== "none" && settings.sitesOff.includes(coverage.site);
    await showBadge(tab, isOff ? { kind: "none" } : coverage);
  };

  return {
    "page.at": async ({ url }) => pagePlace(url),
    "page.seen": async (
      { url: stated, claims, statement },
      { tab, url: vouched },
    ): Promise<PageVerdict> => {
      const url = URL.parse(stated)?.origin === new URL(vouched).origin ? stated : vouched;
      const page = { url, claims, statement };
      const answer = await coverageOf(page);
      const { coverage, settings } = answer;
      const none: PageVerdict = { sidebar: "none", width: settings.sidebarWidth };
      if (coverage.kind === "none" || tab === undefined) return none;
      await showAnswer(tab, answer);
      if (settings.sitesOff.includes(coverage.site)) return none;
      await rememberPage(tab, page);
      if (!hasStory(coverage) || settings.sidebar === "off") return none;
      return { sidebar: settings.sidebar, width: settings.sidebarWidth };
    },
    "coverage.ofOwnTab": async (_request, { tab }) => {
      const page = tab === undefined ? null : await recallPage(tab);
      const answer = await coverageOf(page ?? { url: "", claims: [], statement: null });
      // The count on the button follows what the reader has said since.
      if (tab !== undefined && page !== null) await showAnswer(tab, answer);
      return answer;
    },
    "coverage.ofTab": async ({ tab, url, claims, statement }) => {
      const page = { url, claims, statement };
      const [answer, live] = await Promise.all([coverageOf(page), readLiveSummary(Date.now())]);
      await Promise.all([rememberPage(tab, page), showAnswer(tab, answer)]);
      return { ...answer, live };
    },
    frame: async ({ frame }, { tab }) => {
      if (tab !== undefined) await tellTab(tab, { type: "overlay.frame", frame });
      return null;
    },
    "options.open": async () => {
      await browser.runtime.openOptionsPage();
      return null;
    },
    status,
    "settings.change": async ({ change }) => {
      const settings = await changeSettings((before) => parseSettings({ ...before, ...change }));
      // The width belongs to the sidebar that is being dragged; the rest to every page.
      if (Object.keys(change).some((name) => name !== "sidebarWidth"))
        await services.dataChanged.emit("user");
      if ("liveDays" in change || "liveMegabytes" in change) services.live.schedule();
      return settings;
    },
    "site.switch": async ({ site: named, on }) => {
      // A host of an outlet stands for the whole outlet; a site no data names has nothing to switch.
      const outlets = await library.lookUp(async (segments) =>
        Promise.all((await segments).map((segment) => segment.outlet(named))),
      );
      const outlet = outlets.find((one) => one !== null);
      const site = outlet?.site ?? named;
      if (!on && outlet === undefined) return readSettings();
      const settings = await changeSettings((before) => {
        const others = before.sitesOff.filter((other) => other !== site);
        return { ...before, sitesOff: on ? others : [...others, site].sort() };
      });
      await services.dataChanged.emit("user");
      if (on) await startInOpenTabs([sitePattern(site)]);
      return settings;
    },
    ...dataSetHandlers,
    ...correctionHandlers,
    ...liveHandlers,
    "notice.dismiss": async () => {
      await dismissNotice();
      return status();
    },
    reset: async (_request, sender) => {
      await Promise.all([resetSettings(), clearCorrections()]);
      const ids = (await readOutlets()).map(({ id }) => id);
      await liveHandlers["outlets.remove"]({ type: "outlets.remove", ids }, sender);
      await services.bundled.rebuild();
      await services.dataChanged.emit("user");
      return status();
    },
  };
}
