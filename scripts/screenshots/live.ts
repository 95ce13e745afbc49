import {
  liveOutlet,
  liveStatus,
  manyOutlets,
  outletsInEveryState,
} from "../../test/fixtures/live-outlets.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpOptions } from "../../test/harness/made-up-options.ts";
import { shootAll } from "./shoot.ts";

/** Live outlets: none, a few in every state, many that are not allowed, and many during a poll. */
export async function shootLive(browser: DrivenBrowser): Promise<void> {
  const now = Date.now();
  const notAllowed = manyOutlets(60, now).map((outlet, i) =>
    i < 20 ? outlet : { ...outlet, health: "not-allowed" as const },
  );
  const states = {
    none: liveStatus([]),
    one: liveStatus([liveOutlet("Le Matin du Port", now)]),
    every: liveStatus(outletsInEveryState(now), { waitsFor: "connection" }),
    "not-allowed": liveStatus(notAllowed),
    many: liveStatus(manyOutlets(200, now), { round: { done: 63, total: 200 } }),
  };
  for (const [state, outlets] of Object.entries(states))
    for (const language of state === "every" ? ["en", "de", "ar"] : ["en"]) {
      const page = await madeUpOptions(browser, { outlets }, language);
      await shootAll(page, `live-${state}-${language}`, { part: ".live" });
      await page.close();
    }
}

/** The choice from the list of outlets: as it opens, and with a few chosen. */
export async function shootPicker(browser: DrivenBrowser): Promise<void> {
  for (const language of ["en", "es", "ar"]) {
    const page = await madeUpOptions(browser, { outlets: liveStatus([]) }, language);
    await page.click(".live-empty .button");
    await page.waitForSelector(".outlet-choices");
    if (language === "en") await shootAll(page, "picker-opened-en");
    for (const choice of (await page.$$(".outlet-choices input")).slice(0, 5))
      await choice.evaluate((input) => (input as HTMLInputElement).click());
    await shootAll(page, `picker-chosen-${language}`);
    await page.close();
  }
}
