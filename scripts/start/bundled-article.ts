import { pageAddress } from "../../core/record/article-addresses.ts";
import { answeredSidebar } from "../../test/harness/answered-sidebar.ts";
import type { BrowserName } from "../../test/harness/installed-browsers.ts";
import { type LocalWeb, startLocalWeb } from "../../test/harness/local-web.ts";
import { standInPage } from "../../test/harness/stand-in-page.ts";
import { readBundledData } from "../build/bundled-data.ts";
import { readGivenData } from "../build/given-data.ts";
import { buildExtension } from "./build-extension.ts";
import { canReach } from "./can-reach.ts";
import { saveScreenshot, showInBrowser } from "./show-in-browser.ts";
import { sidebarLines } from "./sidebar-lines.ts";

/**
 * Builds the extension, opens a bundled article in a real browser with it, and prints what the user sees.
 *
 * @param path articles to bundle instead of `data/`, in any form that import reads
 * @throws UsageError at once for a path that does not exist
 * @throws Error when the sidebar does not open, not even on a stand-in page
 */
export async function showBundledArticle(name: BrowserName, path?: string): Promise<void> {
  // Before the build, which takes a while.
  const { records } = await (path === undefined
    ? readBundledData(new URL("../../data/", import.meta.url))
    : readGivenData(path));
  // One that shows what the extension is for.
  const article = records.find(({ related = [] }) => related.length > 0) ?? records[0];
  if (article === undefined) throw new Error("data/articles/ holds no article");
  await buildExtension(name, path);
  const address = pageAddress(article);

  const isOnline = await canReach(new URL(address).hostname);
  const standIn = () =>
    startLocalWeb((url) =>
      url.pathname === "/favicon.ico"
        ? undefined
        : { body: standInPage({ title: article.title, site: article.provider.name }) },
    );
  if (!isOnline)
    console.log("The article's site cannot be reached from here: a stand-in page is used.");
  const web = isOnline ? null : await standIn();
  if (await showArticle(name, address, web)) return;
  console.log("The live page did not show the sidebar in time: a stand-in page is used.");
  if (!(await showArticle(name, address, await standIn())))
    throw new Error("the sidebar did not open");
}

/** Opens the article and prints the sidebar; `false` when it does not open on the live page. */
function showArticle(name: BrowserName, address: string, web: LocalWeb | null): Promise<boolean> {
  return showInBrowser(name, web, async (browser) => {
    const page = await browser.newPage();
    console.log(`Opening ${address}`);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const view = await answeredSidebar(browser, page, 20_000).catch(() => null);
    if (view === null) return false;
    console.log(await sidebarLines(view));
    await saveScreenshot(page, `start-${name}`);
    return true;
  });
}
