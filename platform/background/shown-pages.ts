import type { DataSetLibrary } from "../indexing/data-set-library.ts";
import { settingsItem } from "../storage/stored-items.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import {
  registerOverlay,
  sendToTabs,
  sitePattern,
  startInOpenTabs,
} from "../tabs/overlay-registration.ts";

/** The pages on which the content script may run: those of the data sets and of the outlets that the user picked. */
export class ShownPages {
  readonly #library: DataSetLibrary;

  constructor(library: DataSetLibrary) {
    this.#library = library;
  }

  /** Brings the content script's registration and the open tabs in line with data sets and settings. */
  async apply(): Promise<void> {
    this.#library.refresh();
    const [patterns, { sitesOff }] = await Promise.all([this.#patterns(), settingsItem.read()]);
    await registerOverlay(patterns, sitesOff);
    await startInOpenTabs(patterns);
    await refreshTabs(patterns);
  }

  /** Has the content scripts of open tabs ask about their pages again. */
  async refresh(): Promise<void> {
    await refreshTabs(await this.#patterns());
  }

  async #patterns(): Promise<string[]> {
    const [known, outlets] = await Promise.all([this.#library.patterns(), readOutlets()]);
    const picked = outlets.filter(({ removedAt }) => removedAt === null);
    const sites = picked.flatMap(({ domains }) => domains);
    return [...new Set([...known, ...sites.map(sitePattern)])].sort();
  }
}

function refreshTabs(patterns: readonly string[]): Promise<void> {
  return sendToTabs(patterns, { type: "overlay.refresh" });
}
