import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { FUTURISM, useBrowser } from "../session.ts";

const SENTENCE =
  "These lines only take up room, as those of a news story do, so that the sidebar lies beside something. ";
const PARAGRAPH = `<p>${SENTENCE.repeat(3)}</p>`;
const PARAGRAPHS = PARAGRAPH.repeat(9);

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
const CORNER = "right: 16px; bottom: 16px; width: 420px; height: 300px; background: silver";
/** What else is laid over the page, or is a player. */
const BOXES: Readonly<Record<string, string>> = {
  "a consent box with more text than the article": `<article>${PARAGRAPHS}</article>
    <div id="box" style="position: fixed; ${CORNER}; overflow: auto">${PARAGRAPHS.repeat(4)}</div>`,
  "a box to sign up that sticks": `<article>${PARAGRAPHS.repeat(4)}</article>
    <div id="box" style="position: sticky; ${CORNER}; margin-left: auto">
    <form><input type="email" aria-label="Address"><button>Sign up</button></form></div>`,
  "a player drawn by the page itself": `<div id="box" style="float: right; margin: 8px 24px; width: 240px">
    <canvas style="display: block; width: 240px; height: 160px; background: navy"></canvas>
    <button style="width: 100%; height: 60px">Play</button></div><article>${PARAGRAPHS}</article>`,
};
/** Narrow articles of which one part is wider, and is seen at first. */
const PARTS: Readonly<Record<string, string>> = {
  "a paragraph among a hundred": `<article>
    <p style="margin: 0 -280px">${SENTENCE.repeat(4)}</p>${PARAGRAPHS.repeat(12)}</article>`,
  "what a picture shows, in the middle of the window": `<article>${PARAGRAPH.repeat(2)}
    <figure style="margin: 0 -280px"><figcaption>${SENTENCE.repeat(2)}</figcaption></figure>${PARAGRAPHS.repeat(12)}</article>`,
  "a lead above it": `<header style="width: 1240px; margin: auto"><h1>A story</h1>
    <p id="box">${SENTENCE.repeat(3)}</p></header><article>${PARAGRAPHS.repeat(4)}</article>`,
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
  "with an element for each word": `<article>${PARAGRAPHS.replaceAll(/[^ <>]+ /g, "<span>$&</span>")}</article>`,
  "with a narrow column of far more comments below": `<article>${PARAGRAPHS}</article>
    <section style="width: 400px; margin: auto">${`<div>${SENTENCE.repeat(2)}</div>`.repeat(300)}</section>`,
  "of vertical text": `<article style="writing-mode: vertical-rl; height: 600px">
    <p>${SENTENCE.slice(0, 40)}</p>${PARAGRAPHS}</article>`,
};
const FULL = `<style>article { width: 1200px !important; text-align: justify }</style><article>${PARAGRAPHS}</article>`;
const WIDE_STYLE = "<style>article { width: 1140px !important }</style>";

const PAGES = new Map([
  ...Object.entries({ ...BACKGROUNDS, ...MENUS, ...BOXES, ...PARTS, full: FULL }),
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
  /** Width of the sidebar, CSS pixels; it is shown once that is a tab's at least. */
  readonly width: number;
  readonly isShown: boolean;
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
    const article = document.querySelector("article") ?? document.body;
    const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const lines: DOMRect[] = [];
    while (nodes.nextNode()) {
      const text = new Range();
      text.selectNode(nodes.currentNode);
      lines.push(...text.getClientRects());
    }
    const box = document.querySelector("#box");
    return {
      width: Math.round(sidebar.width),
      isShown: sidebar.width >= 24,
      coversText: lines.some(isCovered),
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

describe("the sidebar that opens by itself does not lie over", () => {
  test.each(Object.keys(BOXES))("%s", async (name) => {
    const page = await open(name);
    await expect
      .poll(() => seen(page))
      .toMatchObject({ isShown: true, coversText: false, coversBox: false });
    await page.close();
  });
});

describe("the sidebar that opens by itself keeps its width and covers nothing where one part is wider:", () => {
  test.each(Object.keys(PARTS))("%s", async (name) => {
    const page = await open(name);
    await expect.poll(async () => (await seen(page)).width).toBeGreaterThanOrEqual(280);
    expect(await seen(page)).toMatchObject({ coversText: false, coversBox: false });
    await page.close();
  });

  test("also once that has been scrolled to", async () => {
    const page = await open("a paragraph among a hundred");
    const top = () =>
      page.evaluate(() => document.documentElement.lastElementChild?.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThan(100);
    await page.evaluate(() => scrollTo(0, 2000));
    await expect.poll(top).toBe(8);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(top).toBeGreaterThan(100);
    expect(await seen(page)).toMatchObject({ coversText: false });
    await page.close();
  });
});

test("its tab is as narrow as the room beside a text that fills the window", async () => {
  const page = await open("full");
  await expect.poll(() => seen(page)).toMatchObject({ isShown: true, coversText: false });
  expect((await seen(page)).width).toBeLessThan(44);
  await page.close();
});

describe("the sidebar that opens by itself covers no text of an article", () => {
  test.each(Object.keys(WIDE))("%s", async (name) => {
    const page = await open(name);
    await expect.poll(() => seen(page)).toMatchObject({ width: 44, coversText: false });
    await page.close();
  });
});
