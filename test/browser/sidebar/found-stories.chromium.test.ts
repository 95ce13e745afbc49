import { describe, expect, test } from "vitest";
import { FOUND, foundAnswer } from "../../fixtures/found-stories.ts";
import { madeUpSidebar } from "../../harness/made-up-sidebar.ts";
import { viewIn } from "../../harness/view.ts";
import { violations } from "../accessibility/axe.ts";
import { unfoldCards, useBrowser } from "../session.ts";

const session = useBrowser(() => ({ body: "" }));

describe("in a sidebar with stories found by their text, all unfolded", () => {
  test.each(Object.entries(FOUND))("axe finds no violation: %s", async (_, coverage) => {
    const page = await madeUpSidebar(session.browser, foundAnswer(coverage));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await unfoldCards(viewIn(page));
    await page.evaluate(() => {
      for (const help of document.querySelectorAll<HTMLElement>(".help-button")) help.click();
    });
    expect(await violations(viewIn(page))).toEqual([]);
    await page.close();
  });
});
