import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeBusyDataSet } from "../test/fixtures/busy-data-set.ts";
import { answeredSidebar } from "../test/harness/answered-sidebar.ts";
import { driveBrowser } from "../test/harness/drive-browser.ts";
import type { DrivenBrowser } from "../test/harness/driven-browser.ts";
import { startLocalWeb } from "../test/harness/local-web.ts";
import { standInPage } from "../test/harness/stand-in-page.ts";
import { shootCitations } from "./screenshots/citations.ts";
import { shootCompare } from "./screenshots/compare.ts";
import { shootKept } from "./screenshots/kept.ts";
import { LANGUAGE_VIEWS } from "./screenshots/languages.ts";
import { shootLive, shootPicker } from "./screenshots/live.ts";
import { shootBackup, shootOptions } from "./screenshots/options.ts";
import { shootPublished } from "./screenshots/published.ts";
import { FIGURES, SHOTS, setUp, shoot, shootBesidePage } from "./screenshots/shoot.ts";
import { shootFound, shootSidebar } from "./screenshots/sidebar.ts";
import { shootToday } from "./screenshots/today.ts";
import { shootWelcome } from "./screenshots/welcome.ts";
import { ROOT, runTool } from "./tools/run-tool.ts";

// npm run screenshots [-- NAME…]: draws the README's picture with the shipped build into docs/figures/ (`readme`), and
// all views in many states, in light, dark and forced colours, narrow and wide, into artifacts/screenshots/; of them the
// sidebar with a story of forty articles also into docs/figures/ (`sidebar`).
const VIEWS: Readonly<Record<string, (browser: DrivenBrowser) => Promise<void>>> = {
  sidebar: shootSidebar,
  found: shootFound,
  compare: shootCompare,
  options: shootOptions,
  backup: shootBackup,
  live: shootLive,
  picker: shootPicker,
  today: shootToday,
  kept: shootKept,
  published: shootPublished,
  welcome: shootWelcome,
  citations: shootCitations,
  ...LANGUAGE_VIEWS,
};
const NAMES = ["readme", ...Object.keys(VIEWS)];
const FUTURISM = "https://futurism.com/ukraine-facial-recognition-russian-photos";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  console.error(`No view ${unknown.join(", ")}. Views are: ${NAMES.join(", ")}`);
  process.exit(1);
}
const names = asked.length > 0 ? asked : NAMES;
if (asked.length === 0) await rm(SHOTS, { recursive: true, force: true });
await mkdir(SHOTS, { recursive: true });
await mkdir(FIGURES, { recursive: true });

const web = await startLocalWeb((url) => ({
  body: standInPage({
    title:
      url.hostname === "futurism.com"
        ? "A story about facial recognition"
        : "A story about the harbour",
    site: url.hostname === "futurism.com" ? "Futurism" : "Harbour News",
  }),
}));
try {
  if (names.includes("readme")) {
    await build();
    await withBrowser(join(ROOT, ".output/chrome-mv3"), shootReadme);
  }
  const views = Object.entries(VIEWS).filter(([name]) => names.includes(name));
  if (views.length > 0) {
    const data = join(ROOT, ".cache", "busy-data");
    const out = join(ROOT, ".cache", "busy-output");
    writeBusyDataSet(data);
    await build({ SECOND_SOURCE_DATA: data, SECOND_SOURCE_OUT: out });
    await withBrowser(join(out, "chrome-mv3"), async (browser) => {
      for (const [, shootView] of views) await shootView(browser);
    });
  }
} finally {
  await web.close();
}
console.log(`Screenshots of ${names.join(", ")} in ${SHOTS} and ${FIGURES}`);

async function build(env: Readonly<Record<string, string>> = {}): Promise<void> {
  const { ok, output } = await runTool("wxt", ["build"], { env });
  if (!ok) throw new Error(output);
}

async function withBrowser(
  extension: string,
  use: (browser: DrivenBrowser) => Promise<void>,
): Promise<void> {
  const browser = await driveBrowser("chromium", web, { extension });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** The picture in the README, and the same in the dark. */
async function shootReadme(browser: DrivenBrowser): Promise<void> {
  const page = await browser.newPage();
  await setUp(page, 1280, 800, "light");
  await page.goto(FUTURISM);
  await answeredSidebar(browser, page);
  await shoot(page, join(FIGURES, "sidebar"));
  await shootBesidePage(page, join(FIGURES, "sidebar-beside"));
  await setUp(page, 1280, 800, "dark");
  await shoot(page, "seed-dark");
}
