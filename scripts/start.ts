import { lookup } from "node:dns/promises";
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { pageAddress } from "../core/record/article-addresses.ts";
import { answeredSidebar } from "./browser/answered-sidebar.ts";
import { driveBrowser } from "./browser/drive-browser.ts";
import type { DrivenBrowser, View } from "./browser/driven-browser.ts";
import { type BrowserName, requireBrowsers } from "./browser/installed-browsers.ts";
import { type LocalWeb, startLocalWeb } from "./browser/local-web.ts";
import { standInPage } from "./browser/stand-in-page.ts";
import { readBundledData } from "./bundled-data.ts";
import { ROOT, runTool } from "./tools.ts";

// npm start [firefox]: builds the extension, opens the bundled article in a real browser with it,
// and prints what the reader sees there.
try {
  await main(process.argv.includes("firefox") ? "firefox" : "chromium");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(name: BrowserName): Promise<void> {
  requireBrowsers([name]);
  console.log(`Building for ${name}…`);
  const target = name === "chromium" ? "chrome" : "firefox";
  const { ok, output } = await runTool("wxt", ["build", "-b", target]);
  if (!ok) throw new Error(output);
  const { dataSet } = await readBundledData(new URL("../data/", import.meta.url));
  const [article] = dataSet.records;
  if (article === undefined) throw new Error("data/articles/ holds no article");
  const address = pageAddress(article);

  const isOnline = await canReach(new URL(address).hostname);
  const standIn = () =>
    startLocalWeb((url) =>
      url.pathname === "/favicon.ico"
        ? undefined
        : { body: standInPage({ title: article.title, site: article.provider.name }) },
    );
  if (!isOnline)
    console.log("No way to the article's site from here: a stand-in page takes its place.");
  const web = isOnline ? null : await standIn();
  if (await showArticle(name, address, web)) return;
  console.log("The live page did not show the sidebar in time: a stand-in page takes its place.");
  if (!(await showArticle(name, address, await standIn())))
    throw new Error("the sidebar did not open");
}

/** Whether the reader's network knows the host; asks the name service only. */
async function canReach(host: string): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), 3000).unref());
  const found = lookup(host).then(
    () => true,
    () => false,
  );
  return Promise.race([found, timeout]);
}

/** Opens the article and prints the sidebar; `false` when it does not open on the live page. */
async function showArticle(
  name: BrowserName,
  address: string,
  web: LocalWeb | null,
): Promise<boolean> {
  const hasDisplay =
    process.platform !== "linux" ||
    Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
  console.log(`Starting ${name}${hasDisplay ? "" : " without a window"}…`);
  const browser = await driveBrowser(name, web, { headless: !hasDisplay });
  let stays = false;
  try {
    const page = await browser.newPage();
    console.log(`Opening ${address}`);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const view = await answeredSidebar(browser, page, 20_000).catch(() => null);
    if (view === null) return false;
    console.log(await describe(view));
    const file = join(ROOT, "artifacts", `start-${name}.png`);
    await mkdir(join(ROOT, "artifacts"), { recursive: true });
    await page.screenshot({ path: file as `${string}.png` });
    console.log(`Screenshot: ${relative(process.cwd(), file)}`);
    stays = hasDisplay;
  } finally {
    if (stays) await stayOpen(browser);
    else await browser.close();
    await web?.close();
  }
  return true;
}

async function stayOpen(browser: DrivenBrowser): Promise<void> {
  console.log("The window stays open; close it or press Ctrl+C to end.");
  await browser.closed;
}

/** What the sidebar says, line by line. */
function describe(view: View): Promise<string> {
  return view.run((document) => {
    const text = (within: ParentNode, selector: string) =>
      within
        .querySelector<HTMLElement>(selector)
        ?.innerText.replace(/[\u2068\u2069]/g, "")
        .replace(/\s+/g, " ")
        .trim() ?? "";
    const lines = [
      "",
      `This page: ${text(document, ".page-title")}`,
      `  ${text(document, ".page-standing .when")} · ${text(document, ".page-standing .quality")}`,
      `  ${text(document, ".first")}`,
      "",
      `${text(document, ".list-head h2")}:`,
    ];
    for (const card of document.querySelectorAll(".cards .card")) {
      lines.push(
        `  ${text(card, ".outlet")} · ${text(card, ".quality")} · ${text(card, ".when")}`,
        `    ${text(card, ".card-title")}`,
      );
    }
    lines.push("", text(document, ".data-set"), "");
    return lines.join("\n");
  });
}
