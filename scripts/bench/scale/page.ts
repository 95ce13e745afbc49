import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { launchChromium } from "../../../test/harness/chromium.ts";
import { requireBrowsers } from "../../../test/harness/installed-browsers.ts";
import type { LocalWeb } from "../../../test/harness/local-web.ts";
import type { WorkerMessage } from "./contestant.ts";

export const ORIGIN = "https://scale.example";

/** A worker was stopped because it ran out of time. */
export class OutOfTimeError extends Error {}

/** Chromium with an empty page at an origin of its own. */
export interface BenchPage {
  readonly browser: Browser;
  /**
   * Runs a worker that does `task`, ends it, and returns its result.
   *
   * @throws OutOfTimeError after `limit` ms, with what was done by then
   */
  run<Result>(script: string, task: object, limit: number): Promise<Result>;
  close(): Promise<void>;
}

/** A folder for a browser's profile; the caller removes it. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), "scale-"));
}

export async function openBenchPage(web: LocalWeb, profile: string): Promise<BenchPage> {
  const browser = await launchChromium({
    program: requireBrowsers(["chromium"]).chromium,
    extension: null,
    headless: true,
    profile,
    proxyPort: web.proxyPort,
    commandTimeout: 0,
  });
  const [first] = await browser.pages();
  const page = first ?? (await browser.newPage());
  await page.goto(`${ORIGIN}/`);
  return {
    browser,
    run: (script, task, limit) => runWorker(page, script, task, limit),
    close: () => browser.close(),
  };
}

interface Scope {
  progress: number;
}

async function runWorker<Result>(
  page: Page,
  script: string,
  task: object,
  limit: number,
): Promise<Result> {
  const crashed = new Promise<never>((_, reject) => {
    page.once("error", () => reject(new Error("the browser's process ended: out of memory")));
  });
  const { promise: outOfTime, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(async () => {
    const done = await page.evaluate(() => (globalThis as unknown as Scope).progress);
    reject(new OutOfTimeError(`at ${done} articles`));
  }, limit);
  const working = page.evaluate(
    (address, name) =>
      new Promise<unknown>((resolve, fail) => {
        const scope = globalThis as unknown as Scope;
        scope.progress = 0;
        const worker = new Worker(address, { name });
        const end = (settle: () => void) => {
          worker.terminate();
          settle();
        };
        worker.onerror = ({ message }) => end(() => fail(new Error(message)));
        worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
          if (data.kind === "progress") scope.progress = data.articles;
          else if (data.kind === "failed") end(() => fail(new Error(data.message)));
          else end(() => resolve(data.result));
        };
      }),
    script,
    JSON.stringify(task),
  );
  try {
    return (await Promise.race([working, crashed, outOfTime])) as Result;
  } finally {
    clearTimeout(timer);
    working.catch(() => undefined);
    crashed.catch(() => undefined);
  }
}
