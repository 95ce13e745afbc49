import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Browser } from "puppeteer-core";

/** What an extension has used of the machine so far; `null` where the system does not say (only Linux does). */
export interface MachineUse {
  /** Processor time of the background's own thread, ms. */
  readonly background: number | null;
  /** Bytes that the browser's main process, which holds the database, wrote to the disk. */
  readonly written: number | null;
}

/** Linux counts processor time in hundredths of a second on every machine. */
const MS_IN_TICK = 10;

/** Finds the Chromium processes that an extension uses. The result can be asked any number of times. */
export async function extensionProcess(browser: Browser): Promise<() => MachineUse> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const own = processInfo.find(({ type }) => type === "browser")?.id ?? 0;
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const [thread] = renderers.flatMap(({ id }) => serviceWorkerThreads(id));
  return () => ({
    background: thread === undefined ? null : processorTime(thread),
    written: numberIn(`/proc/${own}/io`, /^write_bytes: (\d+)/m),
  });
}

/** Folders of the threads in which service workers run. */
function serviceWorkerThreads(process: number): string[] {
  const folder = `/proc/${process}/task`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((thread) => `${folder}/${thread}`)
    .filter((thread) => readFileSync(`${thread}/comm`, "utf8").startsWith("ServiceWorker"));
}

/** Time in and outside the kernel, ms. */
function processorTime(thread: string): number | null {
  const path = `${thread}/stat`;
  if (!existsSync(path)) return null;
  // The name, in brackets, may contain blanks.
  const fields = readFileSync(path, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_IN_TICK;
}

function numberIn(path: string, pattern: RegExp): number | null {
  const found = existsSync(path) ? pattern.exec(readFileSync(path, "utf8"))?.[1] : undefined;
  return found === undefined ? null : Number(found);
}
