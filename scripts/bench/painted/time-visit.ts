import type { CDPSession, Page } from "puppeteer-core";
import type { DrivenBrowser } from "../../../test/harness/driven-browser.ts";
import type { PaintNote } from "./note-paint.ts";
import { LOOK_UP_TIMES, type LookUpTimes } from "./time-look-ups.ts";

/** Times of one visit, ms. Those that begin with "to" count from the end of the page's load event. */
export interface Sample {
  /** To the arrival of the page's question in the background. */
  readonly toQuestion: number;
  /** What the background took to answer it. */
  readonly lookUp: number;
  /** To the beginning of the sidebar's frame. */
  readonly toFrame: number;
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
    for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; await pause(50)) {
      const noted = await readNotes(browser, page);
      if (noted !== null)
        return {
          toQuestion: noted.askedAt - loadedAt,
          lookUp: noted.answeredAt - noted.askedAt,
          toFrame: noted.beganAt - loadedAt,
          toList: noted.paintedAt - loadedAt,
        };
    }
    return null;
  } finally {
    await page.close();
  }
}

/**
 * Chromium's driver stops each new frame and worker until it has set it up, some 30 ms. During a visit
 * it still sees them, but they go on meanwhile.
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

interface Session {
  get(key: string): Promise<Record<string, LookUpTimes>>;
  remove(key: string): Promise<void>;
}

/** What the sidebar and the background have noted of this visit; `null` until both have. */
async function readNotes(
  browser: DrivenBrowser,
  page: Page,
): Promise<(LookUpTimes & { beganAt: number; paintedAt: number }) | null> {
  const view = await browser.sidebar(page);
  if (view === null) return null;
  return view.run(async (_document, key) => {
    const scope = globalThis as unknown as Partial<
      Record<"browser" | "chrome", { storage: { session: Session } }>
    >;
    const session = (scope.browser ?? scope.chrome)?.storage.session;
    const { paintedAt } = globalThis as PaintNote;
    const lookUp = (await session?.get(key))?.[key];
    if (paintedAt === undefined || lookUp === undefined) return null;
    await session?.remove(key);
    return { ...lookUp, beganAt: performance.timeOrigin, paintedAt };
  }, LOOK_UP_TIMES);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
