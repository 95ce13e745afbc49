import { beforeEach, expect, test, vi } from "vitest";
import browser, { type Tabs } from "webextension-polyfill";
import { citationsTarget, openCitations } from "../../../platform/tabs/citations-page.ts";
import fakeBrowser from "../../fake-browser.ts";

const create = vi.spyOn(browser.tabs, "create");
const get = vi.spyOn(browser.tabs, "get");

beforeEach(() => {
  fakeBrowser.reset();
  create.mockReset();
  get.mockResolvedValue({ index: 2 } as Tabs.Tab);
});

test("the page is opened beside the tab of the story", async () => {
  await openCitations(7, null);
  expect(create).toHaveBeenCalledWith({
    url: browser.runtime.getURL("/citations.html?tab=7"),
    index: 3,
  });
});

test("the page's address, which the browser may keep, says nothing of the article's own", async () => {
  await openCitations(7, "https://paper.example/secret");
  const [[{ url = "" } = {}] = []] = create.mock.calls;
  expect(url).toMatch(/\/citations\.html\?tab=7&article=[0-9a-z]{1,7}$/);
});

test.each([
  ["?tab=7", { tab: 7, token: null }],
  ["?tab=7&article=k3x", { tab: 7, token: "k3x" }],
  ["?tab=x", null],
  ["", null],
])("%j is read as %j", (search, target) => {
  expect(citationsTarget(search)).toEqual(target);
});
