import type { OutletProfileAnswer } from "../../core/protocol/outlet-profile.ts";
import type { Reading } from "../../core/readings/reading.ts";
import { OUTLET } from "../../test/components/answers.ts";
import { liveStatus, manyOutlets } from "../../test/fixtures/live-outlets.ts";
import { READING } from "../../test/fixtures/readings.ts";
import { SAVED, SAVED_BEFORE } from "../../test/fixtures/saved-stories.ts";
import { todayAnswer } from "../../test/fixtures/today-stories.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpPage } from "../../test/harness/made-up-page.ts";
import { madeUpToday } from "../../test/harness/made-up-today.ts";
import { shootAll, unfold } from "./shoot.ts";

/** A domain of the list of outlets to choose from, so that owner and kind are shown. */
const LISTED = "bbc.com";

/** What the user keeps: saved stories and what was read, on the page "Today"; and the profile of an outlet. */
export async function shootKept(browser: DrivenBrowser): Promise<void> {
  const now = Date.now();
  const answer = { ...todayAnswer(now), hidden: 3 };
  const live = liveStatus(manyOutlets(8, now));
  for (const language of ["en", "ar"]) {
    const kept = {
      "saved.list": [SAVED_BEFORE, SAVED],
      "readings.list": { readings: readings(now), isKept: true },
    };
    const page = await madeUpToday(browser, { answer, live, kept }, language);
    await shootAll(page, `kept-stories-${language}`, { height: 1500 });
    await page.click(".today-tab:nth-child(2)");
    await page.waitForSelector(".saved");
    await unfold(page);
    await page.click(".saved-tools button");
    await shootAll(page, `kept-saved-${language}`, { height: 1200 });
    await page.click(".today-tab:nth-child(3)");
    await page.waitForSelector(".balance");
    await unfold(page);
    await shootAll(page, `kept-reading-${language}`, { isFullPage: true });
    await page.close();
    const none = { "readings.list": { readings: [], isKept: false } };
    const empty = await madeUpToday(browser, { answer, live, kept: none }, language);
    await empty.click(".today-tab:nth-child(3)");
    await empty.waitForSelector(".readings");
    await shootAll(empty, `kept-reading-off-${language}`);
    await empty.close();
    const told = { updates: [], answers: { "outlet.profile": PROFILE } };
    const outlet = await madeUpPage(browser, `outlet.html?domain=${LISTED}`, told, {
      drawn: ".outlet-part",
      language,
    });
    await shootAll(outlet, `outlet-profile-${language}`, { height: 1100 });
    await outlet.close();
  }
}

function readings(now: number): Reading[] {
  const outlets = [
    ["Harbour Courier", "courier.example"],
    ["BBC News", "bbc.com"],
    ["Le Monde", "lemonde.fr"],
    ["صحيفة الميناء", "port.example"],
  ] as const;
  return Array.from({ length: 14 }, (_, i) => {
    const [outlet, domain] = outlets[[0, 1, 1, 2, 1, 3, 1][i % 7] ?? 0] ?? outlets[0];
    const url = `https://${domain}/${i}`;
    return { ...READING, outlet, domain, url, story: [i >> 1, 100 + i], at: now - (14 - i) * 3e6 };
  });
}

const PROFILE: OutletProfileAnswer = {
  known: { ...OUTLET, name: "BBC News", site: LISTED },
  latest: {
    ...{ read: 24, changed: 2 },
    topics: ["Ferries", "Storm", "Port Ellery"].map((topic) => ({ topic, articles: 2 })),
  },
  week: {
    ...{ articles: 12, reprints: 3 },
    record: { outlet: "BBC News", stories: 9, first: 4, lead: 21 * 60_000 },
  },
  preference: "preferred",
};
