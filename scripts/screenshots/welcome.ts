import { welcomeStates } from "../../test/fixtures/welcome-states.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpWelcome } from "../../test/harness/made-up-welcome.ts";
import { shootAll, unfold } from "./shoot.ts";

/** The introduction at each of its steps: the choice, the refusal, the check, and what it found. */
export async function shootWelcome(browser: DrivenBrowser): Promise<void> {
  for (const [state, told] of Object.entries(welcomeStates(Date.now())))
    for (const language of ["en", "de", "ar"]) {
      const page = await madeUpWelcome(browser, told, language);
      if (state === "refused") {
        await page.click(".welcome-follow");
        await page.waitForSelector(".welcome-trouble:not(:empty)");
      }
      await shootAll(page, `welcome-${state}-${language}`, { isFullPage: true });
      if (state === "choose" && language === "en") {
        await unfold(page);
        await page.type(".welcome input[type=search]", "guardian");
        await page.waitForSelector(".outlet-choices");
        await shootAll(page, "welcome-more-en", { isFullPage: true });
      }
      await page.close();
    }
}
