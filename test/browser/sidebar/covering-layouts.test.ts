import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { FUTURISM, useBrowser } from "../session.ts";

const SENTENCE =
  "These lines only take up room, as those of a news story do, so that the sidebar lies beside something. ";
const PARAGRAPHS = `<p>${SENTENCE.repeat(3)}</p>`.repeat(9);

/** What fills the window behind the page's text. */
const BACKGROUNDS: Readonly<Record<string, string>> = {
  "a video": `<video muted style="position: fixed; inset: 0; width: 100%; height: 100%; z-index: -1"></video>
    <article>${PARAGRAPHS}</article>`,
  "a decoration": `<div style="position: fixed; inset: 0; background: linear-gradient(#eef, #fee)"></div>
    <article style="position: relative; z-index: 1">${PARAGRAPHS}</article>`,
};
/** A menu that hangs out of the head of the site. */
const MENU = `<header style="position: relative; height: 60px"><div id="box" style="position: absolute; z-index: 9;
  inset: 60px 16px auto auto; width: 420px; height: 300px; background: silver"><button>Log in</button></div></header>
  <article>${PARAGRAPHS}</article>`;
const MENUS: Readonly<Record<string, string>> = {
  "open from the start": MENU,
  "opened by a click": `<style>#box { visibility: hidden }</style>
    <input type="button" value="Menu">${MENU}
    <script>document.querySelector("input").onclick = () => {
      document.querySelector("#box").style.visibility = "visible";
    };</script>`,
};
/** Articles that are as wide as the window. */
const WIDE: Readonly<Record<string, string>> = {
  "in three columns": `<article style="columns: 3">${PARAGRAPHS}</article>`,
  "of one paragraph in three columns": `<article style="columns: 3"><p>${SENTENCE.repeat(30)}</p></article>`,
  "in a grid of three": `<article style="display: grid; grid-template-columns: 1fr 1fr 1fr">${PARAGRAPHS}</article>`,
  "in three boxes side by side": `<article style="display: flex">
    ${`<section style="flex: 1">${PARAGRAPHS}</section>`.repeat(3)}</article>`,
  "of one paragraph that begins beside a picture": `<article>
    <div style="float: right; width: 380px; height: 240px; background: silver"></div><p>${SENTENCE.repeat(40)}</p></article>`,
};
const WIDE_STYLE = "<style>article { width: 1140px !important }</style>";

const PAGES = new Map([
  ...Object.entries({ ...BACKGROUNDS, ...MENUS }),
  ...Object.entries(WIDE).map(([name, markup]) => [name, WIDE_STYLE + markup] as const),
]);

const site: Site = ({ searchParams }) => ({
  body: standInPage({
    title: "A story",
    site: "Futurism",
    head: `<style>main { display: none } body { margin: 0 } article { width: 680px; margin: 24px auto }</style>`,
    body: PAGES.get(searchParams.get("utm_source") ?? "") ?? "",
  }),
});
const session = useBrowser(site);

async function open(name: string): Promise<Page> {
  const page = await session.browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${FUTURISM}?utm_source=${encodeURIComponent(name)}`);
  await session.sidebar(page);
  return page;
}

interface Seen {
  /** Width of the sidebar, CSS pixels. */
  readonly width: number;
  /** Whether it covers a line of the article, or the box. */
  readonly coversText: boolean;
  readonly coversBox: boolean;
}

function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const sidebar =
      document.documentElement.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
    const isCovered = (box: DOMRect) =>
      Math.min(box.right, sidebar.right) > Math.max(box.left, sidebar.left) &&
      Math.min(box.bottom, sidebar.bottom) > Math.max(box.top, sidebar.top);
    const text = new Range();
    text.selectNodeContents(document.querySelector("article") ?? document.body);
    const box = document.querySelector("#box");
    return {
      width: Math.round(sidebar.width),
      coversText: [...text.getClientRects()].some(isCovered),
      coversBox: box !== null && isCovered(box.getBoundingClientRect()),
    };
  });
}

describe("the sidebar that opens by itself lies over what fills the window behind the text:", () => {
  test.each(Object.keys(BACKGROUNDS))("%s", async (name) => {
    const page = await open(name);
    await expect.poll(async () => (await seen(page)).width).toBeGreaterThanOrEqual(280);
    expect(await seen(page)).toMatchObject({ coversText: false });
    await page.close();
  });
});

describe("the sidebar that opens by itself does not lie over a menu of the site's head", () => {
  test("open from the start", async () => {
    const page = await open("open from the start");
    await expect.poll(() => seen(page)).toMatchObject({ coversText: false, coversBox: false });
    expect((await seen(page)).width).toBeGreaterThanOrEqual(44);
    await page.close();
  });

  test("opened by a click", async () => {
    const page = await open("opened by a click");
    await expect.poll(async () => (await seen(page)).coversBox).toBe(true);
    await page.click("input");
    await expect.poll(async () => (await seen(page)).coversBox).toBe(false);
    expect((await seen(page)).width).toBeGreaterThanOrEqual(44);
    await page.close();
  });
});

describe("the sidebar that opens by itself covers no text of an article", () => {
  test.each(Object.keys(WIDE))("%s", async (name) => {
    const page = await open(name);
    await expect.poll(() => seen(page)).toMatchObject({ width: 44, coversText: false });
    await page.close();
  });
});
