import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "puppeteer-core";
import type { OutletEntry } from "../../../core/outlets/subscription.ts";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import { launchChromium } from "../../../test/harness/chromium.ts";
import { builtExtension } from "../../../test/harness/drive-browser.ts";
import { requireBrowsers } from "../../../test/harness/installed-browsers.ts";
import type { LocalWeb } from "../../../test/harness/local-web.ts";
import { permittedExtension } from "../../../test/harness/permitted-extension.ts";
import { newProfile } from "../scale/page.ts";
import { extensionProcess, type MachineUse } from "./extension-process.ts";

/** A round of polls, measured from outside. */
export interface SeenRound {
  /** From the request until the last answer is stored, ms. */
  readonly ms: number;
  /** Times of the look-ups during the round, ms. */
  readonly lookUps: readonly number[];
}

/** The built extension in Chromium with permission for all sites, and one of its pages, which sends the requests. */
export interface PollingExtension {
  readonly browser: Browser;
  use(): MachineUse;
  status(): Promise<LiveStatus>;
  /** Starts a round with `outlets.add` or `outlets.poll`, and looks pages up until it is over. */
  round(request: ViewRequest, pages: readonly string[]): Promise<SeenRound>;
  /** Looks pages up, one after the other, with a pause after each; ms. */
  lookUp(pages: readonly string[]): Promise<readonly number[]>;
  /** Resolves once the background is idle. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Pause between two look-ups, ms. */
const PAUSE_MS = 150;
const QUIET = { ms: 1000, busy: 30 } as const;

/** Starts Chromium with the extension, on `web`. */
export async function startPollingExtension(web: LocalWeb): Promise<PollingExtension> {
  const copy = await permittedExtension(builtExtension("chromium"));
  const profile = newProfile();
  const browser = await launchChromium({
    program: requireBrowsers(["chromium"]).chromium,
    extension: copy.folder,
    headless: true,
    profile,
    proxyPort: web.proxyPort,
    commandTimeout: 0,
  });
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker");
  const page = await browser.newPage();
  // A page of the extension that does nothing on its own.
  await page.goto(new URL("/icon/16.png", worker.url()).href);
  const use = await extensionProcess(browser);
  return {
    browser,
    use,
    status: () => ask(page, { type: "outlets.status" }),
    round: (request, pages) => page.evaluate(watch, request, pages, PAUSE_MS),
    lookUp: async (pages) => (await page.evaluate(watch, null, pages, PAUSE_MS)).lookUps,
    async idle() {
      let before: number | null;
      do {
        before = use().background;
        await pause(QUIET.ms);
      } while ((use().background ?? 0) - (before ?? 0) > QUIET.busy);
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
      await copy.remove();
    },
  };
}

/** An outlet as the user picks it. */
export function pickedOutlet(name: string, domain: string): OutletEntry {
  return {
    name,
    domains: [domain],
    feed: `https://www.${domain}/rss.xml`,
    country: "",
    language: "en",
  };
}

/** The part of the extension API that the page uses. */
interface Scope {
  readonly chrome: {
    readonly runtime: {
      sendMessage(message: unknown): Promise<{
        readonly ok: boolean;
        readonly value: LiveStatus & { readonly coverage?: { readonly kind: string } };
      }>;
    };
    readonly storage: {
      readonly onChanged: {
        addListener(
          listener: (
            changes: Readonly<Record<string, { oldValue?: Summary; newValue?: Summary }>>,
          ) => void,
        ): void;
      };
    };
  };
}

/** What the background stores at the end of a round. */
interface Summary {
  readonly lastSuccessAt?: number | null;
}

function ask(page: Page, request: ViewRequest): Promise<LiveStatus> {
  return page.evaluate(async (message) => {
    const { runtime } = (globalThis as unknown as Scope).chrome;
    const answer = await runtime.sendMessage(message);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  }, request);
}

/**
 * Runs in the page. Looks pages up again and again until the round that `request` starts is over; without a request,
 * once each. The end of a round is seen from what is stored then, so the background is not asked.
 */
async function watch(
  request: ViewRequest | null,
  pages: readonly string[],
  pauseMs: number,
): Promise<SeenRound> {
  const { runtime, storage } = (globalThis as unknown as Scope).chrome;
  const start = performance.now();
  let end: number | null = null;
  storage.onChanged.addListener(({ liveSummary }) => {
    const { oldValue, newValue } = liveSummary ?? {};
    if (newValue?.lastSuccessAt && newValue.lastSuccessAt !== oldValue?.lastSuccessAt)
      end ??= performance.now();
  });
  if (request !== null) await runtime.sendMessage(request);
  const lookUps: number[] = [];
  for (let i = 0; request === null ? i < pages.length : end === null; i++) {
    const url = pages[i % pages.length];
    const from = performance.now();
    const question = { type: "coverage.ofTab", tab: 999_999, url, claims: [], statement: null };
    const { value } = await runtime.sendMessage(question);
    lookUps.push(performance.now() - from);
    if (value.coverage?.kind !== "article") throw new Error(`${url}: ${value.coverage?.kind}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return { ms: (end ?? performance.now()) - start, lookUps };
}
