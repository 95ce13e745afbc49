import type { Page } from "puppeteer-core";
import { liveStatus } from "../../../test/fixtures/live-outlets.ts";
import { todayAnswer } from "../../../test/fixtures/today-stories.ts";
import { driveBrowser } from "../../../test/harness/drive-browser.ts";
import { startLocalWeb } from "../../../test/harness/local-web.ts";
import { madeUpToday } from "../../../test/harness/made-up-today.ts";
import { runTool } from "../../tools/run-tool.ts";
import type { BenchmarkRow } from "../benchmark.ts";

/** The longest task of a phase, ms: by the clock, and of the thread's own time, which other programs do not lengthen. */
interface Longest {
  readonly clock: number;
  readonly own: number;
}

/**
 * The longest tasks of the page with so many stories: while it is drawn, scrolled and used with keys, and while all
 * of its stories change.
 */
export async function measureLongTasks(stories: number): Promise<BenchmarkRow[]> {
  const { ok, output } = await runTool("wxt", ["build"]);
  if (!ok) throw new Error(output);
  const web = await startLocalWeb(() => undefined);
  const browser = await driveBrowser("chromium", web);
  try {
    const answer = todayAnswer(Date.now(), stories);
    const page = await madeUpToday(browser, { answer, live: liveStatus([]) });
    const phases: [string, () => Promise<unknown>][] = [
      ["drawn", () => page.reload()],
      ["scrolled", () => scroll(page)],
      ["used with keys", () => pressKeys(page)],
      ["changed", () => changeAll(page)],
    ];
    const rows: BenchmarkRow[] = [];
    for (const [phase, run] of phases) {
      const { clock, own } = await longestTask(page, async () => {
        await run();
        await page.waitForFunction(
          (count) => document.querySelectorAll(".story").length === count,
          {},
          stories,
        );
        await new Promise((resolve) => setTimeout(resolve, 500));
      });
      rows.push({
        ...{ stories, while: phase },
        "longest task, own time, ms": Math.round(own),
        "by the clock, ms": Math.round(clock),
      });
    }
    return rows;
  } finally {
    await browser.close();
    await web.close();
  }
}

async function scroll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let at = 0; at < document.body.scrollHeight; at += 600) {
      scrollTo(0, at);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

async function pressKeys(page: Page): Promise<void> {
  for (let i = 0; i < 60; i++) await page.keyboard.press("j");
}

/** Every story has something new the next time that the page asks, which following one makes it do. */
async function changeAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    type Send = (message: unknown, respond?: (answer: unknown) => void) => Promise<unknown>;
    interface Told {
      readonly value: { stories?: { fresh: number }[] } | null;
    }
    const scope = globalThis as unknown as Record<
      "browser" | "chrome",
      { runtime: { sendMessage: Send } }
    >;
    for (const { runtime } of [scope.browser, scope.chrome].filter((one) => one !== undefined)) {
      const send = runtime.sendMessage;
      runtime.sendMessage = async (message, respond) => {
        const told = (await send(message)) as Told;
        for (const story of told.value?.stories ?? []) story.fresh = 7;
        respond?.(told);
        return told;
      };
    }
    document.querySelector<HTMLElement>(".follow")?.click();
  });
  await page.waitForFunction(
    (last) => document.querySelector(`.story:nth-child(${last}) .tag-first`) !== null,
    {},
    await page.$$eval(".story", (found) => found.length),
  );
}

/** An event of a trace; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest task on the page's main thread while something runs. */
async function longestTask(page: Page, run: () => Promise<unknown>): Promise<Longest> {
  await page.tracing.start({ categories: ["toplevel"] });
  await run();
  const trace = await page.tracing.stop();
  const events: TraceEvent[] = JSON.parse(new TextDecoder().decode(trace)).traceEvents;
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(threadOf),
  );
  const tasks = events.filter(
    (event) => event.name === "ThreadControllerImpl::RunTask" && main.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error("the trace has no tasks");
  const most = (field: "dur" | "tdur") =>
    tasks.reduce((longest, event) => Math.max(longest, event[field] ?? 0), 0) / 1000;
  return { clock: most("dur"), own: most("tdur") };
}
