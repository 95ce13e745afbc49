import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { welcomeStates } from "../../fixtures/welcome-states.ts";
import type { View } from "../../harness/driven-browser.ts";
import { madeUpWelcome } from "../../harness/made-up-welcome.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { viewIn } from "../../harness/view.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, useBrowser } from "../session.ts";

// A phone, as far as a browser without one can stand in for it: touch, no hover, 360 by 640 pixels.
const PHONE = { width: 360, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const CENTRED = "<style>main { margin: 24px auto !important }</style>";
const session = useBrowser(() => ({
  body: standInPage({ title: "A story", site: "Futurism", head: CENTRED }),
}));

let page: Page;
afterEach(() => page.close());

/** Where the sidebar's frame is in the window, CSS pixels. */
const frame = () =>
  page.evaluate(() => {
    const { left, top, width, height } =
      document.documentElement.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
    return { left: Math.round(left), top: Math.round(top), width: Math.round(width), height };
  });
/**
 * Puts a finger on a place of the window, again until the sidebar feels it: while its frame moves or grows, Chromium may
 * still give a touch to the page.
 */
const tap = (view: View, place: () => Promise<{ x: number; y: number }>) =>
  waitFor("a touch that the sidebar feels", async () => {
    await view.run((document) => {
      document.body.classList.remove("touched");
      const note = () => document.body.classList.add("touched");
      document.addEventListener("touchstart", note, { capture: true, once: true });
    });
    const { x, y } = await place();
    await page.touchscreen.tap(x, y);
    return view.run((document) => document.body.classList.contains("touched") || null);
  });
const middleOfFrame = async () => {
  const { left, top, width, height } = await frame();
  return { x: left + width / 2, y: top + height / 2 };
};
/** What a finger can press in a view that is lower than 44 pixels. */
const tooLow = (view: View) =>
  view.run((document) => {
    const controls =
      "button, summary, select, input[type=search], .button, .place, label:has(input)";
    return Array.from(document.querySelectorAll<HTMLElement>(controls))
      .map((control) => ({
        height: control.getBoundingClientRect().height,
        text: control.innerText || control.getAttribute("aria-label"),
      }))
      .filter(({ height }) => height > 0 && height < 44);
  });

describe("on a phone", () => {
  beforeEach(async () => {
    page = await session.browser.newPage();
    await page.setViewport(PHONE);
    await page.goto(FUTURISM);
  });

  test("a tap unfolds the strip at the foot to a sheet whose controls are large enough for a finger", async () => {
    const view = await session.sidebar(page);
    await expect.poll(frame).toMatchObject({ top: 588, height: 44 });
    expect(await page.evaluate(() => matchMedia("(hover: none)").matches)).toBe(true);
    await tap(view, middleOfFrame);
    await expect.poll(frame).toMatchObject({ left: 0, width: 360, height: 640 });
    expect(await tooLow(view)).toEqual([]);
  });

  test("a dot of the timeline has a target of 44 pixels", async () => {
    const view = await session.sidebar(page);
    await tap(view, middleOfFrame);
    await expect.poll(async () => (await frame()).height).toBe(640);
    const hits = await waitFor("the timeline", () =>
      view.run((document) => {
        const dot = document.querySelector(".timeline circle.dot");
        if (dot === null) return null;
        const { x, y, width, height } = dot.getBoundingClientRect();
        return [21, 23].map(
          (below) =>
            document
              .elementFromPoint(x + width / 2, y + height / 2 + below)
              ?.matches(".timeline .dots") === true,
        );
      }),
    );
    expect(hits).toEqual([true, false]);
  });

  test("a tap beside the sheet folds it", async () => {
    const view = await session.sidebar(page);
    await expect.poll(async () => (await frame()).height).toBe(44);
    await tap(view, middleOfFrame);
    await expect.poll(async () => (await frame()).height).toBe(640);
    await waitFor("what lies beside the sheet", () =>
      view.run((document) => document.querySelector(".beside-sheet") !== null || null),
    );
    await tap(view, async () => ({ x: 180, y: 20 }));
    await expect.poll(async () => (await frame()).height).toBe(44);
  });
});

test("on a tablet a tap unfolds the strip at the edge", async () => {
  page = await session.browser.newPage();
  await page.setViewport({ ...PHONE, width: 1000, height: 800 });
  await page.goto(FUTURISM);
  const view = await session.sidebar(page);
  await expect.poll(async () => (await frame()).width).toBe(44);
  await tap(view, middleOfFrame);
  await expect.poll(async () => (await frame()).width).toBeGreaterThanOrEqual(280);
});

test("the introduction has controls that are large enough for a finger", async () => {
  page = await madeUpWelcome(session.browser, welcomeStates(Date.now()).choose);
  // A phone is another page to the driver: it is loaded again.
  await page.setViewport(PHONE);
  await page.waitForSelector(".chip");
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(".welcome-steps details"))
      details.open = true;
    document.querySelector(".welcome-example")?.remove();
  });
  await page.type(".welcome input[type=search]", "a");
  await page.waitForSelector(".outlet-choices");
  expect(await tooLow(viewIn(page))).toEqual([]);
});
