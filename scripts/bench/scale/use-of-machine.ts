import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";

const SAMPLE_EVERY_MS = 100;

/** Peak memory above the start, MB; `null` where the system does not say (only Linux does). */
export interface PeakMemory {
  /** Of the pages' processes, in which the workers run. */
  readonly page: number | null;
  /** Of all processes of the browser: the database is in another one. */
  readonly all: number | null;
}

/** Measures a browser's private memory from now on. */
export async function watchMemory(browser: Browser): Promise<() => PeakMemory> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pids = processInfo.map(({ id }) => id);
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const start = { page: privateMemory(renderers), all: privateMemory(pids) };
  const peak = { ...start };
  const timer = setInterval(() => {
    peak.page = larger(peak.page, privateMemory(renderers));
    peak.all = larger(peak.all, privateMemory(pids));
  }, SAMPLE_EVERY_MS);
  return () => {
    clearInterval(timer);
    return { page: above(start.page, peak.page), all: above(start.all, peak.all) };
  };
}

/** Measures the peak of a worker's JavaScript heap and buffers from now on, MB. */
export async function watchWorkerHeap(browser: Browser): Promise<() => number> {
  const [page] = await browser.pages();
  let peak = 0;
  const timer = setInterval(async () => {
    for (const worker of page?.workers() ?? []) {
      const usage: HeapUsage | null = await worker.client
        .send("Runtime.getHeapUsage")
        .catch(() => null);
      if (usage !== null) peak = Math.max(peak, usage.usedSize + (usage.backingStorageSize ?? 0));
    }
  }, SAMPLE_EVERY_MS);
  return () => {
    clearInterval(timer);
    return Math.round(peak / 1_000_000);
  };
}

/** Bytes. */
interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Private memory of some processes, MB. */
function privateMemory(pids: readonly number[]): number | null {
  if (process.platform !== "linux") return null;
  let kilobytes = 0;
  for (const pid of pids) {
    const file = `/proc/${pid}/status`;
    if (!existsSync(file)) continue;
    kilobytes += Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(file, "utf8"))?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

function above(start: number | null, peak: number | null): number | null {
  return start === null || peak === null ? null : Math.round(peak - start);
}

/** Bytes on disk of what pages store in a profile, once the browser is closed. */
export function bytesKept(profile: string): number {
  const folder = join(profile, "Default");
  return ["IndexedDB", "File System"]
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + bytesIn(path), 0);
}

/** Bytes of the disk blocks that a folder's files use, as `du` counts them. */
function bytesIn(path: string): number {
  const stat = lstatSync(path);
  const own = stat.blocks * 512;
  if (!stat.isDirectory()) return own;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), own);
}
