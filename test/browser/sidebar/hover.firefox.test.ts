import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { standInPage } from "../../harness/stand-in-page.ts";
import { FUTURISM, useBrowser } from "../session.ts";

// In Firefox alone: the driver of Chromium gives each move of the mouse to the frame that lies there, and does not tell the
// one before that the mouse has left it, as the browser itself does.
const CENTRED = "<style>main { margin: 24px auto !important }</style>";
const session = useBrowser(() => ({
  body: standInPage({ title: "A story", site: "Futurism", head: CENTRED }),
}));

/** Opens the story in a window that leaves room for the tab alone. */
async function openNarrow(): Promise<Page> {
  const page = await session.browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  await page.goto(FUTURISM);
  await session.sidebar(page);
  await expect.poll(async () => (await frame(page)).width).toBe(44);
  return page;
}

/** Where the sidebar's frame is, CSS pixels. */
function frame(page: Page) {
  return page.evaluate(() => {
    const { left, top, width, height } =
      document.documentElement.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
    return { width: Math.round(width), x: left + width / 2, y: top + height / 2 };
  });
}

/** Points at the tab until it has unfolded, and returns where the mouse is. */
async function unfold(page: Page): Promise<{ x: number; y: number }> {
  const { x, y } = await frame(page);
  let moves = 0;
  await expect
    .poll(async () => {
      // The first moves may come before the browser knows that the frame is there.
      await page.mouse.move(x, y + (moves++ % 3));
      return (await frame(page)).width;
    })
    .toBe(360);
  return { x, y };
}

async function leave(page: Page): Promise<void> {
  await page.mouse.move(300, 400);
  await expect.poll(async () => (await frame(page)).width).toBe(44);
}

test("the tab unfolds under the mouse and folds when that has left, each time", async () => {
  const page = await openNarrow();
  await unfold(page);
  await leave(page);
  await unfold(page);
  await leave(page);
  expect((await frame(page)).width).toBe(44);
  await page.close();
});

test("the tab that has unfolded folds when the mouse has crossed it and left", async () => {
  const page = await openNarrow();
  const { x, y } = await unfold(page);
  for (const left of [40, 120, 200, 280]) await page.mouse.move(x - left, y);
  await leave(page);
  expect((await frame(page)).width).toBe(44);
  await page.close();
});
