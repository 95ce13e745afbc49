import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import {
  addCorrections,
  clearCorrections,
  removeCorrections,
  watchCorrections,
} from "../../../platform/storage/corrections-store.ts";
import fakeBrowser from "../../fake-browser.ts";

const PAIR = {
  page: "a.example/1",
  article: "b.example/2",
  pageTitle: "",
  articleTitle: "",
  at: 1_650_000_000_000,
};

const OTHER = { ...PAIR, article: "c.example/3" };

const onChange = vi.fn<() => void>();
let end: () => void;
beforeEach(async () => {
  fakeBrowser.reset();
  await addCorrections([PAIR]);
  onChange.mockClear();
  end = watchCorrections(onChange);
});
afterEach(() => end());

test.each([
  ["says", () => addCorrections([OTHER])],
  ["says in a private window", () => addCorrections([OTHER], "session")],
  ["takes back", () => removeCorrections([PAIR])],
  ["clears", () => clearCorrections()],
])("what the reader %s is told", async (_, change) => {
  await change();
  expect(onChange).toHaveBeenCalled();
});

test("what else is kept is not told", async () => {
  await browser.storage.local.set({ settings: { sidebar: "tab" } });
  expect(onChange).not.toHaveBeenCalled();
});

test("nothing is told after the end", async () => {
  end();
  await addCorrections([OTHER]);
  expect(onChange).not.toHaveBeenCalled();
});
