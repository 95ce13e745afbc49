import { describe, expect, test } from "vitest";
import { DAY } from "../../../core/durations.ts";
import { latest, liveSummary, outletStatus } from "../../../core/protocol/outlet-status.ts";
import { feedState } from "../../fixtures/feed-states.ts";
import { outlet } from "../../fixtures/outlets.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
const situation = { isAllowed: true, isPolling: false, dueAt: NOW + 7, now: NOW };

describe("an outlet", () => {
  const health = (...[picked, state, changes]: Parameters<typeof outletStatus>) =>
    outletStatus(picked, state, { ...situation, ...changes }).health;

  test("is new before its first poll", () => {
    expect(health(outlet(1), null, situation)).toBe("new");
    expect(health(outlet(1), feedState(), situation)).toBe("new");
  });

  test("is good after a successful poll", () => {
    expect(health(outlet(1), feedState({ lastSuccessAt: NOW }), situation)).toBe("good");
  });

  test.each([
    ["failing", 7 * DAY - 1],
    ["dead", 7 * DAY],
  ])("is %s after %i ms of failures", (expected, since) => {
    const days = { failingSince: NOW - since, failingDays: 5, lastPollAt: NOW };
    const state = feedState({ failures: 9, failure: "timeout", ...days });
    expect(health(outlet(1), state, situation)).toBe(expected);
  });

  test("is not allowed without the permission, whatever happened before", () => {
    expect(health(outlet(1), feedState(), { ...situation, isAllowed: false })).toBe("not-allowed");
  });

  test("has the state of its feed and the match patterns for the permission", () => {
    const state = feedState({
      ...{ failures: 1, failure: "server-error", status: 503, failingSince: NOW - 5 },
      ...{ lastSuccessAt: NOW - 9, articles: 40, articlesThatDay: 4, otherSite: 2, unusable: 1 },
    });
    expect(outletStatus(outlet(1), state, situation)).toEqual({
      ...outlet(1),
      health: "failing",
      failure: "server-error",
      status: 503,
      failingSince: NOW - 5,
      lastSuccessAt: NOW - 9,
      nextPollAt: NOW + 7,
      articles: 40,
      articlesToday: 4,
      otherSite: 2,
      unusable: 1,
      isPolling: false,
      patterns: ["*://*.outlet-1.example/*"],
    });
  });

  test("has the number of items without a title or address", () => {
    const state = { ...feedState(), unusable: 5 };
    expect(outletStatus(outlet(1), state, situation).unusable).toBe(5);
  });

  test("has no articles today when the last ones came yesterday", () => {
    const state = feedState({ day: "2026-11-22", articlesThatDay: 4 });
    expect(outletStatus(outlet(1), state, situation).articlesToday).toBe(0);
  });

  test.each([
    ["paused", { isPaused: true }, true],
    ["removed", { removedAt: NOW }, true],
    ["not allowed", {}, false],
  ])("that is %s has no next poll", (_, fields, isAllowed) => {
    const picked = outlet(1, fields);
    expect(outletStatus(picked, null, { ...situation, isAllowed }).nextPollAt).toBeNull();
  });
});

describe("the summary of the live outlets", () => {
  test("is null when none was added", () => {
    expect(liveSummary([], [], NOW)).toBeNull();
    expect(liveSummary([outlet(1, { removedAt: NOW })], [], NOW)).toBeNull();
  });

  test("has the number of outlets, the articles of today and the last successful poll", () => {
    const outlets = [outlet(1), outlet(2, { isPaused: true }), outlet(3, { removedAt: NOW })];
    const state = (n: number, lastSuccessAt: number, day = "2026-11-23") =>
      feedState({ outlet: outlet(n).id, articlesThatDay: 10, lastSuccessAt, day });
    expect(
      liveSummary(outlets, [state(1, 5), state(2, 7, "2026-11-22"), state(3, 9)], NOW),
    ).toEqual({ outlets: 2, articlesToday: 10, lastSuccessAt: 7 });
  });
});

test("the latest of no times is null", () => {
  expect([latest([]), latest([null]), latest([null, 3, 9, null, 4])]).toEqual([null, null, 9]);
});
