import { hasStory } from "../../core/coverage/has-story.ts";
import { pageKey } from "../../core/page/page-key.ts";
import type { PageVerdict } from "../../core/protocol/messages.ts";
import type { Handlers } from "../messages/message-server.ts";
import { reportError } from "../report-error.ts";
import { settingsItem } from "../storage/stored-items.ts";
import { NO_ANSWER } from "../tabs/tab-answers.ts";
import { isOff, type OpenViews, showCount, shownAnswer } from "./open-views.ts";

type PageRequests = "page.key" | "page.seen" | "coverage.ofTab";

/** What the background does for requests about the page that a tab shows. */
export function createPageHandlers({ answers, updates }: OpenViews): Pick<Handlers, PageRequests> {
  return {
    "page.key": async ({ url }) => pageKey(url),
    "page.seen": async (
      { url: stated, claims, statement },
      { tab, url: vouched },
    ): Promise<PageVerdict> => {
      const url = URL.parse(stated)?.origin === new URL(vouched).origin ? stated : vouched;
      const page = { url, claims, statement };
      const [answer, settings] = await Promise.all([
        tab === undefined ? NO_ANSWER : answers.answer(tab, page),
        settingsItem.read(),
      ]);
      const { sidebar, sidebarWidth: width } = settings;
      const none: PageVerdict = { sidebar: "none", width };
      if (tab === undefined) return none;
      const isShown = answer.coverage.kind !== "none" && !isOff(answer, settings);
      // The page waits for the verdict alone.
      void (isShown ? answers.remember(tab, page) : answers.forget(tab)).catch(
        reportError("a tab's page"),
      );
      void showCount(tab, answer, settings);
      void updates.answerChanged((view) => view.tab === tab);
      return isShown && hasStory(answer.coverage)
        ? { sidebar: sidebar === "off" ? "none" : sidebar, width }
        : none;
    },
    "coverage.ofTab": async ({ tab, url, claims, statement }) => {
      const page = { url, claims, statement };
      const answer = await answers.answer(tab, page);
      const shown = await shownAnswer(answer, { subscription: { view: "popup", tab } });
      await Promise.all([answers.remember(tab, page), showCount(tab, answer, shown.settings)]);
      return shown;
    },
  };
}
