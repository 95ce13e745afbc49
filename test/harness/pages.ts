import type { Browser, Page } from "puppeteer-core";
import { WAIT } from "../timeouts.ts";
import { waitFor } from "./wait-for.ts";

/** How many characters of a page's text are listed. */
const TOLD = 300;
/** How long a page's line is at most, in characters: an error of the driver carries its whole stack. */
const LINE = 400;
/** A page that does not answer for this long, ms, is listed without its text. */
const PATIENCE = 3000;

/**
 * A new tab, in which the driver waits as long as the tests do. Firefox opens one beside a tab that it chooses, and has none
 * to offer for a moment when it closes that tab itself, as at its start.
 */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await waitFor("a new tab", () => browser.newPage());
  page.setDefaultTimeout(WAIT);
  return page;
}

/** The page that the browser opens by what is done. */
export async function openedMeanwhile(
  browser: Browser,
  act: () => Promise<unknown>,
): Promise<Page> {
  const before = new Set(await browser.pages());
  await act();
  const isOther = (page: Page) => !before.has(page);
  const page = await waitFor(
    "the page that opens",
    async () => (await browser.pages()).find(isOther) ?? null,
  );
  page.setDefaultTimeout(WAIT);
  return page;
}

/** Closes all pages but the first, without which the browser would end. */
export async function closePages(browser: Browser): Promise<void> {
  const [, ...pages] = await browser.pages();
  await Promise.all(pages.map((page) => page.close()));
}

/** The addresses and texts of all pages and their frames, a line each. */
export async function describePages(browser: Browser): Promise<string> {
  const frames = (await browser.pages()).flatMap((page) => page.frames());
  const lines = frames.map((frame) => {
    const told = frame.evaluate(
      (length) => `${location.href}: ${document.body?.innerText.slice(0, length)}`,
      TOLD,
    );
    const silence = new Promise<string>((resolve) => {
      setTimeout(() => resolve(`${frame.url()}: no answer`), PATIENCE).unref();
    });
    return Promise.race([told.catch((error) => `${frame.url()}: ${error}`), silence]);
  });
  return (await Promise.all(lines))
    .map((line) => line.replaceAll(/\s+/g, " ").slice(0, LINE))
    .join("\n");
}

/** How the address of the introduction ends that the extension opens; one that a test opens has a fragment. */
export const INTRODUCTION = "/welcome.html";

/** The page whose address, without its query, ends like this, once it is open. Firefox gives no address of an extension's page: each is asked. */
export function findPage(browser: Browser, ending: string): Promise<Page> {
  return waitFor(`a page at ${ending}`, async () => {
    for (const page of await browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => "");
      if (address.replace(/\?[^#]*/, "").endsWith(ending)) return page;
    }
    return null;
  });
}
