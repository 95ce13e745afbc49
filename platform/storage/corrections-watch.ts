import browser from "webextension-polyfill";

/** Where corrections are kept, in either storage area. */
export const CORRECTIONS_KEY = "corrections";

/**
 * Calls `onChange` whenever what the reader said of stories has changed, in whichever tab or page it was
 * said. Works in a sidebar's frame too.
 *
 * @returns ends it
 */
export function watchCorrections(onChange: () => void): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>) => {
    if (CORRECTIONS_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
