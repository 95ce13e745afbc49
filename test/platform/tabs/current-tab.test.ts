import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { readCurrentPage } from "../../../platform/tabs/current-tab.ts";
import { installScripting } from "../fake-scripting.ts";

let executeScript: ReturnType<typeof installScripting>["executeScript"];
beforeEach(() => {
  ({ executeScript } = installScripting());
  executeScript.mockResolvedValue([{ result: [] }]);
});

function showTab(tab: { id?: number; url?: string } | null): void {
  const rest = { index: 0, active: true, highlighted: true, pinned: false, incognito: false };
  vi.spyOn(browser.tabs, "query").mockResolvedValue(tab === null ? [] : [{ ...rest, ...tab }]);
}

describe("the page in front of the user", () => {
  test("is read with its claims and statement", async () => {
    const reading = {
      claims: [{ source: "canonical", url: "https://a.example/one" }],
      statement: {
        headline: "Bridge closed",
        description: "",
        published: [],
        language: "en",
        outlet: "",
        type: "article",
        signs: [],
      },
    };
    showTab({ id: 7, url: "https://a.example/1" });
    executeScript.mockResolvedValue([{ result: reading }]);
    expect(await readCurrentPage()).toEqual({
      page: { tab: 7, url: "https://a.example/1", ...reading },
      feeds: [],
    });
  });

  test.each([
    ["says nothing that is not of the protocol", [{ result: { claims: [], statement: 7 } }]],
    ["says nothing when the script gave nothing", [{}]],
    ["says nothing when the script ran nowhere", []],
  ])("%s", async (_, results) => {
    showTab({ id: 7, url: "http://a.example/1" });
    executeScript.mockResolvedValue(results);
    expect(await readCurrentPage()).toEqual({
      page: { tab: 7, url: "http://a.example/1", claims: [], statement: null },
      feeds: [],
    });
  });

  test("has no reading when the browser allows no script in it", async () => {
    showTab({ id: 7, url: "https://addons.example/" });
    executeScript.mockRejectedValue(new Error("The extensions gallery cannot be scripted."));
    expect(await readCurrentPage()).toMatchObject({ page: { claims: [], statement: null } });
  });

  test("is read with the feeds that it offers", async () => {
    const link = { type: "application/rss+xml", title: "News", href: "https://a.example/rss" };
    showTab({ id: 7, url: "https://a.example/1" });
    executeScript.mockResolvedValue([
      { result: { claims: [], statement: null, alternates: [link] } },
    ]);
    expect((await readCurrentPage())?.feeds).toEqual([
      { title: "News", feed: "https://a.example/rss" },
    ]);
  });

  test("is read without feeds when their list is invalid", async () => {
    const claims = [{ source: "canonical", url: "https://a.example/one" }];
    showTab({ id: 7, url: "https://a.example/1" });
    executeScript.mockResolvedValue([{ result: { claims, statement: null, alternates: 7 } }]);
    expect(await readCurrentPage()).toMatchObject({ page: { claims }, feeds: [] });
  });

  test.each([
    ["an own page of the browser", { id: 7, url: "chrome://settings/" }],
    ["a file", { id: 7, url: "file:///tmp/a.html" }],
    ["a page whose address is not told", { id: 7 }],
    ["a tab without a number", { url: "https://a.example/1" }],
    ["no tab", null],
  ])("is unknown for %s, and no script runs in it", async (_, tab) => {
    showTab(tab);
    expect(await readCurrentPage()).toBeNull();
    expect(executeScript).not.toHaveBeenCalled();
  });
});
