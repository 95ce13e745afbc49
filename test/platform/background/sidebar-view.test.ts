import { beforeEach, describe, expect, test } from "vitest";
import browser, { type Runtime, type Tabs } from "webextension-polyfill";
import type { PageStatement } from "../../../core/page/page-statement.ts";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { ViewUpdate } from "../../../core/protocol/view-updates.ts";
import { waitUntil } from "../../wait-until.ts";
import type { FakePort } from "../fake-ports.ts";
import { SENDER, STORY, type StartedBackground, startBackground } from "./started-background.ts";

let background: StartedBackground;
beforeEach(() => {
  background = startBackground();
});

describe("the sidebar of a tab", () => {
  const SIDEBAR = { url: browser.runtime.getURL("/sidebar.html"), tab: { id: 7 } as Tabs.Tab };
  const open = (sender: Partial<Runtime.MessageSender> = SIDEBAR): FakePort => {
    const port = background.connect("view", sender);
    port.say({ view: "sidebar" });
    return port;
  };
  /** The answer that the sidebar was sent last, once it has been sent `count`. */
  const answerOf = async (port: FakePort, count = 1): Promise<TabCoverage> => {
    await waitUntil(() => expect(port.received).toHaveLength(count));
    const update = port.received.at(-1) as ViewUpdate;
    if (update.type !== "answer" || !update.result.ok) throw new Error(JSON.stringify(update));
    return update.result.value;
  };

  test("is sent the answer for the page that the tab shows, which is looked up once", async () => {
    await background.seen(STORY);
    const { coverage } = await answerOf(open());
    expect(coverage).toMatchObject({ kind: "article", page: { url: STORY } });
    expect(background.lookUps).toHaveBeenCalledTimes(1);
  });

  test("gets the page's statement, repaired", async () => {
    const statement: PageStatement = {
      headline: "Bridge\u202e closed",
      description: "",
      published: ["2024-03-01"],
      language: "en-GB",
      outlet: "A",
      type: "article",
      signs: [],
    };
    await background.handlers["page.seen"](
      { type: "page.seen", url: STORY, claims: [], statement },
      SENDER,
    );
    const { facts } = await answerOf(open());
    expect(facts).toEqual({
      headline: "Bridge closed",
      description: "",
      published: Date.UTC(2024, 2, 1),
      language: "en",
      outlet: "A",
      type: "article",
      marks: [],
    });
  });

  test("gets the address the page has, by which a correction names it", async () => {
    await background.seen(STORY);
    const { address } = await answerOf(open());
    expect(address).toBe(STORY);
  });

  test("brings the count on the button up to date", async () => {
    await background.seen(STORY);
    await browser.action.setBadgeText({ tabId: 7, text: "9" });
    await answerOf(open());
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("2");
  });

  test("gets nothing about another tab's page", async () => {
    await background.seen(STORY);
    const { coverage } = await answerOf(open({ ...SIDEBAR, tab: { id: 8 } as Tabs.Tab }));
    expect(coverage).toEqual({ kind: "none" });
  });

  test("is sent the answer again when it changes, and not while it is the same", async () => {
    await background.seen(STORY);
    const port = open();
    await answerOf(port);
    await background.seen(STORY);
    expect(port.received).toHaveLength(1);
    await background.handlers["settings.change"](
      { type: "settings.change", change: { sidebar: "tab" } },
      SENDER,
    );
    await background.seen(STORY);
    expect((await answerOf(port, 2)).settings.sidebar).toBe("tab");
  });

  test("is sent nothing before it has said what it shows, or after an invalid message", async () => {
    await background.seen(STORY);
    const port = background.connect("view", SIDEBAR);
    port.say({ view: "everything" });
    port.say(null);
    await background.seen(STORY);
    expect(port.received).toEqual([]);
  });

  test.each([
    ["a content script", { url: STORY, tab: { id: 7 } as Tabs.Tab }],
    ["another extension", { ...SIDEBAR, id: "other" }],
  ])("cannot be impersonated by %s", async (_, sender) => {
    const port = background.connect("view", sender);
    expect(port.isOpen).toBe(false);
    port.say({ view: "sidebar" });
    await background.seen(STORY);
    expect(port.received).toEqual([]);
  });
});
