import { liveStatus, manyOutlets } from "../../test/fixtures/live-outlets.ts";
import { ferrySearch, todayAnswer } from "../../test/fixtures/today-stories.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { type MadeUpToday, madeUpToday } from "../../test/harness/made-up-today.ts";
import { setUp, shootAll, unfold } from "./shoot.ts";

/** The page "Today": stories, a search, and the states in which there are none. */
export async function shootToday(browser: DrivenBrowser): Promise<void> {
  const now = Date.now();
  const answer = todayAnswer(now);
  const none = { ...answer, stories: [], total: 0, shared: 0, single: 0, following: 0 };
  const live = liveStatus(manyOutlets(8, now));
  const states: Readonly<Record<string, MadeUpToday>> = {
    stories: { answer, live, search: ferrySearch(now) },
    loading: { answer: null, live },
    nothing: { answer: none, live },
    "no-outlets": { answer: { ...none, outlets: [] }, live: liveStatus([]) },
  };
  for (const [state, told] of Object.entries(states))
    for (const language of state === "stories" ? ["en", "de", "ar"] : ["en"]) {
      const page = await madeUpToday(browser, told, language);
      const shootState = (name: string) =>
        shootAll(page, `today-${name}-${language}`, { height: 1800 });
      await shootState(state);
      if (state === "stories" && language === "en") {
        await setUp(page, 768, 900, "light");
        await unfold(page);
        await shootState("unfolded");
        await page.type("input[type=search]", "ferry");
        await page.waitForSelector(".found-list");
        await shootState("search");
      }
      await page.close();
    }
}
