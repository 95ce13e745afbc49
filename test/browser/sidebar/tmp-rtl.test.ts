import { expect, test } from "vitest";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { click, FUTURISM, unfoldCards, useBrowser } from "../session.ts";
const session = useBrowser((url) => ({ body: standInPage({ title: "A story", site: url.host }) }), { language: "ar" });
test("rtl", async () => {
  const page = await session.open(FUTURISM);
  await page.setViewport({ width: 1100, height: 800 });
  const view = await session.sidebar(page);
  await unfoldCards(view);
  await page.screenshot({ path: "/tmp/marks-rtl-sidebar.png" });
  await click(view, ".list-foot button:last-child");
  const opened = await session.browser.openedPage("/citations.html");
  await waitFor("the preview", () => opened.view.run((document) => document.querySelector(".citations-preview") !== null || null));
  for (const width of [360, 1100]) {
    await opened.page.setViewport({ width, height: 900 });
    await new Promise((r) => setTimeout(r, 400));
    await opened.page.screenshot({ path: `/tmp/marks-rtl-cite-${width}.png` });
  }
  await opened.page.select(".citations-choice label:last-child select", "csv");
  await new Promise((r) => setTimeout(r, 400));
  await opened.page.screenshot({ path: `/tmp/marks-rtl-cite-csv.png` });
  expect(1).toBe(1);
});
