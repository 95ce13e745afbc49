import { beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import browser, { type Runtime, type Tabs } from "webextension-polyfill";
import type { PageStatement } from "../../../core/page/page-statement.ts";
import type { TabCoverage } from "../../../core/protocol/messages.ts";
import type { ViewUpdate } from "../../../core/protocol/view-updates.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { answerContextMenu } from "../../../platform/background/answer-context-menu.ts";
import { createHandlers } from "../../../platform/background/handlers.ts";
import { createOpenViews, type OpenViews } from "../../../platform/background/open-views.ts";
import { createServices } from "../../../platform/background/services.ts";
import { DataSetLibrary } from "../../../platform/indexing/data-set-library.ts";
import type { Handlers } from "../../../platform/messages/message-server.ts";
import { readNotice, writeNotice } from "../../../platform/storage/notices.ts";
import { askedLinkItem } from "../../../platform/storage/stored-items.ts";
import { createMemoryStore } from "../../../platform/store/memory-store.ts";
import { openMemorySpill } from "../../../platform/store/spill-files.ts";
import { recallPage } from "../../../platform/tabs/tab-pages.ts";
import { COUNTRIES } from "../../core/story/words/headlines.ts";
import fakeBrowser from "../../fake-browser.ts";
import { dataSetFileOf } from "../../fixtures/data-set-files.ts";
import { record } from "../../fixtures/records.ts";
import { MemoryAlarm, ServedFeeds } from "../../fixtures/served-feeds.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";
import { waitUntil } from "../../wait-until.ts";
import { type FakePort, installPorts } from "../fake-ports.ts";
import { installScripting } from "../fake-scripting.ts";
import { memoryMirrorFiles } from "../publisher.ts";
import { packaged } from "../workers.ts";

const STORY = "https://a.example/story";
const OTHER = "https://a.example/other";
const SENDER = { tab: 7, url: STORY };

let scripting: ReturnType<typeof installScripting>;
let handlers: Handlers;
let views: OpenViews;
let records: readonly ArticleRecord[];
let isPackageBroken: boolean;
let connect: ReturnType<typeof installPorts>;
let lookUps: MockInstance<DataSetLibrary["lookUp"]>;

beforeEach(() => {
  fakeBrowser.reset();
  scripting = installScripting();
  vi.spyOn(browser.tabs, "query").mockResolvedValue([]);
  isPackageBroken = false;
  records = [
    record(STORY, { related: [record("https://b.example/1"), record("https://c.example/1")] }),
  ];
  connect = installPorts();
  lookUps = vi.spyOn(DataSetLibrary.prototype, "lookUp").mockClear();
  const services = createServices({
    worker: "worker",
    openStore: async () => createMemoryStore(),
    createMemoryStore,
    sources: new MemorySources(),
    async openBundledFile() {
      if (isPackageBroken) throw new TypeError("no package");
      return packaged((await dataSetFileOf(records)).bytes);
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
  views = createOpenViews(services);
  handlers = createHandlers(services, views);
});

const seen = (url: string, sender: { tab: number | undefined; url: string } = SENDER) =>
  handlers["page.seen"]({ type: "page.seen", url, claims: [], statement: null }, sender);

test("an address is answered with its page's key", async () => {
  const url = `${STORY}?utm_source=x`;
  expect(await handlers["page.key"]({ type: "page.key", url }, SENDER)).toBe("a.example/story");
});

describe("a page that is seen", () => {
  test("with a story gets the sidebar", async () => {
    expect(await seen(STORY)).toEqual({ sidebar: "open", width: 360 });
  });

  test("gets the sidebar in the form that the user has set", async () => {
    await browser.storage.local.set({ settings: { sidebar: "tab", sidebarWidth: 500 } });
    expect(await seen(STORY)).toEqual({ sidebar: "tab", width: 500 });
  });

  test("gets no sidebar when the user has switched it off", async () => {
    await browser.storage.local.set({ settings: { sidebar: "off" } });
    expect(await seen(STORY)).toEqual({ sidebar: "none", width: 360 });
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("2");
  });

  test("of an article that no other outlet covers gets none, and a dot on the button", async () => {
    const lonely = "https://lonely.example/1";
    records = [...records, record(lonely, { title: "A whale swims into town" })];
    expect((await seen(lonely, { tab: 7, url: lonely })).sidebar).toBe("none");
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("•");
  });

  test("of an outlet without a record gets none, and a dot on the button", async () => {
    expect((await seen(OTHER)).sidebar).toBe("none");
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("•");
  });

  test("on a site that is switched off leaves no trace", async () => {
    await browser.storage.local.set({ settings: { sitesOff: ["a.example"] } });
    expect((await seen(STORY)).sidebar).toBe("none");
    expect(await recallPage(7)).toBeNull();
  });

  test("of an unknown site leaves no trace", async () => {
    const url = "https://unknown.example/";
    expect((await seen(url, { tab: 7, url })).sidebar).toBe("none");
    expect(await recallPage(7)).toBeNull();
  });

  test("may have navigated within its own site since the browser reported its address", async () => {
    expect((await seen(STORY, { tab: 7, url: OTHER })).sidebar).toBe("open");
  });

  test.each([
    ["of another site", "https://a.example/story", "https://b.example/x"],
    ["that is no address", "nonsense", "https://b.example/x"],
  ])("is answered for its own address when it states one %s", async (_, stated, own) => {
    expect((await seen(stated, { tab: 7, url: own })).sidebar).toBe("none");
    expect((await recallPage(7))?.url).toBe(own);
  });
});

describe("on a site where the user has left the sidebar in a form", () => {
  const leave = (form: "open" | "tab" | "closed", tab: number | null = null) =>
    handlers["sidebar.form"](
      { type: "sidebar.form", form, tab },
      tab === null ? SENDER : { tab: undefined, url: "" },
    );
  const nextPage = async () => (await seen(STORY)).sidebar;
  let isPrivate: boolean;

  beforeEach(async () => {
    isPrivate = false;
    vi.spyOn(browser.tabs, "get").mockImplementation(
      async () => ({ incognito: isPrivate }) as Tabs.Tab,
    );
    await seen(STORY);
  });

  test.each([
    ["closed", "none"],
    ["tab", "tab"],
    ["open", "open"],
  ] as const)("it is so on the next page: %s", async (form, sidebar) => {
    await leave(form);
    expect(await nextPage()).toBe(sidebar);
  });

  test("it is as the user has left it last, also by the popup", async () => {
    await leave("closed");
    await leave("open", 7);
    expect(await nextPage()).toBe("open");
    expect(await browser.storage.local.get("siteForms")).toEqual({
      siteForms: [{ site: "a.example", form: "open" }],
    });
  });

  test("it stays away where it is set to stay away on all sites", async () => {
    await leave("open");
    await browser.storage.local.set({ settings: { sidebar: "off" } });
    expect(await nextPage()).toBe("none");
  });

  test("of a private window nothing is kept once the browser ends", async () => {
    isPrivate = true;
    await leave("closed");
    expect(await nextPage()).toBe("none");
    expect(await browser.storage.local.get("siteForms")).toEqual({});
  });

  test("all that is kept can be read, taken away, and given back", async () => {
    await leave("closed");
    const list = () => handlers["siteForms.list"]({ type: "siteForms.list" }, SENDER);
    const forms = [...(await list())];
    expect(forms).toEqual([{ site: "a.example", form: "closed" }]);
    const sites = ["a.example"];
    await handlers["siteForms.remove"]({ type: "siteForms.remove", sites }, SENDER);
    expect(await nextPage()).toBe("open");
    await handlers["siteForms.add"]({ type: "siteForms.add", forms }, SENDER);
    expect(await nextPage()).toBe("none");
  });

  test("what comes back does not undo what the user has done on a site since", async () => {
    await leave("tab");
    const forms = [{ site: "a.example", form: "closed" } as const];
    await handlers["siteForms.add"]({ type: "siteForms.add", forms }, SENDER);
    expect(await nextPage()).toBe("tab");
  });

  test("nothing of it is left after a reset", async () => {
    await leave("closed");
    await handlers.reset({ type: "reset" }, SENDER);
    expect(await browser.storage.local.get("siteForms")).toEqual({});
    expect(await nextPage()).toBe("open");
  });

  test("nothing is kept of a page that is not known", async () => {
    await seen("https://unknown.example/", { tab: 7, url: "https://unknown.example/" });
    await leave("closed");
    expect(await browser.storage.local.get("siteForms")).toEqual({});
  });
});

describe("what the user asks about in the context menu", () => {
  const question = { tab: 7, url: STORY } as const;

  test("a link is kept for the side panel of its tab until the user is done with it", async () => {
    const text = async () => "Story at a link";
    await answerContextMenu(views, { ...question, about: "link", text });
    expect(await askedLinkItem.read()).toEqual({ tab: 7, url: STORY, text: "Story at a link" });
    expect(lookUps).not.toHaveBeenCalled();
    await handlers["link.forget"]({ type: "link.forget" }, SENDER);
    expect(await askedLinkItem.read()).toBeNull();
  });

  test("the comparison of headlines opens beside the tab whose sidebar asked for it", async () => {
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ index: 3 } as Tabs.Tab);
    const create = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as Tabs.Tab);
    await handlers["compare.open"]({ type: "compare.open", other: null }, SENDER);
    expect(create).toHaveBeenCalledWith({
      url: browser.runtime.getURL("/compare.html?tab=7"),
      index: 4,
    });
  });

  test("the article behind a link is looked up by its address, without a trace in its tab", async () => {
    const ask = { type: "coverage.ofLink", url: STORY, text: "" } as const;
    const { coverage } = await handlers["coverage.ofLink"](ask, SENDER);
    expect(coverage).toMatchObject({ kind: "article", page: { url: STORY } });
    expect(await recallPage(7)).toBeNull();
  });

  test("the article behind a link is looked up by its text", async () => {
    const url = "https://unknown.example/1";
    const ask = { type: "coverage.ofLink", url, text: "Story at https://b.example/1" } as const;
    const { facts } = await handlers["coverage.ofLink"](ask, SENDER);
    expect(facts).toMatchObject({ headline: "Story at https://b.example/1", published: null });
  });

  test("a page is read and looked up, and its tab shows the answer", async () => {
    await answerContextMenu(views, { ...question, about: "page" });
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("2");
    expect((await recallPage(7))?.url).toBe(STORY);
  });
});

describe("the sidebar of a tab", () => {
  const SIDEBAR = { url: browser.runtime.getURL("/sidebar.html"), tab: { id: 7 } as Tabs.Tab };
  const open = (sender: Partial<Runtime.MessageSender> = SIDEBAR): FakePort => {
    const port = connect("view", sender);
    port.say({ view: "sidebar" });
    return port;
  };
  /** The answer that the sidebar was sent last, once it has been sent `count`. */
  const answerOf = async (port: FakePort, count = 1): Promise<TabCoverage> => {
    await waitUntil(() => expect(port.received).toHaveLength(count));
    const update = port.received.at(-1) as ViewUpdate;
    if (update.type !== "answer" || !update.result.ok) throw new Error(JSON.stringify(update));
    return update.result.value;
  };

  test("is sent the answer for the page that the tab shows, which is looked up once", async () => {
    await seen(STORY);
    const { coverage } = await answerOf(open());
    expect(coverage).toMatchObject({ kind: "article", page: { url: STORY } });
    expect(lookUps).toHaveBeenCalledTimes(1);
  });

  test("gets the page's statement, repaired", async () => {
    const statement: PageStatement = {
      headline: "Bridge\u202e closed",
      description: "",
      published: ["2024-03-01"],
      language: "en-GB",
      outlet: "A",
      type: "article",
    };
    await handlers["page.seen"]({ type: "page.seen", url: STORY, claims: [], statement }, SENDER);
    const { facts } = await answerOf(open());
    expect(facts).toEqual({
      headline: "Bridge closed",
      description: "",
      published: Date.UTC(2024, 2, 1),
      language: "en",
      outlet: "A",
      type: "article",
    });
  });

  test("gets the address the page has, by which a correction names it", async () => {
    await seen(STORY);
    const { address } = await answerOf(open());
    expect(address).toBe(STORY);
  });

  test("brings the count on the button up to date", async () => {
    await seen(STORY);
    await browser.action.setBadgeText({ tabId: 7, text: "9" });
    await answerOf(open());
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("2");
  });

  test("gets nothing about another tab's page", async () => {
    await seen(STORY);
    const { coverage } = await answerOf(open({ ...SIDEBAR, tab: { id: 8 } as Tabs.Tab }));
    expect(coverage).toEqual({ kind: "none" });
  });

  test("is sent the answer again when it changes, and not while it is the same", async () => {
    await seen(STORY);
    const port = open();
    await answerOf(port);
    await seen(STORY);
    expect(port.received).toHaveLength(1);
    await handlers["settings.change"](
      { type: "settings.change", change: { sidebar: "tab" } },
      SENDER,
    );
    await seen(STORY);
    expect((await answerOf(port, 2)).settings.sidebar).toBe("tab");
  });

  test("is sent nothing before it has told what it shows, or after an invalid message", async () => {
    await seen(STORY);
    const port = connect("view", SIDEBAR);
    port.say({ view: "everything" });
    port.say(null);
    await seen(STORY);
    expect(port.received).toEqual([]);
  });

  test.each([
    ["a content script", { url: STORY, tab: { id: 7 } as Tabs.Tab }],
    ["another extension", { ...SIDEBAR, id: "other" }],
  ])("cannot be impersonated by %s", async (_, sender) => {
    const port = connect("view", sender);
    expect(port.isOpen).toBe(false);
    port.say({ view: "sidebar" });
    await seen(STORY);
    expect(port.received).toEqual([]);
  });
});

describe("a site", () => {
  const turn = (on: boolean) =>
    handlers["site.switch"]({ type: "site.switch", site: "a.example", on }, SENDER);

  test("that is switched off is listed once, and its pages run no script", async () => {
    await turn(false);
    expect((await turn(false)).sitesOff).toEqual(["a.example"]);
    expect(scripting.registered[0]?.excludeMatches).toEqual(["*://*.a.example/*"]);
  });

  test("that is switched on again leaves no trace in the settings", async () => {
    await turn(false);
    expect((await turn(true)).sitesOff).toEqual([]);
    expect(scripting.registered[0]?.excludeMatches).toEqual([]);
  });
});

describe("the status", () => {
  const status = () => handlers.status({ type: "status" }, SENDER);

  test("has the index and its size", async () => {
    expect((await status()).dataSets).toMatchObject([{ articles: 3, outlets: 3, builtAt: null }]);
  });

  test("has no index when none can be built", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    isPackageBroken = true;
    expect(await status()).toMatchObject({ settings: { sidebar: "open" }, dataSets: [] });
    expect(logged).toHaveBeenCalledTimes(1);
  });

  test("has no notice once it is dismissed", async () => {
    await writeNotice("rebuilt");
    expect((await status()).notice).toBe("rebuilt");
    await handlers["notice.dismiss"]({ type: "notice.dismiss" }, SENDER);
    expect(await readNotice()).toBeNull();
  });

  test("is as at installation after a reset", async () => {
    await browser.storage.local.set({ settings: { sidebar: "off", sitesOff: ["a.example"] } });
    const after = await handlers.reset({ type: "reset" }, SENDER);
    expect(after.settings).toMatchObject({ sidebar: "open", sitesOff: [] });
    expect(after.dataSets).toHaveLength(1);
  });

  test("follows no story after a reset", async () => {
    const articles = [{ url: STORY, title: "Bridge closed", outlet: "A", published: 1 }];
    await handlers["today.follow"]({ type: "today.follow", articles }, SENDER);
    await handlers["today.looked"]({ type: "today.looked" }, SENDER);
    const follows = await handlers["follows.list"]({ type: "follows.list" }, SENDER);
    expect(follows).toMatchObject([{ articles }]);
    await handlers.reset({ type: "reset" }, SENDER);
    expect(await browser.storage.local.get(["follows", "todayLook"])).toEqual({});
    await handlers["follows.add"]({ type: "follows.add", follows: [...follows] }, SENDER);
    expect(await handlers["follows.list"]({ type: "follows.list" }, SENDER)).toEqual(follows);
  });

  test("holds no page with a correction after a reset", async () => {
    const page = { url: STORY, title: "" };
    const articles = [{ url: "https://b.example/1", title: "" }];
    const verdict = "other-story";
    const popup = { tab: undefined, url: "" };
    await handlers["story.correct"]({ type: "story.correct", page, articles, verdict }, popup);
    expect(await browser.storage.local.get("corrections")).toHaveProperty("corrections");
    await handlers.reset({ type: "reset" }, SENDER);
    expect(await browser.storage.local.get("corrections")).toEqual({});
  });
});

describe("the introduction", () => {
  const start = () => handlers["introduction.start"]({ type: "introduction.start" }, SENDER);
  const OUTLET = {
    name: "Harbour News",
    domains: ["harbour.example"],
    feed: "https://feeds.harbour.example/rss",
    country: "NO",
    language: "nb",
  };

  test("has a story that comes with the extension, and leaves the page of its tab unknown", async () => {
    const { example, chosen } = await start();
    expect(example).toMatchObject({
      coverage: { kind: "article", site: "a.example" },
      facts: null,
    });
    expect(example?.address).toBe(STORY);
    expect(chosen).toBeNull();
    expect(await recallPage(7)).toBeNull();
  });

  test("goes without a story where none that comes with the extension has two related articles", async () => {
    records = [record(STORY)];
    expect((await start()).example).toBeNull();
  });

  test("goes without a story where the package cannot be read", async () => {
    isPackageBroken = true;
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect((await start()).example).toBeNull();
    expect(logged).toHaveBeenCalled();
  });

  test("knows what the user chose there before, until all is reset", async () => {
    await handlers["introduction.choose"](
      { type: "introduction.choose", outlets: [OUTLET] },
      SENDER,
    );
    expect((await start()).chosen).toEqual([OUTLET]);
    await handlers.reset({ type: "reset" }, SENDER);
    expect((await start()).chosen).toBeNull();
  });
});
