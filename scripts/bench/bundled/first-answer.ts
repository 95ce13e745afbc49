import { readdirSync, readFileSync } from "node:fs";
import { driveBrowser } from "../../../test/harness/drive-browser.ts";
import type { View } from "../../../test/harness/driven-browser.ts";
import type { BrowserName } from "../../../test/harness/installed-browsers.ts";
import { startLocalWeb } from "../../../test/harness/local-web.ts";
import { waitFor } from "../../../test/harness/wait-for.ts";

/** The first answer after the installation. */
export interface FirstAnswer {
  /** From the start of the browser, and from the question, ms. */
  readonly sinceStart: number;
  readonly sinceQuestion: number;
  /** Peak of resident memory of the extension's process; `null` where the system does not say (only Linux does). */
  readonly peakMegabytes: number | null;
}

/** Starts a browser with a new profile and the built extension, and asks about a page as soon as that is possible. */
export async function measureFirstAnswer(name: BrowserName, address: string): Promise<FirstAnswer> {
  const web = await startLocalWeb(() => undefined);
  const start = performance.now();
  const browser = await driveBrowser(name, web);
  try {
    const { view } = await browser.openExtensionPage("popup.html");
    const sinceQuestion = await waitFor("the first answer", () => ask(view, address));
    const sinceStart = performance.now() - start;
    return { sinceStart, sinceQuestion, peakMegabytes: extensionPeak() };
  } finally {
    await browser.close();
    await web.close();
  }
}

interface Sender {
  runtime: {
    sendMessage(message: unknown): Promise<{ value?: { coverage: { kind: string } } }>;
  };
}

/** Time from the question to the answer, ms; `null` when it is not the article's answer. */
function ask(view: View, address: string): Promise<number | null> {
  return view.run(async (_document, url) => {
    const scope = globalThis as unknown as { browser?: Sender; chrome: Sender };
    const start = performance.now();
    const answer = await (scope.browser ?? scope.chrome).runtime.sendMessage({
      ...{ type: "coverage.ofTab", tab: 999_999, url, claims: [], statement: null },
    });
    return answer.value?.coverage.kind === "article" ? performance.now() - start : null;
  }, address);
}

/** Of the processes that this one has started, the peak of the one that runs the extension, MB. */
function extensionPeak(): number | null {
  if (process.platform !== "linux") return null;
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOwn = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === process.pid || isOwn(parent));
  };
  const peaks = [...parents.keys()]
    .filter((pid) => isOwn(pid) && isExtension(pid))
    .map((pid) => Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0));
  return peaks.length === 0 ? null : Math.round(Math.max(...peaks) / 1024);
}

/** Chromium says so on the command line, Firefox in the name of the process. */
function isExtension(pid: number): boolean {
  return (
    read(`/proc/${pid}/cmdline`).includes("--extension-process") ||
    read(`/proc/${pid}/comm`).startsWith("WebExtensions")
  );
}

/** An empty text for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
