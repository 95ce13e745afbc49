import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, relatedTitles, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }));

const toggle = () => session.browser.pressShortcut("toggle-sidebar", "Alt+Shift+O");
const next = () => session.browser.pressShortcut("next-article", "Alt+Shift+N");
const previous = () => session.browser.pressShortcut("previous-article", "Alt+Shift+K");

/** The title of the article that has the focus in a view. */
const focusedTitle = (view: View) =>
  view.run((document) => document.activeElement?.closest(".card-title")?.textContent ?? "");
/** Whether the keyboard is in the sidebar of a page. */
const isInSidebar = (page: Page) =>
  page.evaluate(() => document.activeElement === document.documentElement.lastElementChild);

/** Gives the commands keys, as the user does in the browser's list. */
async function setKeys(): Promise<void> {
  if (session.browser.name === "chromium") return;
  const { page, view } = await session.browser.openExtensionPage("options.html");
  await view.run(async () => {
    const { browser } = globalThis as unknown as { browser: Extension };
    await browser.commands.update({ name: "next-article", shortcut: "Alt+Shift+N" });
    await browser.commands.update({ name: "previous-article", shortcut: "Alt+Shift+K" });
  });
  await page.close();
}

test("the browser gives the commands the keys that are suggested, and the options list them", async () => {
  const { page, view } = await session.browser.openExtensionPage("options.html");
  await expect
    .poll(() =>
      view.run((document) =>
        Array.from(document.querySelectorAll(".shortcuts dd"), (keys) => keys.textContent),
      ),
    )
    .toEqual(["Alt+Shift+S", "Alt+Shift+O", "Alt+Shift+D", "none", "none"]);
  await page.close();
});

test("a shortcut closes and opens the sidebar", async () => {
  const page = await session.open(FUTURISM);
  await session.sidebar(page);
  await toggle();
  await waitFor("the sidebar to go", async () =>
    (await session.browser.sidebar(page)) === null ? true : null,
  );
  await toggle();
  expect(await relatedTitles(await session.sidebar(page))).toHaveLength(3);
  expect(await isInSidebar(page)).toBe(true);
  await page.close();
});

test("commands go from the page through the articles of its sidebar", async () => {
  await setKeys();
  const page = await session.open(FUTURISM);
  const view = await session.sidebar(page);
  const [first = "", second = ""] = await relatedTitles(view);
  expect(await isInSidebar(page)).toBe(false);
  await next();
  await expect.poll(() => focusedTitle(view)).toBe(first);
  await expect.poll(() => isInSidebar(page)).toBe(true);
  await next();
  await expect.poll(() => focusedTitle(view)).toBe(second);
  await previous();
  await expect.poll(() => focusedTitle(view)).toBe(first);
  await page.close();
});

test("and open the sidebar where it is closed", async () => {
  const page = await session.open(FUTURISM);
  await session.sidebar(page);
  await toggle();
  await waitFor("the sidebar to go", async () =>
    (await session.browser.sidebar(page)) === null ? true : null,
  );
  await next();
  const view = await session.sidebar(page);
  const [first = ""] = await relatedTitles(view);
  await next();
  await expect.poll(() => focusedTitle(view)).toBe(first);
  await page.close();
});

interface Extension {
  readonly commands: { update(details: { name: string; shortcut: string }): Promise<void> };
}
