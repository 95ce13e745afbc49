import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import { showProgress } from "../platform/badge.ts";
import { createMemoryStore, openIndexedDbStore } from "../platform/block-store.ts";
import { loadBundledData } from "../platform/bundled-data.ts";
import { createHandlers } from "../platform/handlers.ts";
import { endMemoryNotice } from "../platform/index-state.ts";
import { serveMessages } from "../platform/message-server.ts";
import { isRegistrationPending } from "../platform/overlay-registration.ts";
import { createServices } from "../platform/services.ts";
import { createSourceStore } from "../platform/source-store.ts";
import { recoverAtStart } from "../platform/start-up.ts";
import { forgetPage } from "../platform/tab-pages.ts";
import { createPause } from "../platform/turns.ts";

/** The background worker. All listeners are registered while it first runs; each awaits the index. */
export default defineBackground(() => {
  const services = createServices({
    extensionVersion: browser.runtime.getManifest().version,
    async openStore() {
      const store = await openIndexedDbStore();
      await endMemoryNotice();
      return store;
    },
    createMemoryStore,
    sources: createSourceStore(),
    loadDataSet: loadBundledData,
    showProgress: (job) => void showProgress(job),
    newGeneration: () => crypto.randomUUID(),
    now: () => Date.now(),
    pause: createPause(),
  });
  serveMessages(createHandlers(services));

  const report = (error: unknown) => console.error("Second Source:", error);
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // The data may differ even where the version does not: an unpacked extension was reloaded.
    if (reason === "update") await services.bundled.rebuild();
    await services.applyToPages();
  });
  browser.runtime.onStartup.addListener(() => void services.applyToPages().catch(report));
  // What the reader allows or takes back in the browser's own settings.
  browser.permissions.onAdded.addListener(() => void services.applyToPages().catch(report));
  browser.tabs.onRemoved.addListener(forgetPage);
  // The worker before this one may have been stopped in the middle of something.
  recoverAtStart(services, isRegistrationPending).catch(report);
});
