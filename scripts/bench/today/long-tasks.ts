import type { Page } from "puppeteer-core";
import { liveStatus } from "../../../test/fixtures/live-outlets.ts";
import { todayAnswer } from "../../../test/fixtures/today-stories.ts";
import { driveBrowser } from "../../../test/harness/drive-browser.ts";
import { startLocalWeb } from "../../../test/harness/local-web.ts";
import { madeUpToday } from "../../../test/harness/made-up-today.ts";
import { runTool } from "../../tools/run-tool.ts";
import type { BenchmarkRow } from "../benchmark.ts";

/** The longest tasks of the page with so many stories, ms: while it is drawn, scrolled and used with keys. */
export async function measureLongTasks(stories: number): Promise<BenchmarkRow> {
  const { ok, output } = await runTool("wxt", ["build"]);
  if (!ok) throw new Error(output);
  const web = await startLocalWeb(() => undefined);
  const browser = await driveBrowser("chromium", web);
  try {
    const now = Date.now();
    const page = await madeUpToday(browser, {
      answer: todayAnswer(now, stories),
      live: liveStatus([]),
    });
    await page.evaluate(() => {
      const scope = globalThis as unknown as { tasks: number[] };
      scope.tasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) scope.tasks.push(duration);
      }).observe({ type: "longtask", buffered: true });
    });
    const drawn = await longest(page);
    await page.evaluate(async () => {
      for (let at = 0; at < document.body.scrollHeight; at += 600) {
        scrollTo(0, at);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    const scrolled = await longest(page);
    for (let i = 0; i < 60; i++) await page.keyboard.press("j");
    const keys = await longest(page);
    return {
      stories,
      "longest task while drawn, ms": drawn,
      "while scrolled, ms": scrolled,
      "while used with keys, ms": keys,
    };
  } finally {
    await browser.close();
    await web.close();
  }
}

/** The longest task since it was last asked, ms; 0 where none took 50 ms. */
async function longest(page: Page): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  return page.evaluate(() => {
    const scope = globalThis as unknown as { tasks: number[] };
    return Math.round(Math.max(0, ...scope.tasks.splice(0)));
  });
}
