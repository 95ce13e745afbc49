import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import {
  type ContextMenuQuestion,
  createContextMenu,
  onContextMenu,
} from "../../../platform/tabs/context-menu.ts";
import fakeBrowser from "../../fake-browser.ts";

type OnClicked = (click: object, tab?: object) => void;

const PAGE = "https://a.example/1";
const LINK = "https://b.example/2";
const menu = {
  removeAll: vi.fn(async () => undefined),
  create: vi.fn(),
  onClicked: { addListener: vi.fn<(listener: OnClicked) => void>() },
};
const onQuestion = vi.fn<(question: ContextMenuQuestion) => void>();
const executeScript = vi.fn<() => Promise<readonly { result: unknown }[]>>();

/** The user chooses the question; gives what is asked. */
function choose(click: object, tab: object | undefined): ContextMenuQuestion | undefined {
  onContextMenu(onQuestion);
  menu.onClicked.addListener.mock.lastCall?.[0](click, tab);
  return onQuestion.mock.lastCall?.[0];
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  Object.assign(browser, { contextMenus: menu });
  Object.assign(browser.scripting, { executeScript });
  vi.spyOn(browser.i18n, "getMessage").mockReturnValue("Who else has this story?");
});

afterEach(() => {
  Reflect.deleteProperty(browser, "contextMenus");
});

test("the question is in the menu of pages and links of the web", async () => {
  await createContextMenu();
  expect(menu.removeAll).toHaveBeenCalledTimes(1);
  expect(menu.create.mock.calls).toMatchObject([
    [{ id: "link", contexts: ["link"], targetUrlPatterns: ["http://*/*", "https://*/*"] }],
    [{ id: "page", contexts: ["page"], documentUrlPatterns: ["http://*/*", "https://*/*"] }],
  ]);
});

test("nothing is done where a browser has no context menu", async () => {
  Reflect.deleteProperty(browser, "contextMenus");
  await expect(createContextMenu()).resolves.toBeUndefined();
  expect(() => onContextMenu(onQuestion)).not.toThrow();
});

test("of a page it is about the page of the tab", () => {
  expect(choose({ pageUrl: PAGE }, { id: 7, url: PAGE })).toEqual({
    about: "page",
    tab: 7,
    url: PAGE,
  });
});

test("of a link it is about its address and its text", async () => {
  const question = choose({ linkUrl: LINK, linkText: "Ferry", pageUrl: PAGE }, { id: 7 });
  expect(question).toMatchObject({ about: "link", tab: 7, url: LINK });
  expect(question?.about === "link" && (await question.text())).toBe("Ferry");
  expect(executeScript).not.toHaveBeenCalled();
});

test.each([
  ["what it shows", async () => [{ result: "Ferry" }], "Ferry"],
  ["nothing of what is no text", async () => [{ result: 5 }], ""],
  ["nothing where it may not be read", () => Promise.reject(new Error("not allowed")), ""],
])("where the browser does not tell the text, the page is asked: %s", async (_, answer, text) => {
  executeScript.mockImplementationOnce(answer);
  const question = choose({ linkUrl: LINK, frameId: 3 }, { id: 7 });
  expect(question?.about === "link" && (await question.text())).toBe(text);
  expect(executeScript).toHaveBeenCalledWith(
    expect.objectContaining({ target: { tabId: 7, frameIds: [3] }, args: [LINK, 500] }),
  );
});

test("a click outside a tab asks nothing", () => {
  expect(choose({ linkUrl: LINK }, undefined)).toBeUndefined();
  expect(choose({ linkUrl: LINK }, { id: -1 })).toBeUndefined();
});
