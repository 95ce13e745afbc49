import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { FOUND, foundAnswer } from "../../fixtures/found-stories.ts";
import { liveStatus, manyOutlets, outletsInEveryState } from "../../fixtures/live-outlets.ts";
import { publishedInEveryState } from "../../fixtures/published-sets.ts";
import { ferrySearch, todayAnswer } from "../../fixtures/today-stories.ts";
import { welcomeStates } from "../../fixtures/welcome-states.ts";
import type { View } from "../../harness/driven-browser.ts";
import { madeUpOptions } from "../../harness/made-up-options.ts";
import { madeUpSidebar } from "../../harness/made-up-sidebar.ts";
import { madeUpToday } from "../../harness/made-up-today.ts";
import { madeUpWelcome } from "../../harness/made-up-welcome.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { viewIn } from "../../harness/view.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, textOf, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({
  body: standInPage({ title: "A story", site: url.hostname }),
}));
const now = Date.now();
const long = foundAnswer(FOUND.long);
const welcome = welcomeStates(now);
const followed = { answer: todayAnswer(now), live: liveStatus(manyOutlets(8, now)) };

const options = (language?: string) =>
  madeUpOptions(
    session.browser,
    {
      outlets: liveStatus(outletsInEveryState(now)),
      published: { sets: publishedInEveryState(now), canSubscribe: true },
    },
    language,
  );

/** Every view, each in the state with the most and the longest in it. */
const VIEWS: Readonly<Record<string, () => Promise<Page>>> = {
  options: async () => unfolded(await options()),
  "options in German": async () => unfolded(await options("de")),
  "options in Arabic": async () => unfolded(await options("ar")),
  "options while outlets are chosen": async () => {
    const page = await options();
    await page.click(".live-add button");
    await page.waitForSelector(".outlet-choices");
    return page;
  },
  "introduction with the choice": async () =>
    unfolded(await madeUpWelcome(session.browser, welcome.choose)),
  "introduction with the choice, in German": async () =>
    unfolded(await madeUpWelcome(session.browser, welcome.choose, "de")),
  "introduction with the choice, in Arabic": async () =>
    unfolded(await madeUpWelcome(session.browser, welcome.choose, "ar")),
  "introduction while outlets are checked": () => madeUpWelcome(session.browser, welcome.checking),
  "introduction with stories": () => madeUpWelcome(session.browser, welcome.found),
  "page Today": async () => unfolded(await madeUpToday(session.browser, followed)),
  "page Today in German": async () => unfolded(await madeUpToday(session.browser, followed, "de")),
  "page Today with a search": async () => {
    const page = await madeUpToday(session.browser, { ...followed, search: ferrySearch(now) });
    await page.type("input[type=search]", "ferry");
    await page.waitForSelector(".found-list");
    return page;
  },
  sidebar: async () => unfolded(await madeUpSidebar(session.browser, long)),
  "side panel": async () =>
    unfolded(await madeUpSidebar(session.browser, long, "sidepanel.html?tab=1")),
};

describe.each(Object.entries(VIEWS))("nothing is cut off or beside the window: %s", (_, open) => {
  test("at 200 %, at 320 pixels, and with text twice as large", async () => {
    const page = await open();
    await page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
    expect(await outOfSight(viewIn(page))).toEqual([]);
    await page.setViewport({ width: 320, height: 640 });
    expect(await outOfSight(viewIn(page))).toEqual([]);
    await page.setViewport({ width: 1280, height: 800 });
    const before = await page.evaluate(() => getComputedStyle(document.body).fontSize);
    await doubleText(page);
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body).fontSize))
      .toBe(`${2 * Number.parseFloat(before)}px`);
    expect(await outOfSight(viewIn(page))).toEqual([]);
    await page.close();
  });
});

test("nothing is cut off in the popup, with text twice as large", async () => {
  const page = await session.open(FUTURISM);
  const popup = await session.browser.openPopup(page);
  await waitFor("the answer", async () =>
    (await textOf(popup)).includes("3 other articles") ? true : null,
  );
  const width = () => popup.run((document) => document.body.clientWidth);
  expect(await outOfSight(popup, await width())).toEqual([]);
  // No driver reaches the popup's page; this is what the browser's setting does to it.
  await popup.run((document) => {
    document.documentElement.style.fontSize = "200%";
  });
  // Browsers let a popup have 800 pixels.
  expect(await width()).toBe(760);
  expect(await outOfSight(popup, 760)).toEqual([]);
  await page.close();
});

async function unfolded(page: Page): Promise<Page> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const button of document.querySelectorAll<HTMLElement>(".unfold")) button.click();
  });
  return page;
}

/** The user has set the browser's text to twice its usual size. */
async function doubleText(page: Page): Promise<void> {
  const devTools = await page.createCDPSession();
  await devTools.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
}

/**
 * What a user does not see without scrolling sideways, or not at all, each by its element and text.
 *
 * @param given px; default the window's width
 */
function outOfSight(view: View, given: number | null = null): Promise<string[]> {
  return view.run((document, wanted) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const room = wanted ?? clientWidth;
    const found =
      scrollWidth > Math.max(room, clientWidth) ? [`the page is ${scrollWidth} wide`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { left, right, width, height } = element.getBoundingClientRect();
      const isHidden = width === 0 || height === 0 || !element.checkVisibility();
      // A table of many columns scrolls in a frame of its own.
      if (isHidden || element.closest(".visually-hidden, .preview, svg") !== null) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isClipped =
        /hidden|clip/.test(overflowX) &&
        textOverflow !== "ellipsis" &&
        element.scrollWidth > element.clientWidth + 1;
      if (left < -1 || right > room + 1 || isClipped)
        found.push(`${element.localName}.${element.className}: ${element.innerText?.slice(0, 40)}`);
    }
    return found;
  }, given);
}
