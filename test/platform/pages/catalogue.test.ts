import { afterEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { catalogueLanguage } from "../../../platform/pages/catalogue.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ["of the user's region, in a language there is a catalogue of", "en", "en-GB", "en-GB"],
  ["of the catalogue, when there is none in the user's language", "en", "pt-BR", "en"],
  ["of the user, as the browser names it", "de", "de", "de"],
  ["of the catalogue, when the languages only begin alike", "de", "den", "de"],
])("numbers and dates are %s", (_, catalogue, uiLanguage, expected) => {
  // Stands in for the browser's choice of a catalogue.
  Object.assign(browser.i18n, {
    getMessage: (key: string) => (key === "languageTag" ? catalogue : ""),
    getUILanguage: () => uiLanguage,
  });
  expect(catalogueLanguage()).toBe(expected);
});
