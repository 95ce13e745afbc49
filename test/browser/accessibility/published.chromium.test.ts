import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, test } from "vitest";
import {
  publishedInEveryState,
  publishedPreview,
  publishedSet,
} from "../../fixtures/published-sets.ts";
import { madeUpOptions } from "../../harness/made-up-options.ts";
import { viewIn } from "../../harness/view.ts";
import { useBrowser } from "../session.ts";
import { violations } from "./axe.ts";

const session = useBrowser(() => ({ body: "" }));
const now = Date.now();

let page: Page;
afterEach(() => page.close());

const open = async (
  published = { sets: publishedInEveryState(now), canSubscribe: true },
  language?: string,
) => {
  const preview = { kind: "preview", preview: publishedPreview(30) } as const;
  page = await madeUpOptions(session.browser, { published, preview }, language);
  return viewIn(page);
};
const press = async (label: string) => {
  const button = await page.waitForSelector(`::-p-xpath(//button[normalize-space()="${label}"])`);
  await button?.click();
};
const unfold = async () => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(".published details"))
      details.open = true;
  });
  await page.waitForSelector(".published .outlet-fields");
};

describe("axe finds no violation in the published data sets", () => {
  test("in every state, with their details", async () => {
    const view = await open();
    await unfold();
    expect(await violations(view)).toEqual([]);
  });

  test("in Arabic, from right to left", async () => {
    const view = await open(undefined, "ar");
    await unfold();
    expect(await violations(view)).toEqual([]);
  });

  test("while one is added: the address, and the preview with the choice", async () => {
    const view = await open({ sets: [], canSubscribe: true });
    await press("Add a published data set…");
    expect(await violations(view)).toEqual([]);
    await page.type(".published input[type=text]", "data.example/world/");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".published .languages");
    expect(await violations(view)).toEqual([]);
  });

  test("while its name, what is kept of it, and its sites are changed", async () => {
    const set = publishedSet(now, { pinned: { ...publishedPreview(1).manifest } });
    const view = await open({ sets: [set], canSubscribe: true });
    await unfold();
    for (const [label, part] of [
      ["Rename", ".tool-form input[type=text]"],
      ["Choose what to keep…", ".tool-form .languages"],
      ["Site access…", ".tool-form input[type=radio]"],
    ] as const) {
      await press(label);
      await page.waitForSelector(part);
      expect(await violations(view)).toEqual([]);
      await press("Cancel");
    }
  });
});

test("the published data sets are no wider than a narrow window, folded and unfolded", async () => {
  await open();
  await page.setViewport({ width: 360, height: 740 });
  const beyond = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  expect(await beyond()).toBe(0);
  await unfold();
  expect(await beyond()).toBe(0);
});
