import browser from "webextension-polyfill";

/** A text of the catalogue that the browser chose; empty if it has no such key. */
export function catalogueText(key: string, substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/**
 * The language for numbers and dates, as a BCP 47 tag: the browser's, with its region, if the catalogue is
 * in that language; otherwise the catalogue's.
 */
export function catalogueLanguage(): string {
  const catalogue = catalogueText("languageTag", []);
  const browserLanguage = browser.i18n.getUILanguage();
  return browserLanguage.split("-")[0] === catalogue ? browserLanguage : catalogue;
}
