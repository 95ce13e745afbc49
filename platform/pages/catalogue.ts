import browser from "webextension-polyfill";

/** A text of the catalogue the browser chose; empty when there is none by that key. */
export function catalogueText(key: string, substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** Language for numbers and dates: the reader's own where the catalogue is in it, else the catalogue's. */
export function catalogueLanguage(): string {
  const catalogue = catalogueText("languageTag", []);
  const reader = browser.i18n.getUILanguage();
  return reader.split("-")[0] === catalogue ? reader : catalogue;
}
