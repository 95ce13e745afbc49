import browser from "webextension-polyfill";

const NAME = "purge";

/** Wakes the background when removed outlets cannot be had back any more, ms since 1970; one time only. */
export function setPurgeAlarm(at: number): void {
  browser.alarms.create(NAME, { when: at });
}

/** Runs `purge` when the alarm goes off. Must be called while the background script first runs. */
export function onPurgeAlarm(purge: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) purge();
  });
}
