import type { CDPSession, Page } from "puppeteer-core";
import type { DrivenBrowser } from "../../../test/harness/driven-browser.ts";
import { NOTES_PAGE } from "./measuring-extension.ts";
import { ASK_FOR_TIMES, type VisitTimes } from "./time-look-ups.ts";

/** Times of one visit, ms. Those that begin with "to" count from the end of the page's load event. */
export interface Sample {
  /** To the arrival of the page's question in the background. */
  readonly toQuestion: number;
  /** What the background took to answer it. */
  readonly lookUp: number;
  /** To the beginning of the sidebar's frame. */
  readonly toFrame: number;
  /** To the first script of that frame. */
  readonly toScript: number;
  /** To the list in its document. */
  readonly toDrawn: number;
  /** To the list on the screen. */
  readonly toList: number;
}

/** For this long after the load event the driver asks nothing, so that it is in nobody's way; ms. */
const QUIET_MS = 400;
/** A list that takes longer does not come, ms. */
const LIMIT_MS = 10_000;
/** A background that a closed tab has just woken starts first, ms. */
const SETTLE_MS = 100;

/** Opens a page in a new tab, and times it; `null` when it gets no list. */
export async function timeVisit(
  browser: DrivenBrowser,
  url: string,
  isStopped: boolean,
): Promise<Sample | null> {
  const page = await browser.newPage();
  try {
    if (browser.name === "chromium") await doNotStopWhatStarts(page);
    await pause(SETTLE_MS);
    if (isStopped) await browser.stopBackground();
    await page.goto(url);
    await pause(QUIET_MS);
    const loadedAt = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation");
      return performance.timeOrigin + (navigation as PerformanceNavigationTiming).loadEventEnd;
    });
    const times = await readTimes(browser);
    if (times === null) return null;
    return {
      toQuestion: times.askedAt - loadedAt,
      lookUp: times.answeredAt - times.askedAt,
      toFrame: times.beganAt - loadedAt,
      toScript: times.scriptAt - loadedAt,
      toDrawn: times.drawnAt - loadedAt,
      toList: times.paintedAt - loadedAt,
    };
  } finally {
    await page.close();
  }
}

/**
 * Chromium's driver stops each new frame and worker until it has set it up, some 30 ms. During a visit
 * they go on meanwhile, and it loses sight of them.
 */
async function doNotStopWhatStarts(page: Page): Promise<void> {
  const session = (page as unknown as { _client(): CDPSession })._client();
  const browser = session.connection();
  for (const target of [session, browser])
    await target?.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
      ...(target === browser && { filter: [{ type: "page", exclude: true }, {}] }),
    });
}

interface Extension {
  readonly runtime: { sendMessage(message: unknown): Promise<VisitTimes | null> };
}

/**
 * What the background and the sidebar have noted of this visit; `null` when no list comes. They are asked
 * from a page of the extension that is opened now: one that is always open would keep its process alive.
 */
async function readTimes(browser: DrivenBrowser): Promise<VisitTimes | null> {
  const { page, view } = await browser.openExtensionPage(NOTES_PAGE);
  try {
    for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; await pause(50)) {
      const times = await view.run((_document, type) => {
        const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
        return (scope.browser ?? scope.chrome).runtime.sendMessage({ type });
      }, ASK_FOR_TIMES);
      if (times) return times;
    }
    return null;
  } finally {
    await page.close();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
