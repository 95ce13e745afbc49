import type { Page } from "puppeteer-core";
import { FOUND, foundAnswer } from "../../test/fixtures/found-stories.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpPage } from "../../test/harness/made-up-page.ts";
import { waitFor } from "../../test/harness/wait-for.ts";

/** What the sidebar's own document notes. */
interface Notes {
  /** ms since its document began. */
  paintedAt: number | null;
  shift: number;
}

/** How long a story of 40 articles takes from its answer to the screen, ms, and how far the sidebar's content shifts meanwhile. */
export interface SidebarPaint {
  readonly ms: number;
  readonly shift: number;
}

/** Draws the sidebar with a story of 40 articles, and measures it once. */
export async function measureSidebarPaint(browser: DrivenBrowser): Promise<SidebarPaint> {
  const answer = foundAnswer(FOUND["forty"] ?? { kind: "none" });
  const page = await madeUpPage(
    browser,
    "sidebar.html",
    { updates: [{ type: "answer", result: { ok: true, value: answer } }] },
    { drawn: ".cards", prepare: (blank) => blank.evaluateOnNewDocument(noteSidebarPaint) },
  );
  try {
    const painted = await waitFor("the list on the screen", () => notesOf(page));
    // Shifts after the first picture count too.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { shift } = (await notesOf(page)) ?? painted;
    return { ms: painted.ms, shift };
  } finally {
    await page.close();
  }
}

function notesOf(page: Page): Promise<SidebarPaint | null> {
  return page.evaluate(() => {
    const { paintedAt, shift } = (globalThis as unknown as { paint: Notes }).paint;
    const [answer] = performance.getEntriesByName("answer");
    return paintedAt === null || answer === undefined
      ? null
      : { ms: paintedAt - answer.startTime, shift };
  });
}

/** Runs first in the sidebar's document, so it uses nothing from outside itself. */
function noteSidebarPaint(): void {
  const notes: Notes = { paintedAt: null, shift: 0 };
  Object.assign(globalThis, { paint: notes });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      notes.shift += (entry as unknown as { readonly value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  const observer = new MutationObserver(() => {
    if (document.querySelector(".cards .card") === null) return;
    observer.disconnect();
    // A message that is sent before a frame is drawn arrives when it has been.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        notes.paintedAt = performance.now();
        port1.close();
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}
