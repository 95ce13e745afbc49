import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import type { Correction } from "../../../core/corrections/corrections.ts";
import {
  addCorrections,
  clearCorrections,
  readCorrections,
  readKeptCorrections,
  removeCorrections,
} from "../../../platform/storage/corrections-store.ts";
import fakeBrowser from "../../fake-browser.ts";

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
  test("are none when nothing is stored", async () => {
    expect((await readCorrections()).pairs).toEqual([]);
  });

  test("are stored unchanged, the newest first", async () => {
    await addCorrections([pair("b", 1), pair("c", 2)]);
    expect(await browser.storage.local.get(null)).toEqual({
      corrections: [pair("c", 2), pair("b", 1)],
    });
    expect((await readCorrections()).has("c", "a.example/1")).toBe(true);
  });

  test("keep the valid part of what is stored", async () => {
    await browser.storage.local.set({ corrections: ["junk", pair("b")] });
    expect((await readCorrections()).pairs).toEqual([pair("b")]);
  });

  test("keep all of several concurrent changes", async () => {
    const articles = ["b", "c", "d", "e"];
    await Promise.all(articles.map((article) => addCorrections([pair(article)])));
    expect((await readCorrections()).pairs.map(({ article }) => article)).toEqual(articles);
  });

  test("can be changed after a change that failed", async () => {
    const set = vi.spyOn(browser.storage.local, "set");
    set.mockRejectedValueOnce(new Error("no room"));
    const failing = addCorrections([pair("b")]);
    const next = addCorrections([pair("c")]);
    await expect(failing).rejects.toThrow("no room");
    expect((await next).pairs).toEqual([pair("c")]);
    set.mockRestore();
  });

  test("leave nothing in storage when the last is undone, or all are cleared", async () => {
    await addCorrections([pair("b")]);
    await removeCorrections([pair("b")]);
    expect(await browser.storage.local.get(null)).toEqual({});
    await addCorrections([pair("b"), pair("c")]);
    await clearCorrections();
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe("a correction in a private window", () => {
  test("takes effect like others, and is not written to the disk", async () => {
    await addCorrections([pair("b", 1)]);
    await addCorrections([pair("c", 2)], "session");
    expect((await readCorrections()).pairs).toEqual([pair("c", 2), pair("b", 1)]);
    expect(await browser.storage.local.get(null)).toEqual({ corrections: [pair("b", 1)] });
  });

  test("is not shown, exported or restored", async () => {
    expect((await addCorrections([pair("b")], "session")).pairs).toEqual([]);
    expect((await readKeptCorrections()).pairs).toEqual([]);
  });

  test("is undone and cleared like others", async () => {
    await addCorrections([pair("b"), pair("c")], "session");
    await removeCorrections([pair("b")]);
    expect((await readCorrections()).pairs).toEqual([pair("c")]);
    await clearCorrections();
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});
