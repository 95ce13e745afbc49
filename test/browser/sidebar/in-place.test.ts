import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { RECORD } from "../data-sets/harbour.ts";
import { useFolder } from "../own-folder.ts";
import { FUTURISM, relatedOutlets, useBrowser } from "../session.ts";

const session = useBrowser(({ host }) => ({ body: standInPage({ title: "A page", site: host }) }));

const { file } = useFolder();

/** Marks the document of a view, so that it can be recognised, and returns its scroll position. */
const mark = (view: View) =>
  view.run((document) => {
    document.documentElement.dataset["mark"] = "seen";
    document.documentElement.style.minHeight = "4000px";
    document.defaultView?.scrollTo(0, 40);
  });
const isMarked = (view: View) =>
  view.run((document) => document.documentElement.dataset["mark"] === "seen");
const scrolledTo = (view: View) => view.run((document) => document.defaultView?.scrollY);

/** Makes the page's tab the one in front, as the user does on coming back to it: only then is it asked about. */
async function comeBackTo(page: Page): Promise<void> {
  await page.bringToFront();
  await waitFor("the page to be in front", async () =>
    (await page.evaluate(() => document.visibilityState === "visible")) ? true : null,
  );
}

test("an open sidebar stays, with its scroll position, while settings and data sets change", async () => {
  const page = await session.open(FUTURISM);
  const sidebar = await session.sidebar(page);
  await mark(sidebar);
  const options = await OptionsPage.open(session.browser);
  await options.ask({ type: "settings.change", change: { remoteImages: true } });
  await options.add("Harbour", [file("harbour.json", JSON.stringify(RECORD))], "toolbar");
  await options.waitForStories();
  await options.close();
  await comeBackTo(page);
  await session.browser.stopBackground();
  expect(await session.hasSidebar(page)).toBe(true);
  expect(await isMarked(sidebar)).toBe(true);
  expect(await scrolledTo(sidebar)).toBe(40);
  expect(await relatedOutlets(sidebar)).toHaveLength(3);
  await page.close();
});

test("a sidebar that the user has closed stays closed when something changes", async () => {
  const page = await session.open(FUTURISM);
  const sidebar = await session.sidebar(page);
  await sidebar.run((document) => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  await waitFor("the sidebar to close", async () =>
    (await session.browser.sidebar(page)) === null ? true : null,
  );
  const options = await OptionsPage.open(session.browser);
  await options.ask({ type: "settings.change", change: { remoteImages: false } });
  await options.close();
  await comeBackTo(page);
  expect(await session.hasSidebar(page)).toBe(false);
  await page.close();
  const again = await OptionsPage.open(session.browser);
  await again.ask({ type: "reset" });
  await again.close();
});

test("a tab that is open gets the sidebar once there is one to show", async () => {
  const options = await OptionsPage.open(session.browser);
  await options.ask({ type: "settings.change", change: { sidebar: "off" } });
  const page = await session.open(FUTURISM);
  expect(await session.hasSidebar(page)).toBe(false);
  await options.ask({ type: "settings.change", change: { sidebar: "open" } });
  await options.close();
  await comeBackTo(page);
  expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
  await page.close();
});

test("the options show what another page changes, without a request", async () => {
  const options = await OptionsPage.open(session.browser);
  const other = await OptionsPage.open(session.browser);
  await other.ask({ type: "settings.change", change: { sidebar: "tab" } });
  await expect
    .poll(() => options.view.run((document) => document.querySelector("select")?.value))
    .toBe("tab");
  await other.ask({ type: "settings.change", change: { sidebar: "open" } });
  await other.close();
  await options.close();
});
