import browser from "webextension-polyfill";
import { type SidebarForm, sidebarForm } from "../../core/settings/site-form.ts";

/** Name of the command in the manifest. */
const COMMAND = "toggle-sidebar";

/**
 * Opens or closes the sidebar of a tab.
 *
 * @returns the form it then has; `null` where the content script does not run
 */
async function toggleSidebar(tab: number): Promise<SidebarForm | null> {
  try {
    const form = await browser.tabs.sendMessage(tab, { type: "overlay.toggle" }, { frameId: 0 });
    return sidebarForm.safeParse(form).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Has the shortcut open or close the sidebar of the tab in front; where none can be, it opens the popup, as far as the
 * browser lets it. Must be called while the background script first runs.
 *
 * @param onToggled called with the form that the user has given to the sidebar of a tab
 */
export function onToggleCommand(onToggled: (tab: number, form: SidebarForm) => void): void {
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener(async (command, tab) => {
    if (command !== COMMAND || tab?.id === undefined) return;
    const form = await toggleSidebar(tab.id);
    if (form !== null) onToggled(tab.id, form);
    else await browser.action.openPopup().catch(() => undefined);
  });
}
