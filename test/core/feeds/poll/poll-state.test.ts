import { expect, test } from "vitest";
import { newFeedState } from "../../../../core/feeds/poll/feed-state.ts";
import { newPollState, pollState } from "../../../../core/feeds/poll/poll-state.ts";

const NOW = Date.UTC(2026, 10, 23, 12);

test("before its first poll a feed is due now, and its state is empty", () => {
  const { day, ...state } = newFeedState("a", NOW);
  expect(day).toMatch(/^2026-11-2[34]$/);
  expect(state).toEqual({
    outlet: "a",
    etag: null,
    lastModified: null,
    nextPollAt: NOW,
    lastPollAt: null,
    lastSuccessAt: null,
    notBefore: null,
    failures: 0,
    failingSince: null,
    failingDays: 0,
    failure: null,
    status: null,
    period: null,
    redirect: null,
    known: [],
    articles: 0,
    articlesThatDay: 0,
    otherSite: 0,
    unusable: 0,
  });
});

test("a stored state of polls is read as it was written", () => {
  const state = {
    ...newPollState(NOW),
    etag: '"7"',
    lastModified: "Mon",
    lastPollAt: 1,
    lastSuccessAt: 2,
    notBefore: 3,
    failures: 4,
    failingSince: 5,
    failingDays: 6,
    failure: "gone",
    status: 410,
  };
  expect(pollState.parse(state)).toEqual(state);
  expect(pollState.safeParse({ ...state, failure: "bored" }).success).toBe(false);
  expect(pollState.safeParse({ ...state, etag: undefined }).success).toBe(false);
});
