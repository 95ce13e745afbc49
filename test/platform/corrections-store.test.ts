import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import type { Correction } from "../../core/corrections/corrections.ts";
import {
  changeCorrections,
  clearCorrections,
  readCorrections,
} from "../../platform/corrections-store.ts";
import fakeBrowser from "../fake-browser.ts";

const pair = (article: string, at = 7): Correction => ({
  page: "a.example/1",
  article,
  pageTitle: "The page",
  articleTitle: "The article",
  at,
});

beforeEach(() => {
  fakeBrowser.reset();
});

describe("corrections", () => {
  test("are none where nothing is stored", async () => {
    expect((await readCorrections()).pairs).toEqual([]);
  });

  test("are kept as they are, the newest first", async () => {
    await changeCorrections((before) => before.with([pair("b", 1), pair("c", 2)]));
    expect(await browser.storage.local.get(null)).toEqual({
      corrections: [pair("c", 2), pair("b", 1)],
    });
    expect((await readCorrections()).has("c", "a.example/1")).toBe(true);
  });

  test("keep what can be used of what is stored", async () => {
    await browser.storage.local.set({ corrections: ["junk", pair("b")] });
    expect((await readCorrections()).pairs).toEqual([pair("b")]);
  });

  test("keep all of the changes that come together", async () => {
    const articles = ["b", "c", "d", "e"];
    await Promise.all(
      articles.map((article) => changeCorrections((before) => before.with([pair(article)]))),
    );
    expect((await readCorrections()).pairs.map(({ article }) => article)).toEqual(articles);
  });

  test("can be changed after a change that failed", async () => {
    const failing = changeCorrections(() => {
      throw new RangeError("no room");
    });
    const next = changeCorrections((before) => before.with([pair("b")]));
    await expect(failing).rejects.toThrow("no room");
    expect((await next).pairs).toEqual([pair("b")]);
  });

  test("leave nothing behind when the last is taken back, or all are cleared", async () => {
    await changeCorrections((before) => before.with([pair("b")]));
    await changeCorrections((before) => before.without([pair("b")]));
    expect(await browser.storage.local.get(null)).toEqual({});
    await changeCorrections((before) => before.with([pair("b"), pair("c")]));
    await clearCorrections();
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});
