import browser from "webextension-polyfill";
import { findCoverage } from "../core/coverage/find-coverage.ts";
import type { AddressClaim } from "../core/coverage/page-addresses.ts";
import type { PageVerdict, Status, TabCoverage } from "../core/protocol/messages.ts";
import { parseSettings } from "../core/settings/settings.ts";
import { showBadge } from "./badge.ts";
import type { IndexKeeper } from "./index-keeper.ts";
import { dismissNotice, readNotice } from "./index-state.ts";
import type { Handlers } from "./message-server.ts";
import {
  registerOverlay,
  sitePattern,
  startInOpenTabs,
  tellTab,
  tellTabs,
} from "./overlay-registration.ts";
import { changeSettings, readSettings } from "./settings-store.ts";
import { recallPage, rememberPage } from "./tab-pages.ts";

/** What the background does for each request. */
export function createHandlers(index: IndexKeeper): Handlers {
  const coverageOf = async (
    address: string,
    claims: readonly AddressClaim[],
  ): Promise<TabCoverage> => {
    const [coverage, settings] = await Promise.all([
      index.lookUp((segment) => findCoverage(segment, address, claims)),
      readSettings(),
    ]);
    return { coverage, settings, notice: await readNotice() };
  };

  const status = async (): Promise<Status> => {
    const settings = await readSettings();
    try {
      const { segment, builtAt } = await index.open();
      const { dataSet, articles, outlets } = segment.meta;
      return {
        settings,
        notice: await readNotice(),
        index: { dataSet, articles, outlets, builtAt },
      };
    } catch (error) {
      console.error("Second Source: no index", error);
      return { settings, notice: await readNotice(), index: null };
    }
  };

  /** Brings the content script's registration and the open tabs in line with the settings. */
  const applyToPages = async (): Promise<void> => {
    const { segment } = await index.open();
    const { patterns } = segment.meta;
    await registerOverlay(patterns, (await readSettings()).sitesOff);
    await tellTabs(patterns, { type: "overlay.refresh" });
  };

  const showAnswer = async (tab: number, { coverage, settings }: TabCoverage): Promise<void> => {
    const isOff = coverage.kind !== "none" && settings.sitesOff.includes(coverage.site);
    await showBadge(tab, isOff ? { kind: "none" } : coverage);
  };

  return {
    "page.seen": async ({ url: stated, claims }, { tab, url: vouched }): Promise<PageVerdict> => {
      const url = URL.parse(stated)?.origin === new URL(vouched).origin ? stated : vouched;
      const answer = await coverageOf(url, claims);
      const { coverage, settings } = answer;
      const none: PageVerdict = { sidebar: "none", width: settings.sidebarWidth };
      if (coverage.kind === "none" || tab === undefined) return none;
      await showAnswer(tab, answer);
      if (settings.sitesOff.includes(coverage.site)) return none;
      await rememberPage(tab, { url, claims });
      if (coverage.kind === "outlet" || settings.sidebar === "off") return none;
      return { sidebar: settings.sidebar, width: settings.sidebarWidth };
    },
    "coverage.ofOwnTab": async (_request, { tab }) => {
      const page = tab === undefined ? null : await recallPage(tab);
      return coverageOf(page?.url ?? "", page?.claims ?? []);
    },
    "coverage.ofTab": async ({ tab, url, claims }) => {
      const answer = await coverageOf(url, claims);
      await Promise.all([rememberPage(tab, { url, claims }), showAnswer(tab, answer)]);
      return answer;
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
      if (Object.keys(change).some((name) => name !== "sidebarWidth")) await applyToPages();
      return settings;
    },
    "site.switch": async ({ site: named, on }) => {
      // A host of an outlet stands for the whole outlet; a site no data names has nothing to switch.
      const outlet = await index.lookUp((segment) => segment.outlet(named));
      const site = outlet?.site ?? named;
      if (!on && outlet === null) return readSettings();
      const settings = await changeSettings((before) => {
        const others = before.sitesOff.filter((other) => other !== site);
        return { ...before, sitesOff: on ? others : [...others, site].sort() };
      });
      await applyToPages();
      if (on) await startInOpenTabs([sitePattern(site)]);
      return settings;
    },
    "index.rebuild": async () => {
      await index.rebuild();
      await applyToPages();
      return status();
    },
    "notice.dismiss": async () => {
      await dismissNotice();
      return status();
    },
    reset: async () => {
      await browser.storage.local.clear();
      await index.rebuild();
      await applyToPages();
      return status();
    },
  };
}
