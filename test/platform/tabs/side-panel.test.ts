import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { openSidePanel } from "../../../platform/tabs/side-panel.ts";
import fakeBrowser from "../../fake-browser.ts";

const create = vi.spyOn(browser.tabs, "create");

beforeEach(() => {
  fakeBrowser.reset();
  create.mockReset();
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(browser, "sidebarAction");
});

test("in Chromium the side panel of the tab opens", async () => {
  const open = vi.fn(async () => undefined);
  vi.stubGlobal("chrome", { sidePanel: { open } });
  await openSidePanel(7);
  expect(open).toHaveBeenCalledWith({ tabId: 7 });
  expect(create).not.toHaveBeenCalled();
});

test("in Firefox the sidebar opens", async () => {
  const open = vi.fn(async () => undefined);
  Object.assign(browser, { sidebarAction: { open } });
  await openSidePanel(7);
  expect(open).toHaveBeenCalledTimes(1);
  expect(create).not.toHaveBeenCalled();
});

test.each([
  ["there is none", {}],
  ["it is refused", { sidePanel: { open: () => Promise.reject(new Error("no click")) } }],
])("where %s, the same opens in a tab", async (_, chrome) => {
  vi.stubGlobal("chrome", chrome);
  await openSidePanel(7);
  expect(create).toHaveBeenCalledWith({ url: browser.runtime.getURL("sidepanel.html?tab=7") });
});
