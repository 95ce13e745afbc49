import { beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { introduceOnce } from "../../../platform/background/first-run.ts";
import fakeBrowser from "../../fake-browser.ts";

const opened = vi.fn<(tab: object) => void>();

beforeEach(() => {
  fakeBrowser.reset();
  opened.mockClear();
  vi.spyOn(browser.tabs, "create").mockImplementation(async (tab) => {
    opened(tab);
    return {} as never;
  });
});

test("after a fresh install the introduction opens in a tab", async () => {
  await introduceOnce({ reason: "install" });
  expect(opened.mock.calls).toEqual([[{ url: browser.runtime.getURL("/welcome.html") }]]);
});

test("it opens once, even if the browser says again that the extension was installed", async () => {
  await introduceOnce({ reason: "install" });
  await introduceOnce({ reason: "install" });
  expect(opened).toHaveBeenCalledTimes(1);
});

test.each(["update", "browser_update"] as const)(
  "it does not open for the reason %s",
  async (reason) => {
    await introduceOnce({ reason });
    expect(opened).not.toHaveBeenCalled();
  },
);
