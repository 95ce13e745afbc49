import { rmSync } from "node:fs";
import { MINUTE } from "../../../core/durations.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import type { LocalWeb } from "../../../test/harness/local-web.ts";
import { median } from "../benchmark.ts";
import { type Questions, siteOf } from "./articles.ts";
import type { ColdResult, ImportResult, WarmResult } from "./contestant.ts";
import { newProfile, ORIGIN, OutOfTimeError, openBenchPage } from "./page.ts";
import { bytesKept, type PeakMemory, watchMemory } from "./use-of-machine.ts";

/** Chromium closes an unused database after two seconds; after this wait a start is cold. */
const UNTIL_CLOSED_MS = 2500;
/** A cold start that takes longer than this, ms, is repeated less often. */
const SLOW_START_MS = 3000;

/** What to measure. */
export interface Round {
  readonly web: LocalWeb;
  /** Addresses of the workers' scripts. */
  readonly importScript: string;
  readonly lookUpScript: string;
  /** Address of the worker that only opens a database; `null` to leave it out. */
  readonly bareScript: string | null;
  readonly size: number;
  readonly parts: readonly string[];
  readonly questions: Questions;
  readonly imports: number;
  readonly coldStarts: number;
  /** Longest import, ms. */
  readonly limit: number;
}

export interface Figures {
  readonly articlesPerSecond: number;
  readonly memory: PeakMemory;
  readonly bytes: number;
  readonly coldMs: number;
  readonly coldRatio: number;
  /** From the first line of a fresh worker to one value of a database, beside the store. */
  readonly bareColdMs: number | null;
  readonly bareMs: number;
  readonly knownMs: number;
  readonly unknownMs: number;
  readonly domainMs: number;
  /** Blocks read for a known address: median and most. */
  readonly blocks: { readonly median: number; readonly most: number };
}

/** A store failed or was stopped; the message says how. */
export class StoppedError extends Error {}

/**
 * Fills a store in a fresh profile and looks articles up in it, each in a browser of its own.
 *
 * @throws StoppedError when the import takes too long or fails; Error when an answer is wrong
 */
export async function measure(round: Round): Promise<Figures> {
  const profile = newProfile();
  try {
    const imports = [];
    for (let run = 0; run < round.imports; run++) {
      rmSync(profile, { recursive: true, force: true });
      imports.push(await fill(round, profile));
    }
    const answers = await ask(round, profile);
    const speeds = imports.map(({ articles, ms }) => (articles * 1000) / ms);
    const memory = {
      page: medianOf(imports.map((one) => one.memory.page)),
      all: medianOf(imports.map((one) => one.memory.all)),
    };
    return {
      articlesPerSecond: median(speeds),
      memory,
      bytes: bytesKept(profile),
      ...answers,
    };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Bytes on disk of a store without articles: the browser's own files. */
export async function bytesOfEmpty(
  round: Pick<Round, "web" | "importScript" | "limit">,
): Promise<number> {
  const profile = newProfile();
  try {
    await fill({ ...round, parts: [] }, profile);
    return bytesKept(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function fill(
  round: Pick<Round, "web" | "importScript" | "parts" | "limit">,
  profile: string,
): Promise<ImportResult & { readonly memory: PeakMemory }> {
  const { web, importScript, parts, limit } = round;
  const page = await openBenchPage(web, profile);
  try {
    const stopWatching = await watchMemory(page.browser);
    try {
      const result = await page.run<ImportResult>(importScript, { do: "import", parts }, limit);
      return { ...result, memory: stopWatching() };
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      throw error instanceof OutOfTimeError
        ? new StoppedError(`stopped after ${limit / MINUTE} min ${said}`)
        : new StoppedError(`failed: ${said}`);
    } finally {
      stopWatching();
    }
  } finally {
    await page.close();
  }
}

async function ask(round: Round, profile: string) {
  const { web, lookUpScript, bareScript, questions, coldStarts, limit } = round;
  const page = await openBenchPage(web, profile);
  try {
    const cold: ColdResult[] = [];
    const bareCold: ColdResult[] = [];
    const start = async (script: string, url: string) => {
      await new Promise((resolve) => setTimeout(resolve, UNTIL_CLOSED_MS));
      return page.run<ColdResult>(script, { do: "cold", url }, limit);
    };
    for (const { url, title } of questions.known.slice(0, coldStarts)) {
      if (cold.length >= 3 && (cold[0]?.ms ?? 0) > SLOW_START_MS) break;
      const answer = await start(lookUpScript, url);
      if (answer.title !== title) throw new Error(`${url} gave ${answer.title}, not ${title}`);
      cold.push(answer);
      // Alternating, so that other load on the machine affects both.
      if (bareScript !== null) bareCold.push(await start(bareScript, url));
    }
    const address = `${ORIGIN}/questions/${round.size}`;
    const warm = await page.run<WarmResult>(
      lookUpScript,
      { do: "warm", questions: address },
      limit,
    );
    check(warm, questions);
    return {
      coldMs: median(cold.map(({ ms }) => ms)),
      coldRatio: median(cold.map(({ ms, bareMs }) => ms / bareMs)),
      bareColdMs: bareCold.length === 0 ? null : median(bareCold.map(({ ms }) => ms)),
      bareMs: median(warm.bare),
      knownMs: median(warm.known),
      unknownMs: median(warm.unknown),
      domainMs: median(warm.domain),
      blocks: { median: median(warm.blocks), most: Math.max(...warm.blocks) },
    };
  } finally {
    await page.close();
  }
}

function check({ titles, wronglyKnown, found }: WarmResult, { known, hosts }: Questions): void {
  for (const [i, { url, title }] of known.entries())
    if (titles[i] !== title) throw new Error(`${url} gave ${titles[i]}, not ${title}`);
  if (wronglyKnown > 0) throw new Error(`${wronglyKnown} addresses are known that are not there`);
  for (const [i, host] of hosts.entries()) {
    const articles = found[i] ?? [];
    if (articles.length === 0) throw new Error(`no article of ${host}`);
    const site = registrableDomain(host);
    for (const { url } of articles)
      if (siteOf(url) !== site) throw new Error(`${url} was given for ${host}`);
  }
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}
