import browser from "webextension-polyfill";
import { parseSettings, type Settings } from "../../core/settings/settings.ts";

const KEY = "settings";

/** The reader's settings; defaults where nothing is stored or what is stored cannot be used. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Changes the settings, one change after the other, and gives the new ones. Only the background writes. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const next = lastChange.then(async () => {
    const settings = change(await readSettings());
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
  lastChange = next.catch(() => undefined);
  return next;
}

/** Takes out the settings, and what the reader has dismissed; the data sets stay. */
export async function resetSettings(): Promise<void> {
  await lastChange;
  await browser.storage.local.remove([KEY, "notice", "noticeDismissed"]);
}
