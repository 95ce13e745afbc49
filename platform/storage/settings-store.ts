import type { Settings } from "../../core/settings/settings.ts";
import { dismissedNoticesItem, noticeItem, settingsItem } from "./stored-items.ts";

/** The user's settings; defaults where nothing is stored or what is stored cannot be used. */
export function readSettings(): Promise<Settings> {
  return settingsItem.read();
}

/** Changes the settings, one change after the other, and gives the new ones. Only the background writes. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return settingsItem.change(change);
}

/** Takes out the settings, and what the user has dismissed; the data sets stay. */
export async function resetSettings(): Promise<void> {
  for (const item of [settingsItem, noticeItem, dismissedNoticesItem]) await item.remove();
}
