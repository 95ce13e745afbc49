import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { showBadge, showProgress } from "../../../platform/tabs/badge.ts";
import fakeBrowser from "../../fake-browser.ts";
import { FOUND } from "../../fixtures/found-stories.ts";
import { record, seedRecord } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";

const STORY = "https://futurism.com/ukraine-facial-recognition-russian-photos";

beforeEach(() => {
  fakeBrowser.reset();
});

async function coverageOf(address: string): Promise<Coverage> {
  const lonely = record("https://lonely.example/1");
  return findCoverage([await openSegment([seedRecord(), lonely])], address, []);
}

describe("the toolbar button", () => {
  test.each([
    ["how many related articles a page has", STORY, "3"],
    ["a dot for a known article that has none", "https://lonely.example/1", "•"],
    ["a dot for a known outlet", "https://futurism.com/other", "•"],
    ["nothing for an unknown site", "https://unknown.example/", ""],
  ])("shows %s", async (_, address, text) => {
    await showBadge(7, await coverageOf(address));
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe(text);
  });

  test("shows nothing for a story of which the user has rejected every article", async () => {
    await showBadge(7, FOUND["nothingLeft"] ?? { kind: "none" });
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("");
  });

  test("shows it on that tab only", async () => {
    await showBadge(7, await coverageOf("https://futurism.com/other"));
    expect(await browser.action.getBadgeText({ tabId: 8 })).toBe("");
  });

  test("clears what it showed for the previous page", async () => {
    await showBadge(7, await coverageOf("https://futurism.com/other"));
    await showBadge(7, { kind: "none" });
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("");
  });

  test("ignores a tab that was closed", async () => {
    vi.spyOn(browser.action, "setBadgeText").mockRejectedValueOnce(new Error("No tab with id: 7"));
    await expect(showBadge(7, { kind: "none" })).resolves.toBeUndefined();
  });
});

describe("a job", () => {
  const job = {
    name: "Made up",
    kind: "import",
    state: "running",
    failure: null,
    perSecond: null,
  } as const;

  test.each([
    [0, 300, "0%"],
    [200, 300, "66%"],
    [299, 300, "99%"],
    [300, 300, "100%"],
    [0, 0, ""],
  ])("that has done %i of %i shows “%s”", async (done, total, text) => {
    await showProgress({ ...job, done, total });
    expect(await browser.action.getBadgeText({})).toBe(text);
  });

  test("that is over shows nothing", async () => {
    await showProgress({ ...job, done: 1, total: 3 });
    await showProgress(null);
    expect(await browser.action.getBadgeText({})).toBe("");
  });

  test("does not change a tab's own badge", async () => {
    await showBadge(7, await coverageOf("https://futurism.com/other"));
    await showProgress({ ...job, done: 1, total: 3 });
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("•");
  });

  test("continues when the browser refuses", async () => {
    vi.spyOn(browser.action, "setBadgeText").mockRejectedValueOnce(new Error("not now"));
    await expect(showProgress(null)).resolves.toBeUndefined();
  });
});
