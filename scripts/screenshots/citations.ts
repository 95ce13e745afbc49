import { BUSY } from "../../test/fixtures/busy-data-set.ts";
import { answeredSidebar } from "../../test/harness/answered-sidebar.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { shootAll } from "./shoot.ts";

/** The page "Cite and export" for a story of forty articles: as citations, as notes, as a table. */
export async function shootCitations(browser: DrivenBrowser): Promise<void> {
  const page = await browser.newPage();
  await page.goto(BUSY.forty);
  const sidebar = await answeredSidebar(browser, page);
  await sidebar.run((document) => document.querySelector<HTMLElement>(".cite-story")?.click());
  const opened = await browser.openedPage("/citations.html");
  await opened.page.waitForSelector(".citations-preview");
  for (const format of ["mla", "markdown", "csv"]) {
    await opened.page.select(".citations-choice label:last-child select", format);
    await shootAll(opened.page, `citations-${format}`);
  }
  await opened.page.close();
  await page.close();
}
