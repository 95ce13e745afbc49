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

const site: Site = ({ searchParams }) => ({
  body: standInPage({
    title: "A story",
    site: "Futurism",
    head: `<style>main { display: none } body { margin: 0 } article { width: 680px; margin: 24px auto }</style>`,
    body: { ...BACKGROUNDS }[searchParams.get("utm_source") ?? ""] ?? "",
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
