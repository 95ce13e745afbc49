import browser from "webextension-polyfill";
import { CountryNames } from "../../core/story/words/country-names.ts";

let loading: Promise<CountryNames> | null = null;

/**
 * The names of countries out of the extension's own package. Not part of the background's code, since
 * most wakes of it ask for no story.
 */
export function loadCountryNames(): Promise<CountryNames> {
  loading ??= load();
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

async function load(): Promise<CountryNames> {
  const response = await fetch(browser.runtime.getURL("country-names.json"));
  return new CountryNames(await response.json());
}
