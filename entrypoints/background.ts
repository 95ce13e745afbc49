import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import type { SidebarForm } from "../core/settings/site-form.ts";
import { answerContextMenu } from "../platform/background/answer-context-menu.ts";
import { introduceOnce } from "../platform/background/first-run.ts";
import { createHandlers } from "../platform/background/handlers.ts";
import { createOpenViews } from "../platform/background/open-views.ts";
import { onPurgeAlarm, purgeRemoved } from "../platform/background/purge-removed.ts";
import { createServices } from "../platform/background/services.ts";
import { recoverAtStart } from "../platform/background/start-up.ts";
import { connection } from "../platform/feeds/poll/connection.ts";
import { createPollAlarm, onPollAlarm } from "../platform/feeds/poll/poll-alarm.ts";
import { createFeedReader } from "../platform/feeds/reader/create-feed-reader.ts";
import { loadCountryNames } from "../platform/indexing/load-country-names.ts";
import { openBundledData } from "../platform/indexing/open-bundled-data.ts";
import { createPause } from "../platform/indexing/turns.ts";
import { serveMessages } from "../platform/messages/message-server.ts";
import { createMirrorFiles } from "../platform/mirrors/mirror-files.ts";
import { openToday } from "../platform/pages/today-page.ts";
import { reportError } from "../platform/report-error.ts";
import { endMemoryNotice } from "../platform/storage/notices.ts";
import { openIndexedDbStore } from "../platform/store/block-store.ts";
import { createMemoryStore } from "../platform/store/memory-store.ts";
import { createSourceStore } from "../platform/store/source-store.ts";
import { openSpillFiles } from "../platform/store/spill-files.ts";
import { onArticleCommand } from "../platform/tabs/article-commands.ts";
import { showProgress } from "../platform/tabs/badge.ts";
import { createContextMenu, onContextMenu } from "../platform/tabs/context-menu.ts";
import { isRegistrationPending } from "../platform/tabs/overlay-registration.ts";
import { openSidePanel } from "../platform/tabs/side-panel.ts";
import { onToggleCommand } from "../platform/tabs/toggle-sidebar.ts";

/** A worker is woken to answer a request, so long work starts only after this delay, ms. */
const LONG_WORK_AFTER_MS = 3000;

/** Name of a command in the manifest. */
const OPEN_TODAY = "open-today";

/** The background worker. All listeners are registered while it first runs; each awaits the index. */
export default defineBackground(() => {
  const report = reportError("background");
  const services = createServices({
    worker: crypto.randomUUID(),
    async openStore() {
      const store = await openIndexedDbStore();
      endMemoryNotice().catch(report);
      return store;
    },
    createMemoryStore,
    sources: createSourceStore(),
    mirrorFiles: createMirrorFiles(),
    openBundledFile: openBundledData,
    loadCountryNames,
    openSpill: openSpillFiles,
    feedReader: createFeedReader(),
    pollAlarm: createPollAlarm("poll"),
    publishedAlarm: createPollAlarm("published"),
    fetch: (address, init) => fetch(address, init),
    async freeBytes() {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? null : quota - usage;
    },
    connection,
    showProgress: (job) => void showProgress(job),
    stayAwake: () => void browser.runtime.getPlatformInfo().catch(() => undefined),
    newGeneration: () => crypto.randomUUID(),
    now: () => Date.now(),
    random: () => Math.random(),
    pause: createPause(),
  });
  const views = createOpenViews(services);
  const handlers = createHandlers(services, views);
  serveMessages(handlers);

  browser.runtime.onInstalled.addListener((details) => {
    introduceOnce(details).catch(report);
    services.applyToPages().catch(report);
    createContextMenu().catch(report);
  });
  const keepForm = (tab: number, form: SidebarForm) => {
    const request = { type: "sidebar.form", form, tab } as const;
    handlers["sidebar.form"](request, { tab, url: "" }).catch(report);
  };
  onToggleCommand(keepForm);
  onArticleCommand((tab) => keepForm(tab, "open"));
  onContextMenu((question) => {
    openSidePanel(question.tab).catch(report);
    answerContextMenu(views, question).catch(report);
  });
  browser.runtime.onStartup.addListener(() => void services.applyToPages().catch(report));
  // What the user allows or takes back in the browser's own settings.
  browser.permissions.onRemoved.addListener(() => views.updates.stateChanged());
  browser.permissions.onAdded.addListener(() => {
    views.updates.stateChanged();
    services.applyToPages().catch(report);
    services.poller.onAllowed().catch(report);
    services.mirrors.checkDue().catch(report);
  });
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener((command) => {
    if (command === OPEN_TODAY) openToday().catch(report);
  });
  const purge = () => void purgeRemoved(services, Date.now()).catch(report);
  onPurgeAlarm(purge);
  onPollAlarm("poll", () => void services.poller.pollDue().catch(report));
  onPollAlarm("published", () => void services.mirrors.checkDue().catch(report));
  addEventListener("online", () => void services.poller.pollDue({ isBack: true }).catch(report));
  browser.tabs.onRemoved.addListener((tab) => void views.answers.forget(tab).catch(report));
  // The worker before this one may have been stopped in the middle of something.
  recoverAtStart(services, isRegistrationPending)
    .catch(report)
    .finally(() =>
      setTimeout(() => {
        services.stories.start();
        services.live.start();
        services.poller.start().catch(report);
        services.mirrors.start().catch(report);
        purge();
      }, LONG_WORK_AFTER_MS),
    );
});
