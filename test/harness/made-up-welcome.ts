import type { Page } from "puppeteer-core";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { Status, TabCoverage } from "../../core/protocol/responses.ts";
import type { TodayAnswer } from "../../core/protocol/today.ts";
import { parseSettings } from "../../core/settings/settings.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { madeUpPage } from "./made-up-page.ts";

/** What the introduction is told. */
export interface MadeUpWelcome {
  /** The outlets that the user follows. */
  readonly live: LiveStatus;
  readonly example: TabCoverage | null;
  /** The stories that the first check has found; default none yet, as they are still being compared. */
  readonly stories?: TodayAnswer;
  /** Whether the user allows the sites when the browser asks; default yes. */
  readonly allows?: boolean;
}

const STATUS: Status = {
  settings: parseSettings({}),
  notice: null,
  dataSets: [],
  deleted: [],
  job: null,
  canImport: true,
};

/** The introduction in Chromium with made-up outlets and stories. Its list of outlets to choose from is the real one. */
export function madeUpWelcome(
  browser: DrivenBrowser,
  { live, example, stories, allows = true }: MadeUpWelcome,
  language?: string,
): Promise<Page> {
  const progress = stories === undefined ? 0.4 : null;
  const told = {
    updates: [
      { type: "status", result: { ok: true, value: STATUS } },
      { type: "outlets", result: { ok: true, value: live } },
      { type: "today", result: { ok: true, value: { revision: 1, progress } } },
    ],
    answers: {
      "introduction.start": { example, chosen: null },
      "today.stories": stories ?? null,
    },
    ...(stories === undefined && { unanswered: "today.stories" }),
    allows,
  } as const;
  const drawn = live.outlets.length > 0 ? ".checks" : ".chip";
  return madeUpPage(browser, "welcome.html#made-up", told, { drawn, language });
}
