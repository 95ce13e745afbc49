import { beforeEach, expect, test } from "vitest";
import { browserStart } from "../../../platform/storage/browser-start.ts";
import fakeBrowser from "../../fake-browser.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

test("the start of the browser is noted by the first worker, until the next start", async () => {
  expect(await browserStart(7)).toBe(7);
  expect(await browserStart(9)).toBe(7);
  fakeBrowser.reset();
  expect(await browserStart(11)).toBe(11);
});
