import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { FUTURISM, useBrowser } from "../session.ts";

const SENTENCE =
  "These lines only take up room, as those of a news story do, so that the sidebar lies beside something.";
const LINES = [1, 2, 3, 4, 5, 6].map((line) => `${line}. ${SENTENCE} ${SENTENCE} ${SENTENCE}`);
const each = (start: string, end: string) => LINES.map((line) => start + line + end).join("");
const PARAGRAPHS = each("<p>", "</p>");
const ROW = `<tr>${"<td>1,234</td>".repeat(9)}</tr>`;

/** A text in the middle of the window, in elements of all kinds; most leave less room beside it than a panel needs. */
const TEXTS: Readonly<Record<string, { readonly width: number; readonly markup: string }>> = {
  "text straight in the article": { width: 900, markup: LINES.join("<br><br>") },
  "items of a list": { width: 900, markup: `<ul>${each("<li>", "</li>")}</ul>` },
  sections: { width: 900, markup: each("<section>", "</section>") },
  spans: { width: 900, markup: each('<span style="display: block">', "</span>") },
  boxes: { width: 900, markup: each("<div><div>", "</div></div>") },
  "a table wider than its column": {
    width: 680,
    markup: `${PARAGRAPHS}<table style="width: 900px">${ROW.repeat(8)}</table>`,
  },
  "a quotation wider than its column": {
    width: 680,
    markup: `${PARAGRAPHS}<blockquote style="margin-right: -220px">${SENTENCE} ${SENTENCE}</blockquote>`,
  },
};
/** What ends no further to the right than the column, as far as it is seen. */
const CUT_OFF = {
  "a wide table that scrolls in its column": `<div style="overflow-x: auto"><table style="width: 900px">${ROW.repeat(8)}</table></div>`,
  "a label for screen readers": `<p><span style="position: absolute; left: 960px; width: 1px; height: 1px; overflow: hidden; white-space: nowrap">${SENTENCE}</span></p>`,
};

const BOX = "width: 420px; height: 300px; background: silver; color: black";
const IN_THE_WAY = `${BOX}; position: absolute; inset: 60px 24px auto auto`;
const CONSENT = "We value your privacy <button>Accept</button>";
const SHOW_IN_ROOT = `document.querySelector("#host").attachShadow({ mode: "closed" }).append(box);`;
/** Scripts that make a box with an id and lay it over the page, where the sidebar would lie. */
const BOXES: Readonly<Record<string, string>> = {
  "a consent box that scrolls with the page": `document.body.append(box);`,
  "a consent box in a closed shadow root": SHOW_IN_ROOT,
  "a consent box in a frame": `
    box.innerHTML = "";
    const frame = document.createElement("iframe");
    frame.srcdoc = ${JSON.stringify(CONSENT)};
    frame.style = "width: 100%; height: 100%; border: 0";
    box.append(frame);
    document.body.append(box);`,
  "a box that a framework lays over the page": `
    document.querySelector("#host").style.position = "relative";
    document.body.prepend(document.querySelector("#host"));
    document.querySelector("#host").append(box);`,
  "a player in a frame beside the article": `
    const player = document.createElement("iframe");
    player.allowFullscreen = true;
    player.srcdoc = "<video controls></video>";
    player.style = "float: right; margin: 8px 24px; width: 240px; height: 180px";
    document.body.prepend(player);
    window.box = player;`,
};
const SHOW = "show";
const makeBox = (script: string) =>
  `window.box = document.createElement("div"); box.style = ${JSON.stringify(IN_THE_WAY)};
   box.innerHTML = ${JSON.stringify(CONSENT)}; ${script}`;

const site: Site = ({ searchParams }) => {
  const [kind, name = ""] = (searchParams.get("utm_source") ?? "").split(": ");
  const { width, markup } = TEXTS[name] ?? { width: 680, markup: PARAGRAPHS };
  const more = Object.entries(CUT_OFF).find(([key]) => key === name)?.[1] ?? "";
  const script = makeBox(BOXES[name] ?? "");
  return {
    body: standInPage({
      title: "A story",
      site: "Futurism",
      head: `<style>main { display: none } article { width: ${width}px; margin: 24px auto }
        td { border: 1px solid silver }</style>`,
      body: `<article>${markup}${more}</article><div id="host"></div>
        <script>${kind === SHOW ? script : `window.show = () => { ${script} };`}</script>`,
    }),
  };
};
const session = useBrowser(site);

async function open(query: string): Promise<Page> {
  const page = await session.browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${FUTURISM}?utm_source=${encodeURIComponent(query)}`);
  await session.sidebar(page);
  return page;
}

interface Seen {
  /** Width of the sidebar, CSS pixels. */
  readonly width: number;
  /** How much of the article's lines, and of the box, it covers: CSS pixels squared. */
  readonly text: number;
  readonly box: number;
}

function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const sidebar =
      document.documentElement.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
    const covered = (box: DOMRect) =>
      Math.max(0, Math.min(box.right, sidebar.right) - Math.max(box.left, sidebar.left)) *
      Math.max(0, Math.min(box.bottom, sidebar.bottom) - Math.max(box.top, sidebar.top));
    const article = document.querySelector("article") ?? document.body;
    const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    let text = 0;
    while (nodes.nextNode()) {
      if (nodes.currentNode.parentElement?.closest("[style*=overflow]")) continue;
      const range = new Range();
      range.selectNode(nodes.currentNode);
      for (const line of range.getClientRects()) text += covered(line);
    }
    const { box } = window as unknown as { box?: Element };
    return {
      width: Math.round(sidebar.width),
      text,
      box: box === undefined ? 0 : covered(box.getBoundingClientRect()),
    };
  });
}

describe("the sidebar that opens by itself covers no text of the article, be it", () => {
  test.each(Object.keys(TEXTS))("%s", async (name) => {
    const page = await open(`text: ${name}`);
    await expect.poll(() => seen(page)).toEqual({ width: 44, text: 0, box: 0 });
    await page.close();
  });

  test.each(Object.keys(CUT_OFF))("and makes no room for what is not seen: %s", async (name) => {
    const page = await open(`text: ${name}`);
    await expect.poll(async () => (await seen(page)).width).toBeGreaterThanOrEqual(280);
    expect((await seen(page)).text).toBe(0);
    await page.close();
  });
});

describe("the sidebar that opens by itself does not lie over", () => {
  test.each(Object.keys(BOXES))("%s", async (name) => {
    const page = await open(`${SHOW}: ${name}`);
    await expect
      .poll(async () => {
        const { width, box } = await seen(page);
        return { isShown: width >= 44, box };
      })
      .toEqual({ isShown: true, box: 0 });
    await page.close();
  });

  test.each(Object.keys(BOXES))("%s that comes late", async (name) => {
    const page = await open(`late: ${name}`);
    await expect.poll(async () => (await seen(page)).width).toBeGreaterThanOrEqual(280);
    // In one turn, so that the sidebar cannot give way in between.
    const covered = await page.evaluate(() => {
      const sidebar =
        document.documentElement.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
      const scope = window as unknown as { show(): void; box: Element };
      scope.show();
      return scope.box.getBoundingClientRect().right > sidebar.left;
    });
    expect(covered).toBe(true);
    await expect
      .poll(async () => {
        const { width, box } = await seen(page);
        return { isShown: width >= 44, box };
      })
      .toEqual({ isShown: true, box: 0 });
    await page.close();
  });
});
