import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession, Page } from "puppeteer-core";
import { BUSY, writeBusyDataSet } from "../test/fixtures/busy-data-set.ts";
import { FOUND, foundAnswer } from "../test/fixtures/found-stories.ts";
import {
  liveOutlet,
  liveStatus,
  manyOutlets,
  outletsInEveryState,
} from "../test/fixtures/live-outlets.ts";
import { publishedInEveryState, publishedPreview } from "../test/fixtures/published-sets.ts";
import { ferrySearch, todayAnswer } from "../test/fixtures/today-stories.ts";
import { answeredSidebar } from "../test/harness/answered-sidebar.ts";
import { driveBrowser } from "../test/harness/drive-browser.ts";
import type { DrivenBrowser } from "../test/harness/driven-browser.ts";
import { startLocalWeb } from "../test/harness/local-web.ts";
import { madeUpOptions } from "../test/harness/made-up-options.ts";
import { madeUpSidebar } from "../test/harness/made-up-sidebar.ts";
import { type MadeUpToday, madeUpToday } from "../test/harness/made-up-today.ts";
import { OptionsPage } from "../test/harness/options-page.ts";
import { standInPage } from "../test/harness/stand-in-page.ts";
import { waitFor } from "../test/harness/wait-for.ts";
import { ROOT, runTool } from "./tools/run-tool.ts";

// npm run screenshots: draws the README's picture with the shipped build into docs/figures/, and all views in many
// states, light and dark, narrow and wide, into artifacts/screenshots/.
const FUTURISM = "https://futurism.com/ukraine-facial-recognition-russian-photos";
const shots = join(ROOT, "artifacts", "screenshots");
const figures = join(ROOT, "docs", "figures");
const emulations = new WeakMap<Page, CDPSession>();
await rm(shots, { recursive: true, force: true });
await mkdir(shots, { recursive: true });
await mkdir(figures, { recursive: true });

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
  const { ok, output } = await runTool("wxt", ["build"]);
  if (!ok) throw new Error(output);
  await withBrowser(join(ROOT, ".output/chrome-mv3"), async (browser) => {
    const page = await browser.newPage();
    await setUp(page, 1280, 800, "light");
    await page.goto(FUTURISM);
    await answeredSidebar(browser, page);
    await shoot(page, join(figures, "sidebar.png"));
    await setUp(page, 1280, 800, "dark");
    await shoot(page, join(shots, "seed-dark.png"));
  });

  const data = join(ROOT, ".cache", "busy-data");
  const out = join(ROOT, ".cache", "busy-output");
  writeBusyDataSet(data);
  const env = { SECOND_SOURCE_DATA: data, SECOND_SOURCE_OUT: out };
  const busy = await runTool("wxt", ["build"], { env });
  if (!busy.ok) throw new Error(busy.output);
  await withBrowser(join(out, "chrome-mv3"), shootStates);
} finally {
  await web.close();
}
console.log(`Screenshots in ${shots} and ${figures}`);

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

async function shootStates(browser: DrivenBrowser): Promise<void> {
  for (const scheme of ["light", "dark"] as const)
    for (const [state, address] of Object.entries(BUSY)) {
      const page = await browser.newPage();
      await setUp(page, 1280, 800, scheme);
      await page.goto(address);
      await answeredSidebar(browser, page);
      await shoot(page, join(shots, `sidebar-${state}-${scheme}.png`));
      await page.close();
    }
  for (const width of [360, 768]) {
    const page = await browser.newPage();
    await setUp(page, width, 740, "light");
    await page.goto(BUSY.forty);
    const view = await answeredSidebar(browser, page);
    await shoot(page, join(shots, `sidebar-forty-${width}.png`));
    await view.run((document) => document.querySelector<HTMLElement>(".tab")?.click());
    await shoot(page, join(shots, `sidebar-forty-${width}-opened.png`));
    await page.close();
  }
  await shootFound(browser);
  await shootOptions(browser);
  await shootLive(browser);
  await shootToday(browser);
  await shootPublished(browser);
}

/** The sidebar with stories found by their text, in full height: as it is, and with everything unfolded. */
async function shootFound(browser: DrivenBrowser): Promise<void> {
  for (const [state, coverage] of Object.entries(FOUND)) {
    const page = await madeUpSidebar(browser, foundAnswer(coverage));
    for (const scheme of ["light", "dark"] as const)
      for (const width of [360, 768]) {
        await setUp(page, width, state === "forty" ? 1600 : 2400, scheme);
        await shoot(page, join(shots, `found-${state}-${width}-${scheme}.png`));
      }
    await setUp(page, 360, 2400, "light");
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await shoot(page, join(shots, `found-${state}-unfolded.png`));
    await page.close();
  }
}

/** The options page, and the steps of an import there. */
async function shootOptions(browser: DrivenBrowser): Promise<void> {
  const options = await OptionsPage.open(browser);
  const { page, view } = options;
  const shootAll = async (state: string) => {
    for (const scheme of ["light", "dark"] as const)
      for (const width of [360, 768, 1280]) {
        await setUp(page, width, 900, scheme);
        await shoot(page, join(shots, `options-${state}-${width}-${scheme}.png`), true);
      }
  };
  const written = async (name: string, text: string) => {
    await writeFile(join(shots, name), text);
    return join(shots, name);
  };
  const openDetails = () =>
    view.run((document) => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
  await shootAll("list");
  const rows = Array.from({ length: 9 }, (_, i) => `Ferry ${i},https://site-${i}.example/a,Radio`);
  await options.chooseFiles(await written("table.csv", ["Words,Where,Paper", ...rows].join("\n")));
  await options.waitForPanel("table.csv");
  await shootAll("columns");
  await options.pressButton("Cancel", ".import-form");
  const table = await written(
    "harbour.csv",
    ["title,url,publisher", ...rows, "Nowhere,ftp://nowhere,Radio"].join("\n"),
  );
  await options.chooseFiles(table);
  await options.waitForPanel("cannot be used");
  await openDetails();
  await shootAll("summary");
  await options.confirm("toolbar");
  await options.waitForToast("has been added");
  await openDetails();
  await shootAll("added");
  await options.pressButton("Delete", ".data-set-card");
  await waitFor("the data set to be deleted", async () =>
    (await options.has(".deleted-data-set")) ? true : null,
  );
  await shootAll("deleted");
  const said = Array.from({ length: 3 }, (_, i) => ({
    page: "https://harbour.example/ferry-returns",
    article: `https://outlet${i}.example/storm/1`,
    pageTitle: "The ferry returns",
    articleTitle: i === 0 ? "" : "Storm makes landfall",
    at: `2026-05-0${i + 2}T12:00:00Z`,
  }));
  const file = { format: "second-source-corrections", version: 1, pairs: said };
  await options.importCorrections(await written("corrections.json", JSON.stringify(file)));
  await options.waitForToast("have been added");
  await shootAll("corrections");
  await options.close();
}

/** Live outlets: none, a few in every state, and many during a poll. */
async function shootLive(browser: DrivenBrowser): Promise<void> {
  const now = Date.now();
  const states = {
    none: liveStatus([]),
    one: liveStatus([liveOutlet("Le Matin du Port", now)]),
    every: liveStatus(outletsInEveryState(now), { waitsFor: "connection" }),
    many: liveStatus(manyOutlets(200, now), { round: { done: 63, total: 200 } }),
  };
  for (const [state, status] of Object.entries(states))
    for (const language of state === "every" ? ["en", "de", "ar"] : ["en"]) {
      const page = await madeUpOptions(browser, { outlets: status }, language);
      for (const scheme of ["light", "dark"] as const)
        for (const width of [360, 768, 1280]) {
          await setUp(page, width, 900, scheme);
          const section = await page.$(".live");
          const path = join(shots, `live-${state}-${language}-${width}-${scheme}.png`);
          await section?.screenshot({ path: path as `${string}.png` });
        }
      await page.close();
    }
}

/** The page "Today": stories, a search, and the states in which there are none. */
async function shootToday(browser: DrivenBrowser): Promise<void> {
  const now = Date.now();
  const answer = todayAnswer(now);
  const none = { ...answer, stories: [], total: 0, shared: 0, single: 0, following: 0 };
  const live = liveStatus(manyOutlets(8, now));
  const states: Readonly<Record<string, MadeUpToday>> = {
    stories: { answer, live, search: ferrySearch(now) },
    loading: { answer: null, live },
    nothing: { answer: none, live },
    "no-outlets": { answer: { ...none, outlets: [] }, live: liveStatus([]) },
  };
  for (const [state, told] of Object.entries(states))
    for (const language of state === "stories" ? ["en", "de", "ar"] : ["en"]) {
      const page = await madeUpToday(browser, told, language);
      const shootAll = async (name: string) => {
        for (const scheme of ["light", "dark", "forced"] as const)
          for (const width of [360, 768, 1280]) {
            await setUp(page, width, 1800, scheme);
            await shoot(page, join(shots, `today-${name}-${language}-${width}-${scheme}.png`));
          }
      };
      await shootAll(state);
      if (state === "stories" && language === "en") {
        await setUp(page, 768, 900, "light");
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        await shootAll("unfolded");
        await page.type("input[type=search]", "ferry");
        await page.waitForSelector(".found-list");
        await shootAll("search");
      }
      await page.close();
    }
}

/** Published data sets: the two forms to add one, and cards in every state, folded and with their details. */
async function shootPublished(browser: DrivenBrowser): Promise<void> {
  const sets = publishedInEveryState(Date.now());
  const preview = { kind: "preview", preview: publishedPreview(60) } as const;
  for (const language of ["en", "de", "ar"]) {
    const published = { sets, canSubscribe: true };
    const page = await madeUpOptions(browser, { published, preview }, language);
    const shootAll = async (state: string, selector: string) => {
      for (const scheme of ["light", "dark", "forced"] as const)
        for (const width of language === "de" ? [360] : [360, 768, 1280]) {
          await setUp(page, width, 900, scheme);
          const part = await page.$(selector);
          const path = join(shots, `published-${state}-${language}-${width}-${scheme}.png`);
          await part?.screenshot({ path: path as `${string}.png` });
        }
    };
    await shootAll("cards", ".published");
    await page.click(".published summary");
    await page.waitForSelector(".published .speaks-for");
    await page.click(".published details details summary");
    await shootAll("details", ".published .data-set-card");
    await page.click(".published .buttons > button");
    await shootAll("address", ".published .panel");
    await page.type(".published input[type=text]", "data.example/world/");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".published .languages");
    await shootAll("preview", ".published .panel");
    await page.close();
  }
}

async function setUp(
  page: Page,
  width: number,
  height: number,
  scheme: "light" | "dark" | "forced",
): Promise<void> {
  await page.setViewport({ width, height });
  // What is emulated ends with its session.
  const devTools = emulations.get(page) ?? (await page.createCDPSession());
  emulations.set(page, devTools);
  const features = [
    { name: "prefers-color-scheme", value: scheme === "dark" ? "dark" : "light" },
    { name: "forced-colors", value: scheme === "forced" ? "active" : "none" },
  ];
  await devTools.send("Emulation.setEmulatedMedia", { features });
}

/** Gives frames a moment to resize and paint. */
async function shoot(page: Page, path: string, fullPage = false): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.screenshot({ path: path as `${string}.png`, fullPage });
}
