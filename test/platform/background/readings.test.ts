import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Tabs } from "webextension-polyfill";
import browser from "webextension-polyfill";
import { answerContextMenu } from "../../../platform/background/answer-context-menu.ts";
import { waitUntil } from "../../wait-until.ts";
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
  privateTab(false);
});

const privateTab = (incognito: boolean) =>
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ incognito } as Tabs.Tab);
const keep = (keepsReadings: boolean) =>
  background.handlers["settings.change"](
    { type: "settings.change", change: { keepsReadings } },
    SENDER,
  );
const list = () => background.handlers["readings.list"]({ type: "readings.list" }, SENDER);
const urls = async () => (await list()).readings.map(({ url }) => url);
/** Waits until all that follows from a request is done. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve));
}
async function open(url: string): Promise<void> {
  await background.seen(url);
  await idle();
}
/** The ways in which the user has an open page looked up that does not tell about itself. */
const ASKED = [
  [
    "popup",
    async () => {
      const page = { tab: 7, url: STORY, claims: [], statement: null };
      await background.handlers["coverage.ofTab"]({ type: "coverage.ofTab", ...page }, SENDER);
      await idle();
    },
  ],
  [
    "context menu",
    async () => {
      await answerContextMenu(background.views, { about: "page", tab: 7, url: STORY });
      await idle();
    },
  ],
] as const;

describe("what the user reads", () => {
  test("is not kept until the user wants that", async () => {
    await open(STORY);
    expect(await list()).toEqual({ readings: [], isKept: false });
    expect(await browser.storage.local.get("readings")).toEqual({});
  });

  test("is kept once, also when the page tells about itself again", async () => {
    await keep(true);
    await open(STORY);
    await waitUntil(async () => expect(await urls()).toEqual([STORY]));
    const [first] = (await list()).readings;
    await open(STORY);
    expect((await list()).readings).toEqual([first]);
    expect(first).toMatchObject({
      outlet: expect.any(String),
      domain: "a.example",
      hasOthers: true,
    });
  });

  test.each(ASKED)("is kept once, also of a page that is looked up by the %s", async (_by, ask) => {
    await ask();
    expect(await urls()).toEqual([]);
    await keep(true);
    await ask();
    await open(STORY);
    expect(await urls()).toEqual([STORY]);
  });

  test.each(ASKED)("is not kept by the %s in a private window", async (_by, ask) => {
    await keep(true);
    privateTab(true);
    await ask();
    expect(await browser.storage.local.get("readings")).toEqual({});
  });

  test.each(ASKED)("is not kept by the %s on a site that is switched off", async (_by, ask) => {
    await keep(true);
    await background.handlers["site.switch"](
      { type: "site.switch", site: "a.example", on: false },
      SENDER,
    );
    await ask();
    expect(await urls()).toEqual([]);
  });

  test("is not an article behind a link that the user asks about", async () => {
    await keep(true);
    const ask = { type: "coverage.ofLink", url: STORY, text: "" } as const;
    await background.handlers["coverage.ofLink"](ask, SENDER);
    await idle();
    expect(await urls()).toEqual([]);
  });

  test("is never kept in a private window", async () => {
    await keep(true);
    privateTab(true);
    await open(STORY);
    expect(await browser.storage.local.get("readings")).toEqual({});
    expect(await browser.storage.session.get("readings")).toEqual({});
  });

  test("is not kept on a site that is switched off", async () => {
    await keep(true);
    await background.handlers["site.switch"](
      { type: "site.switch", site: "a.example", on: false },
      SENDER,
    );
    await open(STORY);
    expect(await urls()).toEqual([]);
  });

  test("is told of listed articles, unless the user no longer wants it to be kept", async () => {
    await keep(true);
    await open(STORY);
    await waitUntil(async () => expect(await urls()).toEqual([STORY]));
    const among = () =>
      background.handlers["readings.among"](
        { type: "readings.among", urls: [OTHER, `${STORY}?utm_source=x`] },
        SENDER,
      );
    expect(await among()).toEqual([`${STORY}?utm_source=x`]);
    await keep(false);
    expect(await among()).toEqual([]);
  });

  test("is forgotten one by one or as a whole, without a trace, and can come back", async () => {
    await keep(true);
    await open(STORY);
    await waitUntil(async () => expect(await urls()).toEqual([STORY]));
    const { readings } = await list();
    const remove = (forgotten: string[] | null) =>
      background.handlers["readings.remove"]({ type: "readings.remove", urls: forgotten }, SENDER);
    expect(await remove([STORY])).toEqual([]);
    expect(await browser.storage.local.get("readings")).toEqual({});
    await background.handlers["readings.add"](
      { type: "readings.add", readings: [...readings] },
      SENDER,
    );
    expect(await urls()).toEqual([STORY]);
    expect(await remove(null)).toEqual([]);
    expect(await browser.storage.local.get("readings")).toEqual({});
  });

  test("is deleted by a reset, and no longer kept", async () => {
    await keep(true);
    await open(STORY);
    await waitUntil(async () => expect(await urls()).toEqual([STORY]));
    await background.handlers.reset({ type: "reset" }, SENDER);
    expect(await list()).toEqual({ readings: [], isKept: false });
  });
});
