import browser from "webextension-polyfill";
import type { Shortcut } from "../../core/settings/shortcut.ts";

/** Interface of Firefox alone, which `webextension-polyfill` has no type for. */
interface ShortcutSettings {
  openShortcutSettings?(): Promise<void>;
}

/** The commands of the manifest in the order in which the user sees them; Chromium gives them by the alphabet. */
const ORDER = [
  "_execute_action",
  "toggle-sidebar",
  "open-today",
  "next-article",
  "previous-article",
];

/** All commands; none in Firefox for Android, which has no keys for them. */
export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands
    .map(({ name = "", description = "", shortcut = "" }) => ({
      command: name,
      description,
      keys: shortcut,
    }))
    .toSorted((a, b) => ORDER.indexOf(a.command) - ORDER.indexOf(b.command));
}

/** Opens the browser's own list of shortcuts, the only place where they can be set. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as ShortcutSettings;
  if (open !== undefined) await open();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
