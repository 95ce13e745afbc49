import { hasCompany } from "../../core/coverage/has-story.ts";
import { linkStatement } from "../../core/page/link-statement.ts";
import { pageKey } from "../../core/page/page-key.ts";
import type { PageVerdict } from "../../core/protocol/responses.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { SiteForm } from "../../core/settings/site-form.ts";
import type { Handlers } from "../messages/message-server.ts";
import { reportError } from "../report-error.ts";
import {
  addSiteForms,
  keepSiteForm,
  readKeptSiteForms,
  readSiteForms,
  removeSiteForms,
} from "../storage/site-forms-store.ts";
import { askedLinkItem, settingsItem } from "../storage/stored-items.ts";
import { showBadge } from "../tabs/badge.ts";
import { openCitations } from "../tabs/citations-page.ts";
import { openComparison } from "../tabs/compare-page.ts";
import { isPrivateTab } from "../tabs/private-tab.ts";
import { NO_ANSWER } from "../tabs/tab-answers.ts";
import { isOff, keepOpened, type OpenViews, showCount, shownAnswer } from "./open-views.ts";

type PageRequests =
  | "page.key"
  | "page.seen"
  | `coverage.${"ofTab" | "ofLink"}`
  | "link.forget"
  | "compare.open"
  | "citations.open"
  | "sidebar.form"
  | `siteForms.${"list" | "add" | "remove"}`
  | `tab.${"own" | "forget"}`;

/** What the background does for requests about the page that a tab shows. */
export function createPageHandlers({
  answers,
  updates,
  lookUp,
}: OpenViews): Pick<Handlers, PageRequests> {
  return {
    "page.key": async ({ url }) => pageKey(url),
    "page.seen": async (
      { url: stated, claims, statement },
      { tab, url: vouched },
    ): Promise<PageVerdict> => {
      const url = URL.parse(stated)?.origin === new URL(vouched).origin ? stated : vouched;
      const page = { url, claims, statement };
      const [answer, settings, forms] = await Promise.all([
        tab === undefined ? NO_ANSWER : answers.answer(tab, page),
        settingsItem.read(),
        readSiteForms(),
      ]);
      const { sidebarWidth: width } = settings;
      const none: PageVerdict = { sidebar: "none", width };
      if (tab === undefined) return none;
      const isShown = answer.coverage.kind !== "none" && !isOff(answer, settings);
      // The page waits for the verdict alone.
      void (isShown ? answers.remember(tab, page) : answers.forget(tab)).catch(
        reportError("a tab's page"),
      );
      keepOpened(tab, answer, settings);
      void showCount(tab, answer, settings);
      void updates.answerChanged((view) => view.tab === tab);
      return isShown && hasCompany(answer.coverage)
        ? { sidebar: sidebarOn(answer.coverage.site, settings, forms), width }
        : none;
    },
    "sidebar.form": async ({ form, tab: named }, { tab = named ?? undefined }) => {
      if (tab === undefined) return null;
      const { coverage } = await answers.last(tab);
      if (coverage.kind !== "none")
        await keepSiteForm(coverage.site, form, await isPrivateTab(tab));
      return null;
    },
    "siteForms.list": readKeptSiteForms,
    "siteForms.add": ({ forms }) => addSiteForms(forms),
    "siteForms.remove": ({ sites }) => removeSiteForms(sites),
    "compare.open": async ({ other }, { tab }) => {
      if (tab !== undefined) await openComparison(tab, other);
      return null;
    },
    "citations.open": async ({ article }, { tab }) => {
      if (tab !== undefined) await openCitations(tab, article);
      return null;
    },
    "tab.own": async (_, { tab }) => tab ?? null,
    "tab.forget": async ({ tab }) => {
      await answers.forget(tab);
      await showBadge(tab, NO_ANSWER.coverage);
      return null;
    },
    "coverage.ofLink": async ({ url, text }) => {
      const answer = await lookUp({ url, claims: [], statement: linkStatement(text) });
      return shownAnswer(answer, { subscription: { view: "sidebar" } });
    },
    "link.forget": async () => {
      await askedLinkItem.remove();
      return null;
    },
    "coverage.ofTab": async ({ tab, url, claims, statement }) => {
      const page = { url, claims, statement };
      const answer = await answers.answer(tab, page);
      const shown = await shownAnswer(answer, { subscription: { view: "popup", tab } });
      keepOpened(tab, answer, shown.settings);
      await Promise.all([answers.remember(tab, page), showCount(tab, answer, shown.settings)]);
      return shown;
    },
  };
}

/** What the sidebar does by itself on a site: what the user last did there comes before the setting for all sites. */
function sidebarOn(
  site: string,
  { sidebar }: Pick<Settings, "sidebar">,
  forms: readonly SiteForm[],
): PageVerdict["sidebar"] {
  if (sidebar === "side-panel" || sidebar === "off") return "none";
  const form = forms.find((one) => one.site === site)?.form ?? sidebar;
  return form === "closed" ? "none" : form;
}
