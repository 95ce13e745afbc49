// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import type { Status } from "../../../core/protocol/messages.ts";
import type { Result } from "../../../core/protocol/result.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { pollForUpdates } from "../../../platform/pages/poll-for-updates.ts";
import { liveStatus } from "../../fixtures/live-outlets.ts";

const QUIET: Status = {
  settings: parseSettings({}),
  notice: null,
  dataSets: [],
  deleted: [],
  job: null,
  canImport: true,
};
const BUSY: Status = {
  ...QUIET,
  job: {
    name: "A",
    kind: "import",
    state: "running",
    failure: null,
    done: 1,
    total: 2,
    perSecond: null,
  },
};
const POLLING = liveStatus([], { round: { done: 0, total: 1 } });
const WAITING = liveStatus([]);
const NO_ANSWER = { ok: false, failure: "unavailable" } as const;
const answered = <Value>(value: Value): Result<Value> => ({ ok: true, value });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Subscriptions to a background that answers with what stands in `answer`. */
async function subscribed() {
  const answer: { status: Result<Status>; live: Result<LiveStatus> } = {
    status: answered(QUIET),
    live: answered(WAITING),
  };
  const ask = {
    status: vi.fn(async () => answer.status),
    liveStatus: vi.fn(async () => answer.live),
  };
  const updates = pollForUpdates(ask);
  const listener = vi.fn<(answer: Result<Status>) => void>();
  const dispose = [updates.subscribeToStatus(listener), updates.subscribeToLiveStatus(() => {})];
  await vi.advanceTimersByTimeAsync(0);
  return { answer, ask, listener, onAnswer: updates.onAnswer, dispose };
}

/** Calls of `ask` within a time, ms. */
async function callsWithin(ms: number, ask: { readonly mock: { readonly calls: unknown[] } }) {
  const before = ask.mock.calls.length;
  await vi.advanceTimersByTimeAsync(ms);
  return ask.mock.calls.length - before;
}

describe("the status", () => {
  test("is asked for once where nothing changes by itself", async () => {
    const { ask, listener } = await subscribed();
    expect(listener.mock.calls).toEqual([[answered(QUIET)]]);
    expect(await callsWithin(3_600_000, ask.status)).toBe(0);
  });

  test("is asked for again when the page is shown", async () => {
    const { ask } = await subscribed();
    document.dispatchEvent(new Event("visibilitychange"));
    expect(await callsWithin(0, ask.status)).toBe(0);
    expect(ask.status).toHaveBeenCalledTimes(2);
  });

  test("is asked for twice a second while a job runs that another request has begun", async () => {
    const { answer, ask, onAnswer } = await subscribed();
    answer.status = answered(BUSY);
    onAnswer(answered(BUSY));
    expect(await callsWithin(2000, ask.status)).toBe(4);
    answer.status = answered(QUIET);
    expect(await callsWithin(2000, ask.status)).toBe(1);
  });

  test("is asked for every second while a data set can be restored", async () => {
    const { answer, ask, onAnswer } = await subscribed();
    const deleted = answered({ ...QUIET, deleted: [{ id: "a", name: "A", place: 0 }] });
    answer.status = deleted;
    onAnswer(deleted);
    expect(await callsWithin(3000, ask.status)).toBe(3);
  });

  test("is asked for on where one answer does not come", async () => {
    const { answer, ask, listener, onAnswer } = await subscribed();
    onAnswer(answered(BUSY));
    answer.status = NO_ANSWER;
    expect(await callsWithin(1000, ask.status)).toBe(2);
    expect(listener.mock.lastCall).toEqual([NO_ANSWER]);
  });

  test("is not asked for any more once the subscription has ended", async () => {
    const { ask, onAnswer, dispose } = await subscribed();
    onAnswer(answered(BUSY));
    for (const end of dispose) end();
    document.dispatchEvent(new Event("visibilitychange"));
    expect(await callsWithin(60_000, ask.status)).toBe(0);
  });
});

describe("the live status", () => {
  test("is asked for every half minute, and twice a second while feeds are polled", async () => {
    const { answer, ask, onAnswer } = await subscribed();
    expect(await callsWithin(60_000, ask.liveStatus)).toBe(2);
    answer.live = answered(POLLING);
    onAnswer(answered(POLLING));
    expect(await callsWithin(2000, ask.liveStatus)).toBe(4);
  });

  test("is left alone by answers about something else", async () => {
    const { ask, onAnswer } = await subscribed();
    onAnswer(answered(null));
    onAnswer(answered(BUSY));
    onAnswer(NO_ANSWER);
    expect(await callsWithin(29_999, ask.liveStatus)).toBe(0);
  });
});
