import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { FUTURISM, useBrowser } from "../session.ts";

const CENTRED = "<style>main { margin: 24px auto !important }</style>";
const BANNER = `<div id="consent" style="position: fixed; inset: auto 0 0; height: 240px">
  We value your privacy</div>`;
const BOX = "position: fixed; z-index: 9; width: 420px; background: silver; color: black";
/** What may not be covered, each where the sidebar would lie in a window of 1280 × 800. */
const OBSTACLES = {
  "a consent banner": `<div id="obstacle" style="${BOX}; inset: auto 16px 16px auto; height: 300px">
    We value your privacy <button style="position: absolute; inset: auto 16px 16px auto">Accept</button></div>`,
  "a dialog": `<div id="obstacle" role="dialog" aria-modal="true" aria-label="Letter"
    style="${BOX}; position: absolute; inset: 40px 24px auto auto; height: 320px">
    Subscribe to our letter <button style="position: absolute; inset: 8px 8px auto auto">No</button></div>`,
  "a player": `<video id="obstacle" controls
    style="${BOX}; position: absolute; inset: 0 0 auto auto; height: 236px"></video>`,
};
/** As most consent tools do, a moment after the page. */
const LATE_BANNER = `<script>
  setTimeout(() => document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(BANNER)}), 300);
</script>`;

const site: Site = ({ searchParams }) => ({
  body: standInPage({
    title: "A story",
    site: "Futurism",
    head: CENTRED,
    body:
      { banner: BANNER, late: LATE_BANNER, ...OBSTACLES }[searchParams.get("utm_source") ?? ""] ??
      "",
  }),
});
const session = useBrowser(site);

/** Opens the story with a text of 680 CSS pixels in the middle of a window, and waits for the sidebar. */
async function openAt(width: number, height: number, query = ""): Promise<Page> {
  const page = await session.browser.newPage();
  await page.setViewport({ width, height });
  await page.goto(`${FUTURISM}${query}`);
  await session.sidebar(page);
  return page;
}

/** Where the sidebar, the article's text and the consent banner end or begin, in CSS pixels. */
function edges(page: Page) {
  return page.evaluate(() => {
    const box = (element: Element | null | undefined) => element?.getBoundingClientRect();
    const sidebar = box(document.documentElement.lastElementChild);
    return {
      left: Math.round(sidebar?.left ?? 0),
      bottom: Math.round(sidebar?.bottom ?? 0),
      width: Math.round(sidebar?.width ?? 0),
      textRight: Math.round(box(document.querySelector("p:not(.note)"))?.right ?? 0),
      bannerTop: Math.round(box(document.querySelector("#consent"))?.top ?? 0),
    };
  });
}

describe("the sidebar that opens by itself covers no text of the article", () => {
  test("it is as wide as the room beside the text", async () => {
    const page = await openAt(1280, 800);
    await expect.poll(async () => (await edges(page)).width).toBeGreaterThanOrEqual(280);
    const { left, width, textRight } = await edges(page);
    expect(left).toBeGreaterThan(textRight);
    expect(width).toBeLessThan(360);
    await page.close();
  });

  test("it comes as a tab where less than 280 pixels are free", async () => {
    const page = await openAt(1000, 800);
    await expect.poll(async () => (await edges(page)).width).toBe(44);
    const { left, textRight } = await edges(page);
    expect(left).toBeGreaterThan(textRight);
    await page.close();
  });

  test("it takes another shape when the window does", async () => {
    const page = await openAt(1280, 800);
    await expect.poll(async () => (await edges(page)).width).toBeGreaterThanOrEqual(280);
    await page.setViewport({ width: 1000, height: 800 });
    await expect.poll(async () => (await edges(page)).width).toBe(44);
    await page.close();
  });
});

test.each(["?utm_source=banner", "?utm_source=late"])(
  "it lies above a consent banner: %s",
  async (query) => {
    const page = await openAt(1280, 800, query);
    await expect
      .poll(async () => {
        const { bottom, bannerTop } = await edges(page);
        return bannerTop === 560 && bottom > 0 && bottom <= 560;
      })
      .toBe(true);
    await page.close();
  },
);

describe("the sidebar that opens by itself never lies over", () => {
  test.each(Object.keys(OBSTACLES))("%s, nor over a control in it", async (name) => {
    const page = await openAt(1280, 800, `?utm_source=${encodeURIComponent(name)}`);
    const overlap = () =>
      page.evaluate(() => {
        const box = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
        const sidebar = box(document.documentElement.lastElementChild);
        const obstacle = box(document.querySelector("#obstacle"));
        const inside = (from: number, to: number, other: number, otherTo: number) =>
          Math.max(0, Math.min(to, otherTo) - Math.max(from, other));
        return {
          isShown: sidebar.width >= 44 && sidebar.height >= 44 && obstacle.width > 0,
          area:
            inside(sidebar.left, sidebar.right, obstacle.left, obstacle.right) *
            inside(sidebar.top, sidebar.bottom, obstacle.top, obstacle.bottom),
        };
      });
    await expect.poll(overlap).toEqual({ isShown: true, area: 0 });
    // What is pressed there is the page's own, and no part of the sidebar.
    const isReached = await page.evaluate(() => {
      const obstacle = document.querySelector("#obstacle");
      const control = obstacle?.querySelector("button") ?? obstacle;
      const { left, bottom, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
      const [x, y] = [left + width / 2, bottom - Math.min(height / 2, 20)];
      return document.elementFromPoint(x, y) === control;
    });
    expect(isReached).toBe(true);
    await page.close();
  });
});

test("in a window of 740 × 360 it is a tab at the foot, and a sheet that a tap beside it folds", async () => {
  const page = await openAt(740, 360);
  await expect.poll(async () => (await edges(page)).bottom).toBe(352);
  const view = await session.sidebar(page);
  await view.run((document) => document.querySelector<HTMLElement>(".tab")?.click());
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  await expect.poll(async () => (await edges(page)).width).toBe(width);
  const small = await view.run((document) =>
    Array.from(document.querySelectorAll("button, summary, select"), (control) => {
      const { height } = control.getBoundingClientRect();
      return { height, name: control.textContent };
    }).filter(({ height }) => height > 0 && height < 44),
  );
  expect(small).toEqual([]);
  // A click goes to the page until Chromium knows that the sheet lies there.
  await expect
    .poll(async () => {
      await page.mouse.click(370, 10);
      return (await edges(page)).bottom;
    })
    .toBe(352);
  await page.close();
});
