/** Stands in for `webextension-polyfill` in unit tests: WXT's in-memory browser. */
export { fakeBrowser as default } from "wxt/testing/fake-browser";
