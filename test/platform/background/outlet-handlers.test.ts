import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Tabs } from "webextension-polyfill";
import browser from "webextension-polyfill";
import { SENDER, type StartedBackground, startBackground } from "./started-background.ts";

let handlers: StartedBackground["handlers"];
beforeEach(() => {
  handlers = startBackground().handlers;
});

const profile = (domain: string) =>
  handlers["outlet.profile"]({ type: "outlet.profile", domain }, SENDER);

describe("the profile of an outlet", () => {
  test("is what the data sets have of it", async () => {
    const { known, week, preference } = await profile("a.example");
    expect(known).toMatchObject({ kind: "outlet", site: "a.example" });
    expect(known?.ratings[0]?.articles).toBeGreaterThan(0);
    expect([week, preference]).toEqual([null, null]);
  });

  test("names the topics of its latest articles", async () => {
    const { latest } = await profile("a.example");
    expect(latest.read).toBeGreaterThan(0);
    expect(latest.topics.every(({ articles }) => articles > 0)).toBe(true);
  });

  test("has nothing of an outlet that nobody names, but what the user prefers", async () => {
    const domain = "unknown.example";
    await handlers["outlet.prefer"](
      { type: "outlet.prefer", name: "U", domain, preference: "preferred" },
      SENDER,
    );
    expect(await profile(domain)).toEqual({
      known: null,
      latest: { read: 0, changed: 0, topics: [] },
      week: null,
      preference: "preferred",
    });
  });

  test("is opened next to the tab that asks for it, and from the popup in a tab of its own", async () => {
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ index: 3 } as Tabs.Tab);
    const create = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as Tabs.Tab);
    const open = (tab: number | undefined) =>
      handlers["outlet.open"]({ type: "outlet.open", domain: "a.example" }, { tab, url: "" });
    await open(7);
    await open(undefined);
    const opened = create.mock.calls.map(([{ url, index }]) => [new URL(url ?? "").search, index]);
    expect(opened).toEqual([
      ["?tab=7&domain=a.example", 4],
      ["?domain=a.example", undefined],
    ]);
  });
});
