import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { onArticleStep, ownTab } from "../../../platform/messages/article-steps.ts";
import fakeBrowser from "../../fake-browser.ts";
import { waitUntil } from "../../wait-until.ts";

type OnMessage = (message: unknown, sender: object) => Promise<unknown> | undefined;

let listeners: Set<OnMessage>;
const onStep = vi.fn<(step: number) => void>();

/** A page of the extension gets a message. */
const get = (message: unknown, sender: object = {}) =>
  [...listeners].map((listener) => listener(message, sender));

beforeEach(() => {
  fakeBrowser.reset();
  onStep.mockReset();
  listeners = new Set();
  const { onMessage } = browser.runtime;
  vi.spyOn(onMessage, "addListener").mockImplementation(
    (listener) => void listeners.add(listener as OnMessage),
  );
  vi.spyOn(onMessage, "removeListener").mockImplementation(
    (listener) => void listeners.delete(listener as OnMessage),
  );
});

afterEach(() => vi.restoreAllMocks());

test("a view makes a step in its own tab, and says that it has", async () => {
  onArticleStep(() => 7, onStep);
  expect(await Promise.all(get({ type: "article.step", tab: 7, step: -1 }))).toEqual([true]);
  expect(onStep.mock.calls).toEqual([[-1]]);
});

test("a step that arrives on two ways is made once", () => {
  onArticleStep(() => 7, onStep);
  const message = { type: "article.step", tab: 7, step: 1, id: "a" };
  get(message);
  get(message);
  get({ ...message, id: "b" });
  expect(onStep.mock.calls).toEqual([[1], [1]]);
});

test.each<[string, unknown, object]>([
  ["in another tab", { type: "article.step", tab: 8, step: 1 }, {}],
  ["that a content script asks for", { type: "article.step", tab: 7, step: 1 }, { tab: { id: 7 } }],
  ["that is another message", { type: "background.started" }, {}],
])("it makes no step %s, and leaves the answer to others", (_, message, sender) => {
  onArticleStep(() => 7, onStep);
  expect(get(message, sender)).toEqual([undefined]);
  expect(onStep).not.toHaveBeenCalled();
});

test("it makes none once it is gone", () => {
  onArticleStep(() => 7, onStep)();
  expect(listeners.size).toBe(0);
});

test("a frame learns which tab it is in", async () => {
  vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: 7 });
  const tab = ownTab();
  expect(tab()).toBeUndefined();
  await waitUntil(() => expect(tab()).toBe(7));
});
