import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import browser, { type Runtime } from "webextension-polyfill";
import type { Responses } from "../../../core/protocol/responses.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import {
  answer,
  type Handlers,
  type Sender,
  serveMessages,
} from "../../../platform/messages/message-server.ts";

/** What the handlers were called with. The handlers stand in for the real ones and say only who asked. */
let calls: [type: string, sender: Sender][];

function handlers(changes: Partial<Handlers> = {}): Handlers {
  const called =
    <Type extends keyof Responses>(type: Type, value: Responses[Type]) =>
    async (_request: unknown, sender: Sender) => {
      calls.push([type, sender]);
      return value;
    };
  const settings = parseSettings({});
  const status = { settings, notice: null, dataSets: [], deleted: [], job: null, canImport: true };
  const none = {
    address: "",
    coverage: { kind: "none" },
    facts: null,
    settings,
    notice: null,
    live: null,
  } as const;
  const live = {
    outlets: [],
    articles: 0,
    articlesToday: 0,
    bytes: 0,
    lastSuccessAt: null,
    round: null,
    waitsFor: null,
  };
  const published = { sets: [], canSubscribe: true };
  const today = {
    outlets: [],
    articles: 0,
    stories: [],
    total: 0,
    shared: 0,
    single: 0,
    changed: 0,
    hidden: 0,
    preferences: [],
    following: 0,
    followingNew: 0,
    records: [],
    lookedAt: null,
  };
  return {
    "page.key": called("page.key", "a.example/1"),
    "page.seen": called("page.seen", { sidebar: "none", width: 360 }),
    "coverage.ofTab": called("coverage.ofTab", none),
    frame: called("frame", null),
    "sidebar.form": called("sidebar.form", null),
    "siteForms.list": called("siteForms.list", []),
    "siteForms.add": called("siteForms.add", []),
    "siteForms.remove": called("siteForms.remove", []),
    "tab.forget": called("tab.forget", null),
    "coverage.ofLink": called("coverage.ofLink", none),
    "link.forget": called("link.forget", null),
    "options.open": called("options.open", null),
    "compare.open": called("compare.open", null),
    "citations.open": called("citations.open", null),
    "tab.own": called("tab.own", 7),
    status: called("status", status),
    "settings.change": called("settings.change", settings),
    "site.switch": called("site.switch", settings),
    "outlet.prefer": called("outlet.prefer", settings),
    "outlet.open": called("outlet.open", null),
    "outlet.profile": called("outlet.profile", {
      ...{ known: null, week: null, preference: null },
      latest: { read: 0, changed: 0, topics: [] },
    }),
    "index.rebuild": called("index.rebuild", status),
    "import.start": called("import.start", status),
    "import.resume": called("import.resume", status),
    "import.discard": called("import.discard", status),
    "sources.sweep": called("sources.sweep", null),
    "dataSet.enable": called("dataSet.enable", status),
    "dataSet.rename": called("dataSet.rename", status),
    "dataSet.delete": called("dataSet.delete", status),
    "dataSet.restore": called("dataSet.restore", status),
    "dataSet.access": called("dataSet.access", status),
    "story.correct": called("story.correct", null),
    "corrections.list": called("corrections.list", []),
    "corrections.add": called("corrections.add", []),
    "corrections.remove": called("corrections.remove", []),
    "corrections.clear": called("corrections.clear", []),
    "outlets.status": called("outlets.status", live),
    "outlets.add": called("outlets.add", live),
    "outlets.change": called("outlets.change", live),
    "outlets.remove": called("outlets.remove", live),
    "outlets.restore": called("outlets.restore", live),
    "outlets.poll": called("outlets.poll", live),
    "published.preview": called("published.preview", {
      kind: "trouble",
      trouble: { kind: "disk-full" },
    }),
    "published.status": called("published.status", published),
    "published.add": called("published.add", published),
    "published.change": called("published.change", published),
    "published.remove": called("published.remove", published),
    "published.restore": called("published.restore", published),
    "published.check": called("published.check", published),
    "published.cancel": called("published.cancel", published),
    "outlets.stopPolling": called("outlets.stopPolling", live),
    "introduction.start": called("introduction.start", { example: null, chosen: null }),
    "introduction.choose": called("introduction.choose", null),
    "today.stories": called("today.stories", today),
    "today.looked": called("today.looked", null),
    "today.follow": called("today.follow", true),
    "today.unfollow": called("today.unfollow", null),
    "follows.list": called("follows.list", []),
    "follows.add": called("follows.add", []),
    "saved.list": called("saved.list", []),
    "saved.save": called("saved.save", { id: null, isNew: false }),
    "saved.add": called("saved.add", []),
    "saved.change": called("saved.change", []),
    "saved.remove": called("saved.remove", []),
    "readings.list": called("readings.list", { readings: [], isKept: false }),
    "readings.among": called("readings.among", []),
    "readings.add": called("readings.add", []),
    "readings.remove": called("readings.remove", []),
    search: called("search", { articles: [], isCut: false, dataSets: [] }),
    "notice.dismiss": called("notice.dismiss", status),
    reset: called("reset", status),
    ...changes,
  };
}

const ID = browser.runtime.id;
const OPTIONS: Runtime.MessageSender = { id: ID, url: browser.runtime.getURL("/options.html") };
const TAB = { id: 7, index: 0, active: true, highlighted: true, pinned: false, incognito: false };
const PAGE: Runtime.MessageSender = { id: ID, url: "https://a.example/1", tab: TAB, frameId: 0 };
const SEEN = { type: "page.seen", url: "https://a.example/1", claims: [], statement: null };

beforeEach(() => {
  calls = [];
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a content script", () => {
  test.each(["https://a.example/1", "http://a.example/1"])(
    "of a page at %s may ask",
    async (url) => {
      expect(await answer(handlers(), SEEN, { ...PAGE, url })).toEqual({
        ok: true,
        value: { sidebar: "none", width: 360 },
      });
      expect(calls).toEqual([["page.seen", { tab: 7, url }]]);
    },
  );

  test.each<[string, Record<string, unknown>]>([
    ["of another extension", { id: "another" }],
    ["in a frame of the page", { frameId: 3 }],
    ["in no known frame", { frameId: undefined }],
    ["in no tab", { tab: undefined }],
    ["in a tab without a number", { tab: { ...TAB, id: undefined } }],
    ["on a file", { url: "file:///tmp/x.html" }],
    ["on a page without an address", { url: "about:blank" }],
    ["on another extension's page", { url: "chrome-extension://another/options.html" }],
    ["on an address that only mentions http", { url: "data:text/html,https://a.example/" }],
    ["that the browser gives no address of", { url: undefined }],
  ])("%s is refused", async (_, change) => {
    const sender = { ...PAGE, ...change } as Runtime.MessageSender;
    expect(await answer(handlers(), SEEN, sender)).toEqual({ ok: false, failure: "forbidden" });
    expect(calls).toEqual([]);
  });

  test.each([
    { type: "status" },
    { type: "coverage.ofTab", tab: 7, url: "https://a.example/1", claims: [], statement: null },
    { type: "frame", frame: { action: "close" } },
    { type: "options.open" },
    { type: "compare.open", other: null },
    { type: "citations.open", article: null },
    { type: "tab.own" },
    { type: "settings.change", change: { sidebar: "off" } },
    { type: "site.switch", site: "a.example", on: false },
    { type: "index.rebuild", id: "made-up" },
    { type: "import.discard" },
    { type: "dataSet.delete", id: "made-up" },
    { type: "dataSet.access", id: "made-up", access: "all" },
    { type: "introduction.start" },
    { type: "introduction.choose", outlets: [] },
    { type: "notice.dismiss" },
    { type: "reset" },
  ])("may not ask what views ask: $type", async (message) => {
    expect(await answer(handlers(), message, PAGE)).toEqual({ ok: false, failure: "forbidden" });
    expect(calls).toEqual([]);
  });
});

describe("an extension page", () => {
  test.each([
    ["without a tab", OPTIONS, undefined],
    ["in a tab", { ...OPTIONS, tab: TAB, frameId: 0 }, 7],
    ["in a frame of a page", { ...OPTIONS, tab: TAB, frameId: 4 }, 7],
  ] as const)("%s may ask", async (_, sender, tab) => {
    const { ok } = await answer(handlers(), { type: "status" }, sender);
    expect(ok).toBe(true);
    expect(calls).toEqual([["status", { tab, url: OPTIONS.url }]]);
  });

  test("cannot impersonate a content script", async () => {
    expect(await answer(handlers(), SEEN, OPTIONS)).toEqual({ ok: false, failure: "forbidden" });
  });

  test("is not recognised by an address that only begins alike", async () => {
    const url = `${browser.runtime.getURL("").slice(0, -1)}.evil.example/`;
    const sender = { ...OPTIONS, url };
    expect(await answer(handlers(), { type: "status" }, sender)).toEqual({
      ok: false,
      failure: "forbidden",
    });
  });
});

describe("a message outside the protocol is malformed", () => {
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "status"],
    ["a list", [{ type: "status" }]],
    ["no type", {}],
    ["an unknown type", { type: "nonsense" }],
    ["a type out of the prototype", { type: "constructor" }],
    ["something more", { type: "status", verbose: true }],
    ["something less", { type: "site.switch", site: "a.example" }],
    ["a value of another kind", { type: "site.switch", site: "a.example", on: "yes" }],
  ])("%s", async (_, message) => {
    expect(await answer(handlers(), message, OPTIONS)).toEqual({ ok: false, failure: "malformed" });
    expect(calls).toEqual([]);
  });
});

describe("a handler", () => {
  test("that throws gives an internal failure, with the reason on the console only", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failing = handlers({ status: () => Promise.reject(new Error("secret path")) });
    expect(await answer(failing, { type: "status" }, OPTIONS)).toEqual({
      ok: false,
      failure: "internal",
    });
    expect(logged).toHaveBeenCalledWith("Second Source:", "status", new Error("secret path"));
  });

  test("that never settles gives up after 25 seconds", async () => {
    vi.useFakeTimers();
    let result: unknown = "waiting";
    const stuck = handlers({ status: () => new Promise(() => undefined) });
    void answer(stuck, { type: "status" }, OPTIONS).then((value) => {
      result = value;
    });
    await vi.advanceTimersByTimeAsync(24_999);
    expect(result).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(result).toEqual({ ok: false, failure: "unavailable" });
  });

  test("that answers leaves no timer behind", async () => {
    vi.useFakeTimers();
    await answer(handlers(), { type: "status" }, OPTIONS);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("the browser's messages are answered as they come", async () => {
  const listen = vi.spyOn(browser.runtime.onMessage, "addListener");
  serveMessages(handlers());
  const [listener] = listen.mock.calls[0] ?? [];
  const response = await new Promise((resolve) => {
    expect(listener?.({ type: "options.open" }, OPTIONS, resolve)).toBe(true);
  });
  expect(response).toEqual({ ok: true, value: null });
});
