import browser from "webextension-polyfill";
import { findCoverage } from "../../core/coverage/find-coverage.ts";
import { pageFacts } from "../../core/page/page-facts.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { type OpenView, ViewPorts } from "../messages/view-ports.ts";
import { reportError } from "../report-error.ts";
import { readCorrections, readKeptCorrections } from "../storage/corrections-store.ts";
import { readLiveSummary } from "../storage/live-summary-store.ts";
import { readNotice } from "../storage/notices.ts";
import { keepReading } from "../storage/readings-store.ts";
import { settingsItem } from "../storage/stored-items.ts";
import { showBadge } from "../tabs/badge.ts";
import { isPrivateTab } from "../tabs/private-tab.ts";
import { NO_ANSWER, type PageAnswer, TabAnswers } from "../tabs/tab-answers.ts";
import type { TabPage } from "../tabs/tab-pages.ts";
import { createLiveHandlers } from "./live-handlers.ts";
import { createPublishedHandlers } from "./published-handlers.ts";
import { readStatus } from "./read-status.ts";
import type { Services } from "./services.ts";
import { ViewUpdater } from "./view-updater.ts";

/** What the background keeps and sends for the views that are open. */
export interface OpenViews {
  readonly answers: TabAnswers;
  readonly updates: ViewUpdater;
  /** Looks up a page that no tab shows. */
  lookUp(page: TabPage): Promise<PageAnswer>;
}

/** Must be called while the background script first runs: it takes the connections of views. */
export function createOpenViews(services: Services): OpenViews {
  const ports = new ViewPorts();
  const answers = new TabAnswers(
    (page) => lookUp(services, page),
    (tab) => ports.open().some((view) => view.tab === tab),
  );
  const updates = new ViewUpdater({
    ports,
    async answer(view) {
      const answer = view.tab === undefined ? NO_ANSWER : await answers.last(view.tab);
      const shown = await shownAnswer(answer, view);
      // The count on the button depends on the user's corrections.
      if (view.tab !== undefined && answer !== NO_ANSWER)
        void showCount(view.tab, answer, shown.settings);
      return shown;
    },
    async keptAnswer(view) {
      const kept = view.tab === undefined ? null : await answers.kept(view.tab);
      return kept && shownAnswer(kept, view);
    },
    status: () => readStatus(services),
    outlets: createLiveHandlers(services).status,
    published: createPublishedHandlers(services).status,
    corrections: async () => (await readKeptCorrections()).pairs,
    today: async () => services.today.state(),
  });
  ports.listen((view) => updates.subscribed(view));
  services.progressed.on(() => updates.stateChanged());
  services.dataChanged.on(() => {
    answers.outdate();
    updates.dataChanged();
  });
  // This storage holds all settings, and also the state of much background work.
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "local") updates.stateChanged();
  });
  return { answers, updates, lookUp: (page) => lookUp(services, page) };
}

/** Whether the user has switched the extension off on the site of this answer's page. */
export function isOff({ coverage }: PageAnswer, { sitesOff }: Settings): boolean {
  return coverage.kind !== "none" && sitesOff.includes(coverage.site);
}

/** Shows on the toolbar button of a tab how many articles its answer has. */
export async function showCount(
  tab: number,
  answer: PageAnswer,
  settings: Settings,
): Promise<void> {
  await showBadge(tab, isOff(answer, settings) ? { kind: "none" } : answer.coverage);
}

/**
 * Keeps that the user has opened the page of an answer, however it was looked up: by itself, or because the user asked. Only if
 * the user wants what is read to be kept, not on a site that is switched off, and never in a private window.
 */
export function keepOpened(tab: number, answer: PageAnswer, settings: Settings): void {
  if (isOff(answer, settings)) return;
  keepReading(answer, () => isPrivateTab(tab), Date.now()).catch(reportError("readings"));
}

async function lookUp(
  { library, loadCountryNames }: Services,
  { url, claims, statement }: TabPage,
): Promise<PageAnswer> {
  const facts = statement && pageFacts(statement, url, Date.now());
  const coverage = await library.lookUp((segments) =>
    findCoverage(segments, url, claims, { facts, readCorrections, loadCountryNames }),
  );
  return { address: url, coverage, facts };
}

/** An answer with what a view needs to show it. */
export async function shownAnswer(
  answer: PageAnswer,
  { subscription }: Pick<OpenView, "subscription">,
): Promise<TabCoverage> {
  const [settings, notice, live] = await Promise.all([
    settingsItem.read(),
    readNotice(),
    subscription.view === "popup" ? readLiveSummary(Date.now()) : null,
  ]);
  return { ...answer, settings, notice, live };
}
