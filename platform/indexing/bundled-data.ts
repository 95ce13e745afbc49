import browser from "webextension-polyfill";
import { BUNDLED_DATA_FILE } from "../../core/data-set/data-set.ts";

/** The bundled data set out of the extension's own package, as parsed JSON. */
export async function loadBundledData(): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(BUNDLED_DATA_FILE));
  return response.json();
}
