import browser from "webextension-polyfill";
import { CountryNames } from "../../core/story/words/country-names.ts";
import { Once } from "../store/once.ts";

const loaded = new Once(async () => {
  const response = await fetch(browser.runtime.getURL("country-names.json"));
  return new CountryNames(await response.json());
});

/**
 * The names of countries out of the extension's own package. Not part of the background's code, since
 * most wakes of it ask for no story.
 */
export function loadCountryNames(): Promise<CountryNames> {
  return loaded.get();
}
