import { inject, test } from "vitest";
import { driveBrowser } from "../harness/drive-browser.ts";
import type { DrivenBrowser } from "../harness/driven-browser.ts";
import type { BrowserName } from "../harness/installed-browsers.ts";
import { type LocalWeb, type Site, startLocalWeb } from "../harness/local-web.ts";

/** A browser, and the stand-in web that it is on. */
export interface BrowserOnWeb {
  readonly driven: DrivenBrowser;
  readonly web: LocalWeb;
}

/**
 * One browser for many suites, one after the other: to start one costs more than most suites do. Each suite finds the
 * extension just installed, no page open and a web of its own.
 */
class SharedBrowser {
  readonly #name: BrowserName;
  #started: BrowserOnWeb | null = null;

  constructor(name: BrowserName) {
    this.#name = name;
  }

  /**
   * The browser for the next suite.
   *
   * @param extension folder of the built extension
   */
  async next(site: Site, extension: string): Promise<BrowserOnWeb> {
    const before = this.#started;
    if (before !== null) {
      try {
        await before.driven.reinstall(extension);
        before.web.serve(site);
        return before;
      } catch {
        // The suite before left a browser that no longer answers.
        await before.driven.kill();
        await this.close();
      }
    }
    const web = await startLocalWeb(site);
    this.#started = { web, driven: await driveBrowser(this.#name, web, { extension }) };
    return this.#started;
  }

  async close(): Promise<void> {
    const started = this.#started;
    this.#started = null;
    await started?.driven.close().catch(() => undefined);
    await started?.web.close();
  }
}

/** Its hooks are given the browser that the suites of this worker share. */
export const browserTest = test.extend(
  "sharedBrowser",
  { scope: "worker" },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs
  async ({}, { onCleanup }) => {
    const shared = new SharedBrowser(inject("browser"));
    onCleanup(() => shared.close());
    return shared;
  },
);
