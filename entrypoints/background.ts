import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import { createMemoryStore, openIndexedDbStore } from "../platform/block-store.ts";
import { loadBundledData } from "../platform/bundled-data.ts";
import { createHandlers } from "../platform/handlers.ts";
import { IndexKeeper } from "../platform/index-keeper.ts";
import { endMemoryNotice, readMarker, writeMarker, writeNotice } from "../platform/index-state.ts";
import { serveMessages } from "../platform/message-server.ts";
import { patternsOn, registerOverlay, startInOpenTabs } from "../platform/overlay-registration.ts";
import { readSettings } from "../platform/settings-store.ts";
import { forgetPage } from "../platform/tab-pages.ts";

/** The background worker. All listeners are registered while it first runs; each awaits the index. */
export default defineBackground(() => {
  const index = new IndexKeeper({
    extensionVersion: browser.runtime.getManifest().version,
    async openStore() {
      const store = await openIndexedDbStore();
      await endMemoryNotice();
      return store;
    },
    createMemoryStore,
    loadDataSet: loadBundledData,
    readMarker,
    writeMarker,
    onNotice: writeNotice,
    newGeneration: () => crypto.randomUUID(),
    now: () => Date.now(),
  });
  serveMessages(createHandlers(index));

  /** Registers the content script; gives the patterns of the pages on which it may run. */
  const register = async (): Promise<readonly string[]> => {
    const [{ segment }, { sitesOff }] = await Promise.all([index.open(), readSettings()]);
    await registerOverlay(segment.meta.patterns, sitesOff);
    return patternsOn(segment.meta.patterns, sitesOff);
  };
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // The data may differ even where the version does not: an unpacked extension was reloaded.
    if (reason === "update") await index.rebuild();
    await startInOpenTabs(await register());
  });
  browser.tabs.onRemoved.addListener(forgetPage);
  // At every start of the worker: the one before may have been stopped in the middle of a change.
  register().catch((error: unknown) => console.error("Second Source:", error));
});
