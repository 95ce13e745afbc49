import browser from "webextension-polyfill";
import { parseCorrections } from "../core/corrections/correction-schema.ts";
import { Corrections } from "../core/corrections/corrections.ts";

const KEY = "corrections";

/** What the reader said tells another story; what is stored and cannot be used is left out. */
export async function readCorrections(): Promise<Corrections> {
  const stored = await browser.storage.local.get(KEY);
  return parseCorrections(stored[KEY]);
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Changes the corrections, one change after the other, and gives the new ones. Only the background writes. */
export function changeCorrections(
  change: (corrections: Corrections) => Corrections,
): Promise<Corrections> {
  const next = lastChange.then(async () => {
    const corrections = change(await readCorrections());
    // Of pages that somebody read nothing stays behind, not even an empty list.
    if (corrections.pairs.length === 0) await browser.storage.local.remove(KEY);
    else await browser.storage.local.set({ [KEY]: corrections.pairs });
    return corrections;
  });
  lastChange = next.catch(() => undefined);
  return next;
}

export function clearCorrections(): Promise<Corrections> {
  return changeCorrections(() => new Corrections([]));
}
