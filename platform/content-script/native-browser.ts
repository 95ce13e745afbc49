import type { Browser } from "webextension-polyfill";

/**
 * The browser's own extension interface, for the content script: under Manifest V3 both browsers
 * return promises, and the polyfill would be more than half of the script.
 */
export const nativeBrowser: Pick<Browser, "runtime"> =
  (globalThis as { browser?: Browser }).browser ??
  (globalThis as unknown as { chrome: Browser }).chrome;

/** Whether the extension that started this script still runs: it was not updated, disabled or removed. */
export function isExtensionAlive(): boolean {
  try {
    return nativeBrowser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** The shadow root of an element, closed ones included: only extensions may ask. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  const inFirefox = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  const { dom } = nativeBrowser as {
    dom?: { openOrClosedShadowRoot(of: HTMLElement): ShadowRoot | null };
  };
  return inFirefox.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(element) ?? null;
}
