import {
  type CorrectedPair,
  type Correction,
  Corrections,
} from "../../core/corrections/corrections.ts";
import { correctionsItem, privateCorrectionsItem } from "./stored-items.ts";

const ITEMS = { local: correctionsItem, session: privateCorrectionsItem } as const;
/** `session` is deleted when the browser ends: for corrections made in a private window. */
type Area = keyof typeof ITEMS;

/** Which articles the user said tell another story, for look-ups. */
export async function readCorrections(): Promise<Corrections> {
  const [kept, passing] = await Promise.all([readKeptCorrections(), privateCorrectionsItem.read()]);
  return passing.length === 0 ? kept : kept.with(passing);
}

/** Those that are kept for good, and may be shown, exported and imported: nothing of a private window. */
export async function readKeptCorrections(): Promise<Corrections> {
  return new Corrections(await correctionsItem.read());
}

/** Adds pairs; those that are there stay as they are. Gives all that are kept, like the functions below. */
export async function addCorrections(
  pairs: readonly Correction[],
  area: Area = "local",
): Promise<Corrections> {
  await changeArea(area, (before) => before.with(pairs));
  return readKeptCorrections();
}

export async function removeCorrections(pairs: readonly CorrectedPair[]): Promise<Corrections> {
  const change = (before: Corrections) => before.without(pairs);
  await Promise.all([changeArea("local", change), changeArea("session", change)]);
  return readKeptCorrections();
}

export async function clearCorrections(): Promise<Corrections> {
  await Promise.all([correctionsItem.remove(), privateCorrectionsItem.remove()]);
  return readKeptCorrections();
}

async function changeArea(area: Area, change: (before: Corrections) => Corrections): Promise<void> {
  const item = ITEMS[area];
  const pairs = await item.change((before) => change(new Corrections(before)).pairs);
  // Nothing that shows which pages somebody read may remain, not even an empty list.
  if (pairs.length === 0 && (await item.isReadable())) await item.remove();
}
