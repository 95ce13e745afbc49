import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser, { type Tabs } from "webextension-polyfill";
import { followTabInFront } from "../../../platform/tabs/tab-in-front.ts";
import fakeBrowser from "../../fake-browser.ts";
import { waitUntil } from "../../wait-until.ts";

type Listener = (...args: never[]) => void;

/** The listeners of a browser event, which tests call. */
function listenersOf(event: { addListener: unknown; removeListener: unknown }): Set<Listener> {
  const listeners = new Set<Listener>();
  event.addListener = (listener: Listener) => void listeners.add(listener);
  event.removeListener = (listener: Listener) => void listeners.delete(listener);
  return listeners;
}

const shown: number[] = [];
const sent = vi.fn(async (_tab: number) => undefined);
const asked = vi.fn(async (_message: unknown) => ({ ok: true, value: null }));
let activated: Set<Listener>;
let updated: Set<Listener>;
let stop: () => void;

const follow = (fixed: number | null = null) => {
  stop = followTabInFront(fixed, (tab) => shown.push(tab));
};
const activate = (tabId: number, windowId = 1) => {
  for (const listener of activated) listener({ tabId, windowId } as never);
};
const load = (tab: number, status: string) => {
  for (const listener of updated) listener(tab as never, { status } as never);
};

beforeEach(() => {
  fakeBrowser.reset();
  shown.length = 0;
  sent.mockReset();
  asked.mockClear();
  activated = listenersOf(browser.tabs.onActivated);
  updated = listenersOf(browser.tabs.onUpdated);
  vi.spyOn(browser.tabs, "query").mockResolvedValue([{ id: 7, windowId: 1 } as Tabs.Tab]);
  vi.spyOn(browser.tabs, "sendMessage").mockImplementation(sent);
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation(asked);
});

afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

test("it shows the tab in front, and the one that comes to the front of its window", async () => {
  follow();
  await waitUntil(() => expect(shown).toEqual([7]));
  activate(8);
  activate(9, 2);
  await waitUntil(() => expect(shown).toEqual([7, 8]));
});

test("it asks the content script of the tab to report its page again", async () => {
  follow();
  await waitUntil(() => expect(shown).toEqual([7]));
  load(7, "loading");
  load(6, "complete");
  load(7, "complete");
  await waitUntil(() => expect(shown).toEqual([7, 7]));
  expect(sent.mock.calls.map(([tab]) => tab)).toEqual([7, 7]);
  expect(asked).not.toHaveBeenCalled();
});

test("a page that nothing is known of any more is forgotten", async () => {
  follow();
  await waitUntil(() => expect(shown).toEqual([7]));
  sent.mockRejectedValue(new Error("no content script"));
  load(7, "complete");
  await waitUntil(() => expect(shown).toEqual([7, 7]));
  expect(asked).toHaveBeenCalledWith({ type: "tab.forget", tab: 7 });
});

test("it stays with a tab that it is given", async () => {
  follow(5);
  await waitUntil(() => expect(shown).toEqual([5]));
  activate(8);
  load(5, "complete");
  await waitUntil(() => expect(shown).toEqual([5, 5]));
});

test("it ends", async () => {
  follow();
  await waitUntil(() => expect(shown).toEqual([7]));
  stop();
  expect([activated.size, updated.size]).toEqual([0, 0]);
});
