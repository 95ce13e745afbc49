import { join } from "node:path";
import { BUSY } from "../../test/fixtures/busy-data-set.ts";
import { FOUND, foundAnswer } from "../../test/fixtures/found-stories.ts";
import { answeredSidebar } from "../../test/harness/answered-sidebar.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpSidebar } from "../../test/harness/made-up-sidebar.ts";
import { wholeCards } from "../../test/harness/view.ts";
import { FIGURES, setUp, shoot, shootBesidePage, unfold } from "./shoot.ts";

/** The sidebar on pages of the made-up data set, and as a sheet of a small window. */
export async function shootSidebar(browser: DrivenBrowser): Promise<void> {
  for (const scheme of ["light", "dark"] as const)
    for (const [state, address] of Object.entries(BUSY)) {
      const page = await browser.newPage();
      await setUp(page, 1280, 800, scheme);
      await page.goto(address);
      const view = await answeredSidebar(browser, page);
      await shoot(page, `sidebar-${state}-${scheme}`);
      if (state === "forty" && scheme === "light") {
        console.log(`Whole articles of 40 in sight at 1280 × 800: ${await wholeCards(view)}`);
        await shootBesidePage(page, join(FIGURES, "sidebar-forty"));
      }
      await page.close();
    }
  for (const width of [360, 768]) {
    const page = await browser.newPage();
    await setUp(page, width, 740, "light");
    await page.goto(BUSY.forty);
    const view = await answeredSidebar(browser, page);
    await shoot(page, `sidebar-forty-${width}`);
    await view.run((document) => document.querySelector<HTMLElement>(".tab")?.click());
    await shoot(page, `sidebar-forty-${width}-opened`);
    await page.close();
  }
}

/** The sidebar with stories found by their text, in full height: as it is, and with everything unfolded. */
export async function shootFound(browser: DrivenBrowser): Promise<void> {
  for (const [state, coverage] of Object.entries(FOUND)) {
    const page = await madeUpSidebar(browser, foundAnswer(coverage));
    for (const scheme of ["light", "dark", "forced"] as const)
      for (const width of [360, 768]) {
        await setUp(page, width, state === "forty" ? 1600 : 2400, scheme);
        await shoot(page, `found-${state}-${width}-${scheme}`);
      }
    await setUp(page, 360, 2400, "light");
    await unfold(page);
    await page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>(".unfold")) button.click();
    });
    await shoot(page, `found-${state}-unfolded`);
    await page.close();
  }
}
