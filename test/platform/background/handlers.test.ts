import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { readNotice, writeNotice } from "../../../platform/storage/notices.ts";
import { SENDER, STORY, type StartedBackground, startBackground } from "./started-background.ts";

let background: StartedBackground;
beforeEach(() => {
  background = startBackground();
});

describe("a site", () => {
  const turn = (on: boolean) =>
    background.handlers["site.switch"]({ type: "site.switch", site: "a.example", on }, SENDER);

  test("that is switched off is listed once, and its pages run no script", async () => {
    await turn(false);
    expect((await turn(false)).sitesOff).toEqual(["a.example"]);
    expect(background.scripting.registered[0]?.excludeMatches).toEqual(["*://*.a.example/*"]);
  });

  test("that is switched on again leaves no trace in the settings", async () => {
    await turn(false);
    expect((await turn(true)).sitesOff).toEqual([]);
    expect(background.scripting.registered[0]?.excludeMatches).toEqual([]);
  });
});

describe("an outlet", () => {
  const prefer = (preference: "hidden" | "preferred" | null) =>
    background.handlers["outlet.prefer"](
      { type: "outlet.prefer", name: "A", domain: "a.example", preference },
      SENDER,
    );

  test("is hidden or preferred until the user takes that back", async () => {
    expect((await prefer("hidden")).outletPreferences).toEqual([
      { name: "A", domain: "a.example", preference: "hidden" },
    ]);
    expect((await prefer("preferred")).outletPreferences).toHaveLength(1);
    expect((await prefer(null)).outletPreferences).toEqual([]);
  });
});

describe("the status", () => {
  const status = () => background.handlers.status({ type: "status" }, SENDER);

  test("has the index and its size", async () => {
    expect((await status()).dataSets).toMatchObject([{ articles: 3, outlets: 3, builtAt: null }]);
  });

  test("has no index when none can be built", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    background.isPackageBroken = true;
    expect(await status()).toMatchObject({ settings: { sidebar: "open" }, dataSets: [] });
    expect(logged).toHaveBeenCalledTimes(1);
  });

  test("has no notice once it is dismissed", async () => {
    await writeNotice("rebuilt");
    expect((await status()).notice).toBe("rebuilt");
    await background.handlers["notice.dismiss"]({ type: "notice.dismiss" }, SENDER);
    expect(await readNotice()).toBeNull();
  });

  test("is as at installation after a reset", async () => {
    await browser.storage.local.set({ settings: { sidebar: "off", sitesOff: ["a.example"] } });
    const after = await background.handlers.reset({ type: "reset" }, SENDER);
    expect(after.settings).toMatchObject({ sidebar: "open", sitesOff: [] });
    expect(after.dataSets).toHaveLength(1);
  });

  test("follows no story after a reset", async () => {
    const articles = [{ url: STORY, title: "Bridge closed", outlet: "A", published: 1 }];
    await background.handlers["today.follow"]({ type: "today.follow", articles }, SENDER);
    await background.handlers["today.looked"]({ type: "today.looked" }, SENDER);
    const follows = await background.handlers["follows.list"]({ type: "follows.list" }, SENDER);
    expect(follows).toMatchObject([{ articles }]);
    await background.handlers.reset({ type: "reset" }, SENDER);
    expect(await browser.storage.local.get(["follows", "todayLook"])).toEqual({});
    await background.handlers["follows.add"](
      { type: "follows.add", follows: [...follows] },
      SENDER,
    );
    expect(await background.handlers["follows.list"]({ type: "follows.list" }, SENDER)).toEqual(
      follows,
    );
  });

  test("holds no page with a correction after a reset", async () => {
    const page = { url: STORY, title: "" };
    const articles = [{ url: "https://b.example/1", title: "" }];
    const verdict = "other-story";
    const popup = { tab: undefined, url: "" };
    await background.handlers["story.correct"](
      { type: "story.correct", page, articles, verdict },
      popup,
    );
    expect(await browser.storage.local.get("corrections")).toHaveProperty("corrections");
    await background.handlers.reset({ type: "reset" }, SENDER);
    expect(await browser.storage.local.get("corrections")).toEqual({});
  });
});
