import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import {
  forgetPage,
  recallPage,
  rememberPage,
  type TabPage,
} from "../../../platform/tabs/tab-pages.ts";
import fakeBrowser from "../../fake-browser.ts";

const PAGE = {
  url: "https://a.example/1",
  claims: [{ source: "canonical", url: "https://a.example/one" }],
  statement: {
    headline: "Bridge closed",
    description: "",
    published: ["2024-03-01"],
    language: "en",
    outlet: "A",
    type: "article",
    signs: [],
  },
} satisfies TabPage;

beforeEach(() => {
  fakeBrowser.reset();
});

describe("the page of a tab", () => {
  test("is nothing at first", async () => {
    expect(await recallPage(1)).toBeNull();
  });

  test("is stored with its statement", async () => {
    await rememberPage(1, PAGE);
    expect(await recallPage(1)).toEqual(PAGE);
  });

  test("belongs to that tab only", async () => {
    await rememberPage(1, PAGE);
    await rememberPage(11, { url: "https://b.example/2", claims: [], statement: null });
    expect(await recallPage(1)).toEqual(PAGE);
    expect(await recallPage(2)).toBeNull();
  });

  test("is the one last reported", async () => {
    await rememberPage(1, PAGE);
    await rememberPage(1, { url: "https://a.example/2", claims: [], statement: null });
    expect(await recallPage(1)).toEqual({
      url: "https://a.example/2",
      claims: [],
      statement: null,
    });
  });

  test("is forgotten with the tab", async () => {
    await rememberPage(1, PAGE);
    await rememberPage(2, PAGE);
    await forgetPage(1);
    expect(await recallPage(1)).toBeNull();
    expect(await recallPage(2)).toEqual(PAGE);
  });

  test("is unknown when the stored value is invalid", async () => {
    await browser.storage.session.set({ "tab:1": { url: 7 } });
    expect(await recallPage(1)).toBeNull();
  });

  test("is not written to the disk", async () => {
    await rememberPage(1, PAGE);
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});
