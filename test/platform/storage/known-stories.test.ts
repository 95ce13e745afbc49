import { beforeEach, expect, test } from "vitest";
import browser from "webextension-polyfill";
import { keepKnownStories, readKnownStories } from "../../../platform/storage/known-stories.ts";
import fakeBrowser from "../../fake-browser.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

test("it is kept which story each article is in, without their addresses", async () => {
  expect(await readKnownStories(5000)).toBeNull();
  await keepKnownStories(
    [
      ["harbour.example/ferry", 0],
      ["harbour.example/bridge", 7],
    ],
    5000,
  );
  const known = await readKnownStories(5000);
  expect(known?.("harbour.example/ferry")).toBe(0);
  expect(known?.("harbour.example/bridge")).toBe(7);
  expect(known?.("harbour.example/other")).toBeUndefined();
  expect(JSON.stringify(await browser.storage.session.get())).not.toContain("harbour");
  expect(await browser.storage.local.get()).toEqual({});
});

test("it is of no use when earlier articles are asked for", async () => {
  await keepKnownStories([["harbour.example/ferry", 0]], 5000);
  expect(await readKnownStories(4999)).toBeNull();
  expect(await readKnownStories(6000)).not.toBeNull();
});
