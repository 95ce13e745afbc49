import { describe, expect, test } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import {
  type CheckOutcome,
  checkState,
  stateAfterCheck,
  troubleOf,
} from "../../../core/published/check-state.ts";

const NOW = Date.UTC(2026, 10, 30, 4);
const TIMING = { every: 60, now: NOW, random: 0.5 };
const UP_TO_DATE: CheckOutcome = {
  kind: "up-to-date",
  etag: '"7"',
  lastModified: "Mon",
  freshFor: null,
};
const GONE: CheckOutcome = { kind: "failed", failure: "gone", status: 410, retryAfter: null };
const REFUSED: CheckOutcome = { kind: "refused", refusal: { code: "bad-signature" } };

test("after a check that found nothing to do the next one comes after the interval", () => {
  const state = stateAfterCheck("a", null, UP_TO_DATE, TIMING);
  expect(state).toEqual({
    id: "a",
    etag: '"7"',
    lastModified: "Mon",
    nextPollAt: NOW + HOUR,
    lastPollAt: NOW,
    lastSuccessAt: NOW,
    notBefore: null,
    failures: 0,
    failingSince: null,
    failingDays: 0,
    failure: null,
    status: null,
    trouble: null,
  });
  expect(checkState.parse(state)).toEqual(state);
});

test("an answer that stays fresh for longer delays the next check", () => {
  const state = stateAfterCheck("a", null, { ...UP_TO_DATE, freshFor: 5 * HOUR }, TIMING);
  expect(state.nextPollAt).toBe(NOW + 5 * HOUR + 150_000);
});

describe("after a check that failed", () => {
  const before = stateAfterCheck("a", null, UP_TO_DATE, { ...TIMING, now: NOW - HOUR });

  test("the pause is twice as long, and what is known of the manifest stays", () => {
    expect(stateAfterCheck("a", before, REFUSED, TIMING)).toEqual({
      ...before,
      nextPollAt: NOW + 2 * HOUR,
      lastPollAt: NOW,
      failures: 1,
      failingSince: NOW,
      failingDays: 1,
      failure: "odd-answer",
      status: null,
      trouble: REFUSED,
    });
  });

  test("a file given up is checked once a day", () => {
    const state = stateAfterCheck("a", before, GONE, TIMING);
    expect(state).toMatchObject({ failure: "gone", status: 410, nextPollAt: NOW + 24 * HOUR });
  });

  test("a server that asks for a pause gets it", () => {
    const busy = { ...GONE, failure: "server-error", status: 503, retryAfter: 9 * HOUR } as const;
    expect(stateAfterCheck("a", before, busy, TIMING)).toMatchObject({
      notBefore: NOW + 9 * HOUR,
      nextPollAt: NOW + 9 * HOUR + 150_000,
    });
  });

  test("the trouble is over with the next success", () => {
    const troubled = stateAfterCheck("a", before, REFUSED, TIMING);
    expect(stateAfterCheck("a", troubled, UP_TO_DATE, TIMING)).toMatchObject({
      trouble: null,
      failures: 0,
      failure: null,
    });
  });
});

test("of a failure the kind, the reason and the status are remembered", () => {
  expect(troubleOf(GONE)).toEqual({ kind: "failed", failure: "gone", status: 410 });
  expect(troubleOf(REFUSED)).toEqual(REFUSED);
  expect(troubleOf({ kind: "disk-full" })).toEqual({ kind: "disk-full" });
});

test.each([
  [{ kind: "refused", refusal: { code: "not-https" } }, true],
  [{ kind: "failed", failure: "timeout", status: null }, true],
  [{ kind: "disk-full" }, true],
  [{ kind: "refused", refusal: { code: "no such code" } }, false],
  [{ kind: "refused" }, false],
  [{ kind: "failed", failure: "bored", status: null }, false],
  [{ kind: "asleep" }, false],
])("the stored trouble %j can be read: %s", (trouble, isKnown) => {
  const state = { ...stateAfterCheck("a", null, UP_TO_DATE, TIMING), trouble };
  expect(checkState.safeParse(state).success).toBe(isKnown);
});
