import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import type { SidebarForm } from "../../../core/settings/site-form.ts";
import { onToggleCommand } from "../../../platform/tabs/toggle-sidebar.ts";
import fakeBrowser from "../../fake-browser.ts";

type OnCommand = (command: string, tab?: object) => Promise<void>;

const addListener = vi.fn<(listener: OnCommand) => void>();
const openPopup = vi.fn<() => Promise<void>>();
const onToggled = vi.fn<(tab: number, form: SidebarForm) => void>();

/** The user presses the shortcut of a command. */
async function press(command: string, tab: object | undefined): Promise<void> {
  onToggleCommand(onToggled);
  await addListener.mock.lastCall?.[0](command, tab);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  openPopup.mockResolvedValue(undefined);
  Object.assign(browser, { commands: { onCommand: { addListener } } });
  Object.assign(browser.action, { openPopup });
});

afterEach(() => {
  Reflect.deleteProperty(browser, "commands");
  vi.restoreAllMocks();
});

test("the shortcut toggles the sidebar of the tab in front", async () => {
  const send = vi.spyOn(browser.tabs, "sendMessage").mockResolvedValue("closed");
  await press("toggle-sidebar", { id: 7 });
  expect(send).toHaveBeenCalledWith(7, { type: "overlay.toggle" }, { frameId: 0 });
  expect(onToggled.mock.calls).toEqual([[7, "closed"]]);
  expect(openPopup).not.toHaveBeenCalled();
});

test("where there can be no sidebar it opens the popup, as far as the browser lets it", async () => {
  vi.spyOn(browser.tabs, "sendMessage").mockRejectedValue(new Error("no content script"));
  openPopup.mockRejectedValueOnce(new Error("no click"));
  await press("toggle-sidebar", { id: 7 });
  expect(openPopup).toHaveBeenCalledTimes(1);
  expect(onToggled).not.toHaveBeenCalled();
});

test("other commands, and none in a tab, do nothing", async () => {
  const send = vi.spyOn(browser.tabs, "sendMessage").mockResolvedValue("open");
  await press("open-today", { id: 7 });
  await press("toggle-sidebar", undefined);
  expect(send).not.toHaveBeenCalled();
});
