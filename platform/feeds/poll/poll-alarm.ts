import browser from "webextension-polyfill";

/** Wakes the background for polls. */
export interface PollAlarm {
  /** ms since 1970; `null` where none is set. */
  get(): Promise<number | null>;
  /** One at a time; `null` takes it away. */
  set(at: number | null): Promise<void>;
}

const NAME = "poll";

export const pollAlarm: PollAlarm = {
  async get() {
    return (await browser.alarms.get(NAME))?.scheduledTime ?? null;
  },
  async set(at) {
    if (at === null) await browser.alarms.clear(NAME);
    else browser.alarms.create(NAME, { when: at });
  },
};

/** Runs `look` when the alarm goes off. Must be called while the background script first runs. */
export function onPollAlarm(look: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) look();
  });
}
