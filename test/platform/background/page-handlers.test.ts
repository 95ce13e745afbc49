import { beforeEach, describe, expect, test, vi } from "vitest";
import browser, { type Tabs } from "webextension-polyfill";
import { recallPage } from "../../../platform/tabs/tab-pages.ts";
import { record } from "../../fixtures/records.ts";
import {
  OTHER,
  SENDER,
  STORY,
  type StartedBackground,
  startBackground,
} from "./started-background.ts";

let background: StartedBackground;
beforeEach(() => {
  background = startBackground();
});

test("an address is answered with its page's key", async () => {
  const url = `${STORY}?utm_source=x`;
  expect(await background.handlers["page.key"]({ type: "page.key", url }, SENDER)).toBe(
    "a.example/story",
  );
});

describe("a page that is seen", () => {
  test("with a story gets the sidebar", async () => {
    expect(await background.seen(STORY)).toEqual({ sidebar: "open", width: 360 });
  });

  test("gets the sidebar in the form that the user has set", async () => {
    await browser.storage.local.set({ settings: { sidebar: "tab", sidebarWidth: 500 } });
    expect(await background.seen(STORY)).toEqual({ sidebar: "tab", width: 500 });
  });

  test("gets no sidebar when the user has switched it off", async () => {
    await browser.storage.local.set({ settings: { sidebar: "off" } });
    expect(await background.seen(STORY)).toEqual({ sidebar: "none", width: 360 });
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("2");
  });

  test("of an article that no other outlet covers gets none, and a dot on the button", async () => {
    const lonely = "https://lonely.example/1";
    background.records = [
      ...background.records,
      record(lonely, { title: "A whale swims into town" }),
    ];
    expect((await background.seen(lonely, { tab: 7, url: lonely })).sidebar).toBe("none");
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("•");
  });

  test("of an outlet without a record gets none, and a dot on the button", async () => {
    expect((await background.seen(OTHER)).sidebar).toBe("none");
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("•");
  });

  test("on a site that is switched off leaves no trace", async () => {
    await browser.storage.local.set({ settings: { sitesOff: ["a.example"] } });
    expect((await background.seen(STORY)).sidebar).toBe("none");
    expect(await recallPage(7)).toBeNull();
  });

  test("of an unknown site leaves no trace", async () => {
    const url = "https://unknown.example/";
    expect((await background.seen(url, { tab: 7, url })).sidebar).toBe("none");
    expect(await recallPage(7)).toBeNull();
  });

  test("may have navigated within its own site since the browser reported its address", async () => {
    expect((await background.seen(STORY, { tab: 7, url: OTHER })).sidebar).toBe("open");
  });

  test.each([
    ["of another site", "https://a.example/story", "https://b.example/x"],
    ["that is no address", "nonsense", "https://b.example/x"],
  ])("is answered for its own address when it states one %s", async (_, stated, own) => {
    expect((await background.seen(stated, { tab: 7, url: own })).sidebar).toBe("none");
    expect((await recallPage(7))?.url).toBe(own);
  });
});

describe("on a site where the user has left the sidebar in a form", () => {
  const leave = (form: "open" | "tab" | "closed", tab: number | null = null) =>
    background.handlers["sidebar.form"](
      { type: "sidebar.form", form, tab },
      tab === null ? SENDER : { tab: undefined, url: "" },
    );
  const nextPage = async () => (await background.seen(STORY)).sidebar;
  let isPrivate: boolean;

  beforeEach(async () => {
    isPrivate = false;
    vi.spyOn(browser.tabs, "get").mockImplementation(
      async () => ({ incognito: isPrivate }) as Tabs.Tab,
    );
    await background.seen(STORY);
  });

  test.each([
    ["closed", "none"],
    ["tab", "tab"],
    ["open", "open"],
  ] as const)("it is so on the next page: %s", async (form, sidebar) => {
    await leave(form);
    expect(await nextPage()).toBe(sidebar);
  });

  test("it is as the user has left it last, also by the popup", async () => {
    await leave("closed");
    await leave("open", 7);
    expect(await nextPage()).toBe("open");
    expect(await browser.storage.local.get("siteForms")).toEqual({
      siteForms: [{ site: "a.example", form: "open" }],
    });
  });

  test("it stays away where it is set to stay away on all sites", async () => {
    await leave("open");
    await browser.storage.local.set({ settings: { sidebar: "off" } });
    expect(await nextPage()).toBe("none");
  });

  test("of a private window nothing is kept once the browser ends", async () => {
    isPrivate = true;
    await leave("closed");
    expect(await nextPage()).toBe("none");
    expect(await browser.storage.local.get("siteForms")).toEqual({});
  });

  test("all that is kept can be read, taken away, and given back", async () => {
    await leave("closed");
    const list = () => background.handlers["siteForms.list"]({ type: "siteForms.list" }, SENDER);
    const forms = [...(await list())];
    expect(forms).toEqual([{ site: "a.example", form: "closed" }]);
    const sites = ["a.example"];
    await background.handlers["siteForms.remove"]({ type: "siteForms.remove", sites }, SENDER);
    expect(await nextPage()).toBe("open");
    await background.handlers["siteForms.add"]({ type: "siteForms.add", forms }, SENDER);
    expect(await nextPage()).toBe("none");
  });

  test("what comes back does not undo what the user has done on a site since", async () => {
    await leave("tab");
    const forms = [{ site: "a.example", form: "closed" } as const];
    await background.handlers["siteForms.add"]({ type: "siteForms.add", forms }, SENDER);
    expect(await nextPage()).toBe("tab");
  });

  test("nothing of it is left after a reset", async () => {
    await leave("closed");
    await background.handlers.reset({ type: "reset" }, SENDER);
    expect(await browser.storage.local.get("siteForms")).toEqual({});
    expect(await nextPage()).toBe("open");
  });

  test("nothing is kept of a page that is not known", async () => {
    await background.seen("https://unknown.example/", { tab: 7, url: "https://unknown.example/" });
    await leave("closed");
    expect(await browser.storage.local.get("siteForms")).toEqual({});
  });
});

test("the comparison of headlines opens beside the tab whose sidebar asked for it", async () => {
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ index: 3 } as Tabs.Tab);
  const create = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as Tabs.Tab);
  await background.handlers["compare.open"]({ type: "compare.open", other: null }, SENDER);
  expect(create).toHaveBeenCalledWith({
    url: browser.runtime.getURL("/compare.html?tab=7"),
    index: 4,
  });
});

test("a story is cited in a tab beside the one whose sidebar asked for it", async () => {
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ index: 3 } as Tabs.Tab);
  const create = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as Tabs.Tab);
  await background.handlers["citations.open"]({ type: "citations.open", article: null }, SENDER);
  expect(create).toHaveBeenCalledWith({
    url: browser.runtime.getURL("/citations.html?tab=7"),
    index: 4,
  });
});

test("a frame learns which tab it is in", async () => {
  expect(await background.handlers["tab.own"]({ type: "tab.own" }, SENDER)).toBe(7);
});
