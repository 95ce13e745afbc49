import { beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { readPageText } from "../../../platform/pages/page-text.ts";
import { installScripting } from "../fake-scripting.ts";

const ADDRESS = "https://paper.example/story";

let executeScript: ReturnType<typeof installScripting>["executeScript"];

/** A tab whose page gives this when its text is read. */
function tabWith(result: unknown, url: string | undefined = ADDRESS) {
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ url } as Awaited<
    ReturnType<typeof browser.tabs.get>
  >);
  executeScript.mockResolvedValue([{ result }]);
}

beforeEach(() => {
  ({ executeScript } = installScripting());
});

test("the text of the tab's page is read when it is asked for", async () => {
  tabWith("All that it says");
  expect(await readPageText(7, ADDRESS)).toBe("All that it says");
  expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ["/read-text.js"] });
});

test("a place within the page makes no difference", async () => {
  tabWith("All that it says", `${ADDRESS}#comments`);
  expect(await readPageText(7, ADDRESS)).toBe("All that it says");
});

test("another page that the tab shows by now is not read", async () => {
  tabWith("Something else", "https://paper.example/other");
  expect(await readPageText(7, ADDRESS)).toBeNull();
  expect(executeScript).not.toHaveBeenCalled();
});

test.each([
  ["no text", { toString: "x" }],
  ["nothing", undefined],
  ["too much", "x".repeat(200_001)],
])("%s is not taken for a text", async (_what, result) => {
  tabWith(result);
  expect(await readPageText(7, ADDRESS)).toBeNull();
});

test("a tab that the browser does not let the extension into has no text", async () => {
  tabWith("");
  executeScript.mockRejectedValue(new Error("Cannot access contents of the page"));
  expect(await readPageText(7, ADDRESS)).toBeNull();
});
