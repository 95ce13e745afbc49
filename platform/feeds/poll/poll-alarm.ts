import browser from "webextension-polyfill";

/** Wakes the background for polls. */
export interface PollAlarm {
  /** ms since 1970; `null` where none is set. */
  get(): Promise<number | null>;
  /** One at a time; `null` takes it away. */
  set(at: number | null): Promise<void>;
}

/** The names of the alarms that wake for feeds, and for published data sets. */
export type PollAlarmName = "poll" | "published";

export function createPollAlarm(name: PollAlarmName): PollAlarm {
  return {
    async get() {
      return (await browser.alarms.get(name))?.scheduledTime ?? null;
    },
    async set(at) {
      if (at === null) await browser.alarms.clear(name);
      else browser.alarms.create(name, { when: at });
    },
  };
}

/** Runs `poll` when the alarm goes off. Must be called while the background script first runs. */
export function onPollAlarm(name: PollAlarmName, poll: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) poll();
  });
}
