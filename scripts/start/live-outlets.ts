import { readFile } from "node:fs/promises";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import { starterList } from "../../core/outlets/starter-list.ts";
import type { OutletEntry } from "../../core/outlets/subscription.ts";
import { builtExtension } from "../../test/harness/drive-browser.ts";
import type { BrowserName } from "../../test/harness/installed-browsers.ts";
import { type LocalWeb, startLocalWeb } from "../../test/harness/local-web.ts";
import { permittedExtension } from "../../test/harness/permitted-extension.ts";
import { buildExtension } from "./build-extension.ts";
import { canReach } from "./can-reach.ts";
import { showInBrowser } from "./show-in-browser.ts";
import { showPolls } from "./show-polls.ts";
import { standInOutlets } from "./stand-in-outlets.ts";
import { STAND_IN_ARTICLES } from "./stand-in-stories.ts";

/** World news in one language, since stories are rarely found across two; each feed is on the outlet's own site. */
const OUTLETS = ["theguardian.com", "aljazeera.com", "dw.com"];

/**
 * Builds the extension, subscribes to three outlets in a real browser with it, polls their feeds and prints
 * what was found. If none of them can be reached, servers on this machine stand in for them.
 *
 * @throws Error when the stand-ins were not polled either
 */
export async function showLiveOutlets(name: BrowserName): Promise<void> {
  await buildExtension(name);
  const outlets = await chosenOutlets();
  const hosts = outlets.map(({ feed }) => new URL(feed).hostname);
  const isOnline = (await Promise.all(hosts.map(canReach))).includes(true);
  if (isOnline && (await showOutlets(name, outlets, null))) return;
  console.log(
    isOnline
      ? "None of the outlets could be polled: local servers with made-up stories stand in for them."
      : "The outlets cannot be reached from here: local servers with made-up stories stand in for them.",
  );
  const web = await startLocalWeb(standInOutlets(outlets, STAND_IN_ARTICLES, Date.now()));
  if (!(await showOutlets(name, outlets, web))) throw new Error("the stand-ins were not polled");
}

async function chosenOutlets(): Promise<OutletEntry[]> {
  const file = new URL("../../data/outlets.json", import.meta.url);
  const { outlets } = starterList.parse(JSON.parse(await readFile(file, "utf8")));
  return OUTLETS.map((wanted) => {
    const outlet = outlets.find(({ domains }) => domains.includes(wanted));
    if (outlet === undefined) throw new Error(`data/outlets.json has no outlet of ${wanted}`);
    return outlet;
  });
}

/** `false` when no outlet could be polled. */
async function showOutlets(
  name: BrowserName,
  outlets: readonly OutletEntry[],
  web: LocalWeb | null,
): Promise<boolean> {
  // No driver reaches Chromium's permission prompt: there the three sites are allowed from the start.
  const copy =
    name === "chromium"
      ? await permittedExtension(builtExtension(name), outlets.flatMap(outletPatterns))
      : null;
  try {
    return await showInBrowser(
      name,
      web,
      (browser) => showPolls(browser, outlets),
      copy === null ? {} : { extension: copy.folder },
    );
  } finally {
    await copy?.remove();
  }
}
