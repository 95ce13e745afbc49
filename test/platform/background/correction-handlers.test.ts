import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import browser, { type Tabs } from "webextension-polyfill";
import type { Correction } from "../../../core/corrections/corrections.ts";
import { createCorrectionHandlers } from "../../../platform/background/correction-handlers.ts";
import type { Sender } from "../../../platform/messages/message-server.ts";
import { readCorrections } from "../../../platform/storage/corrections-store.ts";
import fakeBrowser from "../../fake-browser.ts";

const NOW = Date.UTC(2026, 3, 15, 12, 0);
const SENDER = { tab: 7, url: "chrome-extension://x/sidebar.html" };
const PAGE = { url: "https://www.a.example/1?utm_source=x", title: "The page" };
const ARTICLE = { url: "https://b.example/2", title: "The article" };
const SAID: Correction = {
  page: "a.example/1",
  article: "b.example/2",
  pageTitle: "The page",
  articleTitle: "The article",
  at: NOW,
};

const TAB = { id: 7, index: 0, active: true, highlighted: true, pinned: false, incognito: false };

const views = {
  answers: { outdate: vi.fn() },
  updates: { correctionsChanged: vi.fn(async () => undefined) },
};
const handlers = createCorrectionHandlers(views);
const correct = (
  verdict: "other-story" | null,
  page = PAGE,
  articles = [ARTICLE],
  sender: Sender = SENDER,
) => handlers["story.correct"]({ type: "story.correct", page, articles, verdict }, sender);
const list = () => handlers["corrections.list"]({ type: "corrections.list" }, SENDER);
const add = (pairs: Correction[]) =>
  handlers["corrections.add"]({ type: "corrections.add", pairs }, SENDER);

/** The tab of the sidebar, and the one under the popup. */
let tab: Tabs.Tab;

beforeEach(() => {
  fakeBrowser.reset();
  tab = { ...TAB };
  vi.spyOn(browser.tabs, "get").mockImplementation(async () => tab);
  vi.spyOn(browser.tabs, "query").mockImplementation(async () => [tab]);
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a correction", () => {
  test("is stored with titles and time", async () => {
    expect(await correct("other-story")).toBeNull();
    expect(await list()).toEqual([SAID]);
  });

  test("is stored for each of the article's copies", async () => {
    const copy = { url: "https://c.example/3", title: "The copy" };
    await correct("other-story", PAGE, [ARTICLE, copy]);
    expect((await list()).map(({ article }) => article)).toEqual(["b.example/2", "c.example/3"]);
  });

  test("can be taken back, from the article's own page too", async () => {
    await correct("other-story");
    await correct(null, ARTICLE, [PAGE]);
    expect(await list()).toEqual([]);
  });

  test("is not stored without an address", async () => {
    await correct("other-story", { url: "", title: "" });
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe("a correction in a private window", () => {
  test.each<[string, Sender]>([
    ["sidebar", SENDER],
    ["popup", { tab: undefined, url: "chrome-extension://x/popup.html" }],
  ])("is not written to the disk, made in the %s", async (_, sender) => {
    tab = { ...TAB, incognito: true };
    await correct("other-story", PAGE, [ARTICLE], sender);
    expect((await readCorrections()).pairs).toEqual([SAID]);
    expect(await list()).toEqual([]);
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  test("is not written to the disk when its tab is closed and cannot be checked", async () => {
    vi.mocked(browser.tabs.get).mockRejectedValue(new Error("no tab with id 7"));
    await correct("other-story");
    expect((await readCorrections()).pairs).toEqual([SAID]);
    expect(await list()).toEqual([]);
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe("the list of corrections", () => {
  const OTHER: Correction = { ...SAID, article: "c.example/3", at: NOW - 1 };

  test("accepts others, and leaves existing ones unchanged", async () => {
    await correct("other-story");
    expect(await add([{ ...SAID, pageTitle: "Again" }, OTHER])).toEqual([SAID, OTHER]);
    expect(await list()).toEqual([SAID, OTHER]);
  });

  test("accepts none from the future", async () => {
    expect(await add([{ ...SAID, at: NOW + 1 }])).toEqual([SAID]);
  });

  test("loses a correction that is removed", async () => {
    await add([SAID, OTHER]);
    const { page, article } = SAID;
    const request = { type: "corrections.remove" as const, pairs: [{ page, article }] };
    expect(await handlers["corrections.remove"](request, SENDER)).toEqual([OTHER]);
  });

  test("is empty when it is cleared", async () => {
    await add([SAID, OTHER]);
    expect(await handlers["corrections.clear"]({ type: "corrections.clear" }, SENDER)).toEqual([]);
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});
