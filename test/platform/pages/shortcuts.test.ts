import { afterEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { openShortcutSettings, readShortcuts } from "../../../platform/pages/shortcuts.ts";

afterEach(() => {
  Reflect.deleteProperty(browser, "commands");
  vi.restoreAllMocks();
});

test("the commands come in one order, with the keys that the browser has for them", async () => {
  const getAll = async () => [
    { name: "next-article", description: "Next article", shortcut: "" },
    { name: "_execute_action", description: "", shortcut: "Alt+Shift+S" },
  ];
  Object.assign(browser, { commands: { getAll } });
  expect(await readShortcuts()).toEqual([
    { command: "_execute_action", description: "", keys: "Alt+Shift+S" },
    { command: "next-article", description: "Next article", keys: "" },
  ]);
});

test("a browser without commands has none", async () => {
  expect(await readShortcuts()).toEqual([]);
});

test("Firefox opens its list itself, Chromium in a tab", async () => {
  const create = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
  const open = vi.fn(async () => undefined);
  Object.assign(browser, { commands: { openShortcutSettings: open } });
  await openShortcutSettings();
  expect(open).toHaveBeenCalledTimes(1);
  expect(create).not.toHaveBeenCalled();
  Object.assign(browser, { commands: {} });
  await openShortcutSettings();
  expect(create).toHaveBeenCalledWith({ url: "chrome://extensions/shortcuts" });
});
