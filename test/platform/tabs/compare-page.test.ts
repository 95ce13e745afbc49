import { expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { addressToken } from "../../../core/url/address-token.ts";
import { comparedTab, openComparison } from "../../../platform/tabs/compare-page.ts";

test("the comparison opens in a tab next to the page's, and knows what it was opened for", async () => {
  const page = await browser.tabs.create({ url: "https://paper.example/story" });
  const create = vi.spyOn(browser.tabs, "create");
  await openComparison(page.id ?? 0, "https://other.example/?a=1&b=2");
  const { url = "", index } = create.mock.lastCall?.[0] ?? {};
  expect(new URL(url).pathname).toBe("/compare.html");
  expect(index).toBe(page.index + 1);
  expect(comparedTab(new URL(url).search)).toEqual({
    tab: page.id ?? 0,
    other: addressToken("https://other.example/?a=1&b=2"),
  });
});

test("the address of the comparison, which the browser may keep, says nothing of the article's own", async () => {
  const page = await browser.tabs.create({ url: "https://paper.example/story" });
  const create = vi.spyOn(browser.tabs, "create");
  await openComparison(page.id ?? 0, "https://other.example/secret");
  const { url = "" } = create.mock.lastCall?.[0] ?? {};
  expect(url).toMatch(/\/compare\.html\?tab=\d+&other=[0-9a-z]{1,7}$/);
});

test.each(["", "?tab=", "?tab=x", "?tab=1.5"])("the query %j names no tab", (search) => {
  expect(comparedTab(search)).toBeNull();
});

test("a comparison of the whole story names no other article", () => {
  expect(comparedTab("?tab=7")).toEqual({ tab: 7, other: null });
});
