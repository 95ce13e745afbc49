import type { Page as BrowserPage } from "puppeteer-core";
import { afterAll, inject } from "vitest";
import { answeredSidebar } from "../harness/answered-sidebar.ts";
import { builtExtension, type DriveOptions, driveBrowser } from "../harness/drive-browser.ts";
import type { DrivenBrowser, View } from "../harness/driven-browser.ts";
import type { BrowserName } from "../harness/installed-browsers.ts";
import { type LocalWeb, type Site, startLocalWeb } from "../harness/local-web.ts";
import { OptionsPage } from "../harness/options-page.ts";
import { type ExtensionCopy, permittedExtension } from "../harness/permitted-extension.ts";
import { addWitness } from "../harness/wait-for.ts";
import { type BrowserOnWeb, browserTest } from "./shared-browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

/** The articles of the bundled record, at their real addresses. */
export const FUTURISM = "https://futurism.com/ukraine-facial-recognition-russian-photos";
export const BUSINESS_INSIDER =
  "https://www.businessinsider.com/ukraine-sending-photos-of-dead-russian-soldiers-home-moms-2022-4";
export const WASHINGTON_EXAMINER =
  "https://www.washingtonexaminer.com/news/ukraine-uses-facial-recognition-software-to-identify-dead-russian-soldiers";
export const WALL_STREET_JOURNAL =
  "https://www.wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154";

/** The browser of a suite, with nothing in it of other suites. */
export interface Session {
  readonly browser: DrivenBrowser;
  readonly web: LocalWeb;
  /** Opens an address in a new tab and waits until it has loaded. */
  open(url: string): Promise<BrowserPage>;
  /** The sidebar, once it shows an answer. */
  sidebar(page: BrowserPage): Promise<View>;
  /** The text of the sidebar, once it shows an answer. */
  sidebarText(page: BrowserPage): Promise<string>;
  /** Waits until no build is running: until then an answer may be replaced by a more complete one at any moment. */
  settled(): Promise<void>;
  /** Waits long enough for a sidebar to open, and returns whether one is there. */
  hasSidebar(page: BrowserPage): Promise<boolean>;
}

/** How a suite's browser is started. */
interface UseOptions extends DriveOptions {
  /** The suite asks for permissions: where no driver can say yes for the user, they are there from the start. */
  readonly asksPermissions?: boolean;
}

/**
 * Runs the suite on `site`, in the browser that suites share; in one of its own where `options` say how the browser
 * itself is started.
 */
export function useBrowser(
  site: Site,
  { asksPermissions = false, extension, ...options }: UseOptions = {},
): Session {
  let used: BrowserOnWeb | undefined;
  let copy: ExtensionCopy | undefined;
  let endWitness: (() => void) | undefined;
  const hasOwn = Object.keys(options).length > 0;
  const current = (): BrowserOnWeb => {
    if (used === undefined) throw new Error("the browser runs only during tests");
    return used;
  };
  const browser = () => current().driven;
  browserTest.beforeAll(async ({ sharedBrowser }) => {
    const name = inject("browser");
    let folder = extension ?? builtExtension(name);
    if (asksPermissions && name === "chromium") {
      copy = await permittedExtension(folder);
      folder = copy.folder;
    }
    if (hasOwn) {
      const web = await startLocalWeb(site);
      used = { web, driven: await driveBrowser(name, web, { ...options, extension: folder }) };
    } else used = await sharedBrowser.next(site, folder);
    endWitness = addWitness(used.driven.describe);
    await settled(used.driven);
  });
  afterAll(async () => {
    endWitness?.();
    if (hasOwn) {
      await used?.driven.close();
      await used?.web.close();
    }
    await copy?.remove();
  });

  const session: Session = {
    get browser() {
      return browser();
    },
    get web() {
      return current().web;
    },
    async open(url) {
      const page = await browser().newPage();
      await page.goto(url);
      return page;
    },
    sidebar: (page) => answeredSidebar(browser(), page),
    async sidebarText(page) {
      return textOf(await session.sidebar(page));
    },
    settled: () => settled(browser()),
    async hasSidebar(page) {
      // A sidebar opens within a quarter of a second; its absence cannot be observed sooner.
      await new Promise((resolve) => setTimeout(resolve, 1200));
      return (await browser().sidebar(page)) !== null;
    },
  };
  return session;
}

async function settled(driven: DrivenBrowser): Promise<void> {
  const options = await OptionsPage.open(driven);
  await options.waitForStories();
  await options.close();
}

/** What a user reads in a view, without the marks that isolate directions. */
export function textOf(view: View): Promise<string> {
  return view.run((document) => document.body.innerText.replaceAll(/[\u2068\u2069]/g, ""));
}

/** Clicks what `selector` names in a view, as the user would. */
export async function click(view: View, selector: string): Promise<void> {
  await view.run((document, target) => {
    const element = document.querySelector<HTMLElement>(target);
    if (element === null) throw new Error(`nothing to click at ${target}`);
    element.click();
  }, selector);
}

/** Unfolds all articles that a view lists. */
export function unfoldCards(view: View): Promise<void> {
  return view.run(async (document) => {
    for (const button of document.querySelectorAll<HTMLElement>(".unfold[aria-expanded=false]"))
      button.click();
    // What is unfolded is drawn before the next task.
    await new Promise((resolve) => setTimeout(resolve));
  });
}

/** The titles of the related articles a view lists, in order. */
export function relatedTitles(view: View): Promise<string[]> {
  return view.run((document) =>
    Array.from(document.querySelectorAll(".cards .card-title"), (title) => title.textContent ?? ""),
  );
}

/** The outlets of the related articles a view lists, in order. */
export function relatedOutlets(view: View): Promise<string[]> {
  return view.run((document) =>
    Array.from(document.querySelectorAll(".cards .outlet"), (outlet) => outlet.textContent ?? ""),
  );
}
