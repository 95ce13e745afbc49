import browser from "webextension-polyfill";
import { parseCorrections } from "../../core/corrections/correction-schema.ts";
import {
  type CorrectedPair,
  type Correction,
  Corrections,
} from "../../core/corrections/corrections.ts";

/** Where corrections are kept, in either storage area. */
const CORRECTIONS_KEY = "corrections";

/** `session` forgets when the browser ends: for what is said in a private window. */
type Area = "local" | "session";

/**
 * What the reader said tells another story, for look-ups; what is stored and cannot be used is left out.
 */
export async function readCorrections(): Promise<Corrections> {
  const [kept, passing] = await Promise.all([readKeptCorrections(), readArea("session")]);
  return passing.pairs.length === 0 ? kept : kept.with(passing.pairs);
}

/** What is kept for good, and may be shown, exported and brought back: nothing of a private window. */
export function readKeptCorrections(): Promise<Corrections> {
  return readArea("local");
}

/** Adds pairs; those that are there stay as they are. Gives all that are kept, as the others below. */
export function addCorrections(
  pairs: readonly Correction[],
  area: Area = "local",
): Promise<Corrections> {
  return inTurn(() => changeArea(area, (before) => before.with(pairs)));
}

export function removeCorrections(pairs: readonly CorrectedPair[]): Promise<Corrections> {
  return inTurn(() => changeBoth((before) => before.without(pairs)));
}

export function clearCorrections(): Promise<Corrections> {
  return inTurn(() => changeBoth(() => new Corrections([])));
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Makes changes one after the other. Only the background writes. */
function inTurn(change: () => Promise<void>): Promise<Corrections> {
  const next = lastChange.then(change).then(readKeptCorrections);
  lastChange = next.catch(() => undefined);
  return next;
}

async function changeBoth(change: (before: Corrections) => Corrections): Promise<void> {
  await Promise.all([changeArea("local", change), changeArea("session", change)]);
}

async function changeArea(area: Area, change: (before: Corrections) => Corrections): Promise<void> {
  const { pairs } = change(await readArea(area));
  // Of pages that somebody read nothing stays behind, not even an empty list.
  if (pairs.length === 0) await browser.storage[area].remove(CORRECTIONS_KEY);
  else await browser.storage[area].set({ [CORRECTIONS_KEY]: pairs });
}

async function readArea(area: Area): Promise<Corrections> {
  const stored = await browser.storage[area].get(CORRECTIONS_KEY);
  return parseCorrections(stored[CORRECTIONS_KEY]);
}
