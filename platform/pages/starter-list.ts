import browser from "webextension-polyfill";
import {
  STARTER_LIST_FILE,
  type StarterList,
  starterList,
} from "../../core/outlets/starter-list.ts";

/** The outlets to choose from, out of the extension's own package; read when they are to be shown. */
export async function loadStarterList(): Promise<StarterList> {
  const response = await fetch(browser.runtime.getURL(STARTER_LIST_FILE));
  return starterList.parse(await response.json());
}
