import { beforeEach, expect, test } from "vitest";
import browser from "webextension-polyfill";
import { keepKnownStories, readKnownStories } from "../../../platform/storage/known-stories.ts";
import fakeBrowser from "../../fake-browser.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

test("it is kept which story each article is in, without their addresses", async () => {
  expect(await readKnownStories()).toBeNull();
  await keepKnownStories([
    ["harbour.example/ferry", 0],
    ["harbour.example/bridge", 7],
  ]);
  const known = await readKnownStories();
  expect(known?.("harbour.example/ferry")).toBe(0);
  expect(known?.("harbour.example/bridge")).toBe(7);
  expect(known?.("harbour.example/other")).toBeUndefined();
  expect(JSON.stringify(await browser.storage.session.get())).not.toContain("harbour");
  expect(await browser.storage.local.get()).toEqual({});
});
