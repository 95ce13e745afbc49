import type { Page } from "puppeteer-core";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { madeUpPage } from "./made-up-page.ts";

/** The page that compares headlines in Chromium, with a made-up answer and text of the open page. */
export function madeUpComparison(
  browser: DrivenBrowser,
  answer: TabCoverage,
  pageText: string,
  language?: string,
): Promise<Page> {
  const updates = [{ type: "answer", result: { ok: true, value: answer } }] as const;
  return madeUpPage(
    browser,
    "compare.html?tab=1",
    { updates, pageText },
    { drawn: ".headlines, .message", language },
  );
}
