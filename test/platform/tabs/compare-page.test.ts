import { expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { comparedTab, openComparison } from "../../../platform/tabs/compare-page.ts";

test("the comparison opens in a tab next to the page's, and knows what it was opened for", async () => {
  const page = await browser.tabs.create({ url: "https://paper.example/story" });
  const create = vi.spyOn(browser.tabs, "create");
  const asked = { tab: page.id ?? 0, other: "https://other.example/?a=1&b=2" };
  await openComparison(asked);
  const { url = "", index } = create.mock.lastCall?.[0] ?? {};
  expect(new URL(url).pathname).toBe("/compare.html");
  expect(index).toBe(page.index + 1);
  expect(comparedTab(new URL(url).search)).toEqual(asked);
});

test.each(["", "?tab=", "?tab=x", "?tab=1.5"])("the query %j names no tab", (search) => {
  expect(comparedTab(search)).toBeNull();
});

test("a comparison of the whole story names no other article", () => {
  expect(comparedTab("?tab=7")).toEqual({ tab: 7, other: null });
});
