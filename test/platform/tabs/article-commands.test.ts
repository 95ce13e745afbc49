import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { onArticleCommand } from "../../../platform/tabs/article-commands.ts";
import fakeBrowser from "../../fake-browser.ts";

type OnCommand = (command: string, tab?: object) => Promise<void>;

const addListener = vi.fn<(listener: OnCommand) => void>();
const openPopup = vi.fn<() => Promise<void>>();
const onOpened = vi.fn<(tab: number) => void>();
/** What the views answer; rejected where none is open. */
const asked = vi.fn<(message: unknown) => Promise<unknown>>();
/** Told to the content script. */
const told = vi.fn<(tab: number, command: unknown) => Promise<unknown>>();

/** The user presses the shortcut of a command. */
async function press(command: string, tab: object | undefined = { id: 7 }): Promise<void> {
  onArticleCommand(onOpened);
  await addListener.mock.lastCall?.[0](command, tab);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetAllMocks();
  openPopup.mockResolvedValue(undefined);
  asked.mockRejectedValue(new Error("Receiving end does not exist"));
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation(asked);
  told.mockResolvedValue(undefined);
  vi.spyOn(browser.tabs, "sendMessage").mockImplementation(told);
  Object.assign(browser, { commands: { onCommand: { addListener } } });
  Object.assign(browser.action, { openPopup });
});

afterEach(() => {
  Reflect.deleteProperty(browser, "commands");
  vi.restoreAllMocks();
});

const FOCUS = [7, { type: "overlay.focus" }, { frameId: 0 }];
const STEP = [7, expect.objectContaining({ type: "article.step", step: 1 })];
const SHOW = [7, { type: "overlay.show" }, { frameId: 0 }];

test.each([
  ["next-article", 1],
  ["previous-article", -1],
])(
  "%s reaches the views of the tab in front, once the page has given the focus to a sidebar in it",
  async (command, step) => {
    asked.mockImplementation(async () => {
      expect(told.mock.calls[0]).toEqual(FOCUS);
      return true;
    });
    await press(command);
    const message = { type: "article.step", tab: 7, step, id: expect.any(String) };
    expect(asked.mock.calls).toEqual([[message]]);
    expect(told.mock.calls).toEqual([FOCUS, [7, message]]);
    expect(onOpened).not.toHaveBeenCalled();
  },
);

test("they reach the side panel beside a page without content script", async () => {
  told.mockRejectedValue(new Error("no content script"));
  asked.mockResolvedValue(true);
  await press("next-article");
  expect(openPopup).not.toHaveBeenCalled();
});

test("they reach a sidebar that gets only what is sent to its tab", async () => {
  told.mockResolvedValue(true);
  await press("next-article");
  expect(told.mock.calls).toEqual([FOCUS, STEP]);
  expect(onOpened).not.toHaveBeenCalled();
});

test("where no view is open the sidebar opens", async () => {
  await press("next-article");
  expect(told.mock.calls).toEqual([FOCUS, STEP, SHOW]);
  expect(onOpened.mock.calls).toEqual([[7]]);
});

test("where there can be none the popup does, as far as the browser lets it", async () => {
  told.mockRejectedValue(new Error("no content script"));
  openPopup.mockRejectedValueOnce(new Error("no click"));
  await press("next-article");
  expect(openPopup).toHaveBeenCalledTimes(1);
  expect(onOpened).not.toHaveBeenCalled();
});

test("other commands, and none in a tab, do nothing", async () => {
  await press("toggle-sidebar");
  await press("next-article", {});
  expect(asked).not.toHaveBeenCalled();
});
