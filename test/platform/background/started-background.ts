import { type MockInstance, vi } from "vitest";
import browser from "webextension-polyfill";
import type { PageVerdict } from "../../../core/protocol/responses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { createHandlers } from "../../../platform/background/handlers.ts";
import { createOpenViews, type OpenViews } from "../../../platform/background/open-views.ts";
import { createServices } from "../../../platform/background/services.ts";
import { DataSetLibrary } from "../../../platform/indexing/data-set-library.ts";
import type { Handlers } from "../../../platform/messages/message-server.ts";
import { createMemoryStore } from "../../../platform/store/memory-store.ts";
import { openMemorySpill } from "../../../platform/store/spill-files.ts";
import { COUNTRIES } from "../../core/story/words/headlines.ts";
import fakeBrowser from "../../fake-browser.ts";
import { dataSetFileOf } from "../../fixtures/data-set-files.ts";
import { record } from "../../fixtures/records.ts";
import { MemoryAlarm, ServedFeeds } from "../../fixtures/served-feeds.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";
import { installPorts } from "../fake-ports.ts";
import { installScripting } from "../fake-scripting.ts";
import { memoryMirrorFiles } from "../publisher.ts";
import { packaged } from "../workers.ts";

/** A page with a record that names two related articles, and one of the same outlet without a record. */
export const STORY = "https://a.example/story";
export const OTHER = "https://a.example/other";
export const SENDER = { tab: 7, url: STORY };

/** A background whose handlers a test calls, with what it would find in the browser. */
export interface StartedBackground {
  readonly handlers: Handlers;
  readonly views: OpenViews;
  readonly scripting: ReturnType<typeof installScripting>;
  readonly connect: ReturnType<typeof installPorts>;
  readonly lookUps: MockInstance<DataSetLibrary["lookUp"]>;
  /** The records of the bundled data set, which is opened at the first look-up. */
  records: readonly ArticleRecord[];
  /** Whether the bundled data set cannot be opened. */
  isPackageBroken: boolean;
  /** Reports a page that a tab shows. */
  seen(
    url: string,
    sender?: { readonly tab: number | undefined; readonly url: string },
  ): Promise<PageVerdict>;
}

/** Starts a background in an empty browser, for use in `beforeEach`. */
export function startBackground(): StartedBackground {
  fakeBrowser.reset();
  const scripting = installScripting();
  vi.spyOn(browser.tabs, "query").mockResolvedValue([]);
  const connect = installPorts();
  const lookUps = vi.spyOn(DataSetLibrary.prototype, "lookUp").mockClear();
  const services = createServices({
    worker: "worker",
    openStore: async () => createMemoryStore(),
    createMemoryStore,
    sources: new MemorySources(),
    async openBundledFile() {
      if (background.isPackageBroken) throw new TypeError("no package");
      return packaged((await dataSetFileOf(background.records)).bytes);
    },
    showProgress: () => undefined,
    stayAwake: () => undefined,
    loadCountryNames: async () => COUNTRIES,
    openSpill: async () => openMemorySpill(),
    newGeneration: () => crypto.randomUUID(),
    feedReader: new ServedFeeds(),
    pollAlarm: new MemoryAlarm(),
    publishedAlarm: new MemoryAlarm(),
    mirrorFiles: memoryMirrorFiles(),
    fetch: async () => Response.error(),
    freeBytes: async () => null,
    connection: () => "ok",
    random: () => 0.5,
    now: () => 1_650_000_000_000,
    pause: async () => undefined,
  });
  const views = createOpenViews(services);
  const handlers = createHandlers(services, views);
  const background: StartedBackground = {
    ...{ handlers, views, scripting, connect, lookUps },
    records: [
      record(STORY, { related: [record("https://b.example/1"), record("https://c.example/1")] }),
    ],
    isPackageBroken: false,
    seen: async (url, sender = SENDER) =>
      handlers["page.seen"]({ type: "page.seen", url, claims: [], statement: null }, sender),
  };
  return background;
}
