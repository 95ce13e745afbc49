import browser from "webextension-polyfill";
import {
  STARTER_LIST_FILE,
  type StarterList,
  starterList,
} from "../../core/outlets/starter-list.ts";

/** Loads the list of outlets to choose from, a file of the extension's package. Rejects if that fails. */
export async function loadStarterList(): Promise<StarterList> {
  const response = await fetch(browser.runtime.getURL(STARTER_LIST_FILE));
  return starterList.parse(await response.json());
}
