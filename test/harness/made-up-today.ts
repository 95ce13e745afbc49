import type { Page } from "puppeteer-core";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { SearchAnswer, TodayAnswer } from "../../core/protocol/today.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { madeUpPage } from "./made-up-page.ts";

/** What the page is told; `null` is never answered. */
export interface MadeUpToday {
  readonly answer: TodayAnswer | null;
  readonly live: LiveStatus;
  readonly search?: SearchAnswer;
  /** What the user keeps, by the type of the request. */
  readonly kept?: Readonly<Record<string, unknown>>;
}

/** The page "Today" in Chromium with made-up stories. */
export function madeUpToday(
  browser: DrivenBrowser,
  { answer, live, search, kept }: MadeUpToday,
  language?: string,
): Promise<Page> {
  const told = {
    updates: [
      { type: "outlets", result: { ok: true, value: live } },
      { type: "today", result: { ok: true, value: { revision: 1, progress: null } } },
    ],
    answers: { "saved.list": [], ...kept, "today.stories": answer, search: search ?? null },
    ...(answer === null && { unanswered: "today.stories" }),
  } as const;
  const drawn = answer === null ? ".loading" : ".stories, .message";
  return madeUpPage(browser, "today.html", told, { drawn, language });
}
