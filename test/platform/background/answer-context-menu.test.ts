import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import { answerContextMenu } from "../../../platform/background/answer-context-menu.ts";
import { askedLinkItem } from "../../../platform/storage/stored-items.ts";
import { recallPage } from "../../../platform/tabs/tab-pages.ts";
import { SENDER, STORY, type StartedBackground, startBackground } from "./started-background.ts";

let background: StartedBackground;
beforeEach(() => {
  background = startBackground();
});

describe("what the user asks about in the context menu", () => {
  const question = { tab: 7, url: STORY } as const;

  test("a link is kept for the side panel of its tab until the user is done with it", async () => {
    const text = async () => "Story at a link";
    await answerContextMenu(background.views, { ...question, about: "link", text });
    expect(await askedLinkItem.read()).toEqual({ tab: 7, url: STORY, text: "Story at a link" });
    expect(background.lookUps).not.toHaveBeenCalled();
    await background.handlers["link.forget"]({ type: "link.forget" }, SENDER);
    expect(await askedLinkItem.read()).toBeNull();
  });

  test("the article behind a link is looked up by its address, without a trace in its tab", async () => {
    const ask = { type: "coverage.ofLink", url: STORY, text: "" } as const;
    const { coverage } = await background.handlers["coverage.ofLink"](ask, SENDER);
    expect(coverage).toMatchObject({ kind: "article", page: { url: STORY } });
    expect(await recallPage(7)).toBeNull();
  });

  test("the article behind a link is looked up by its text", async () => {
    const url = "https://unknown.example/1";
    const ask = { type: "coverage.ofLink", url, text: "Story at https://b.example/1" } as const;
    const { facts } = await background.handlers["coverage.ofLink"](ask, SENDER);
    expect(facts).toMatchObject({ headline: "Story at https://b.example/1", published: null });
  });

  test("a page is read and looked up, and its tab shows the answer", async () => {
    await answerContextMenu(background.views, { ...question, about: "page" });
    expect(await browser.action.getBadgeText({ tabId: 7 })).toBe("2");
    expect((await recallPage(7))?.url).toBe(STORY);
  });
});
