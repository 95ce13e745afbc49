import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { PageReading } from "../../../core/page/page-reading.ts";
import { launchChromium } from "../../../test/harness/chromium.ts";
import { builtExtension } from "../../../test/harness/drive-browser.ts";
import { requireBrowsers } from "../../../test/harness/installed-browsers.ts";
import { startLocalWeb } from "../../../test/harness/local-web.ts";
import { median } from "../benchmark.ts";

/** A page to be read. */
export interface GivenPage {
  readonly address: string;
  readonly body: Uint8Array | undefined;
}

/** What our reader found on a page, and the main thread's time for it, ms, median of all loads. */
export interface TimedReading {
  readonly reading: PageReading;
  readonly ms: number;
}

/** The page runs and loads nothing; `eval` is for measuring. */
const POLICY = "default-src 'none'; script-src 'unsafe-eval'";

/** Opens each page in Chromium at its real address, served by this machine, and reads it with the built page reader. */
export async function readPages(
  pages: readonly GivenPage[],
  rounds: number,
): Promise<TimedReading[]> {
  const bodies = new Map(pages.map(({ address, body }) => [withoutScheme(address), body]));
  const web = await startLocalWeb((url) => {
    const body = bodies.get(withoutScheme(url.href));
    return body && { body, headers: { "content-security-policy": POLICY } };
  });
  const browser = await launchChromium({
    program: requireBrowsers(["chromium"]).chromium,
    extension: null,
    headless: true,
    proxyPort: web.proxyPort,
  });
  try {
    const code = readFileSync(join(builtExtension("chromium"), "read-page.js"), "utf8");
    const page = await browser.newPage();
    const readings: TimedReading[] = [];
    for (const { address } of pages) {
      const runs: TimedReading[] = [];
      for (let round = 0; round < rounds; round++) runs.push(await readAt(page, address, code));
      const [first] = runs;
      if (first === undefined) throw new Error("no rounds");
      readings.push({ reading: first.reading, ms: median(runs.map(({ ms }) => ms)) });
    }
    return readings;
  } finally {
    await browser.close();
    await web.close();
  }
}

/** Chromium tries an `http:` address as `https:` first. */
function withoutScheme(address: string): string {
  return new URL(address).href.replace(/^https?:|#.*/g, "");
}

/** Runs our reader once in an isolated world, as in an extension. */
async function readAt(page: Page, address: string, code: string): Promise<TimedReading> {
  await page.goto(address, { waitUntil: "load" });
  const session = await page.createCDPSession();
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
  });
  const expression = `(() => {
    const start = performance.now();
    const reading = (0, eval)(${JSON.stringify(code)});
    return { reading, ms: performance.now() - start };
  })()`;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
  return result.value as TimedReading;
}
