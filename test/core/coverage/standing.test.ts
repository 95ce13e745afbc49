import { describe, expect, test } from "vitest";
import type { KnownSummary } from "../../../core/coverage/coverage.ts";
import { standingOf } from "../../../core/coverage/standing.ts";
import { DAY, HOUR, MINUTE } from "../../../core/durations.ts";
import { article, found, PUBLISHED, story } from "../../components/answers.ts";

const PAGE = article("Page", { published: PUBLISHED });

/** The standing of a page among articles at these times, named A, B and so on. */
function standing(page: KnownSummary, ...times: (number | null)[]) {
  const others = times.map((published, i) => article("ABCDEF"[i] ?? "", { published }));
  return standingOf(story(page, others));
}

describe("a page among other articles", () => {
  test("is the first, ahead of the next", () => {
    expect(standing(PAGE, PUBLISHED + 5 * HOUR, PUBLISHED + MINUTE, null)).toEqual({
      placing: { kind: "first", of: 3, next: "B", lead: MINUTE },
      newer: 0,
      isOnlyOfOutlets: false,
    });
  });

  test.each([0, 59_999])("is first together with one that is %i ms later", (ms) => {
    expect(standing(PAGE, PUBLISHED + ms).placing).toEqual({ kind: "together", of: 2, other: "A" });
  });

  test("is first together with one that is less than a minute earlier", () => {
    expect(standing(PAGE, PUBLISHED - 59_999).placing).toEqual({
      kind: "together",
      of: 2,
      other: "A",
    });
  });

  test("comes after those that are a minute earlier or more, and before what is newer", () => {
    const times = [PUBLISHED - MINUTE, PUBLISHED - HOUR, PUBLISHED - 1, PUBLISHED + HOUR];
    expect(standing(PAGE, ...times)).toEqual({
      placing: { kind: "later", place: 3, of: 5, first: "B", behind: HOUR },
      newer: 1,
      isOnlyOfOutlets: false,
    });
  });

  test("has no place when its time is not known", () => {
    expect(standing({ ...PAGE, published: null }, PUBLISHED, PUBLISHED - HOUR).placing).toEqual({
      kind: "unplaced",
      first: "B",
    });
  });

  test("has no place when its time is a day on which another came", () => {
    const midnight = PUBLISHED - (PUBLISHED % DAY);
    const page = { ...PAGE, published: midnight };
    expect(standing(page, midnight - DAY, midnight + HOUR).placing).toEqual({
      kind: "unplaced",
      first: "A",
    });
  });

  test("has no place when the time of another is only a day, the same", () => {
    const midnight = PUBLISHED - (PUBLISHED % DAY);
    expect(standing(PAGE, midnight - DAY - 1, midnight).placing).toEqual({
      kind: "unplaced",
      first: "A",
    });
  });

  test("stands nowhere when nobody is known to be first", () => {
    expect(standing(PAGE, null).placing).toBeNull();
    expect(standing({ ...PAGE, published: null }, null).placing).toBeNull();
    expect(standing(PAGE).placing).toBeNull();
  });
});

test("an entry counts from its earliest copy", () => {
  const copy = found("Copy", 0.9, { published: PUBLISHED - HOUR, isFirst: true });
  const coverage = story(PAGE, [article("A", { published: PUBLISHED + HOUR })]);
  const page = { ...coverage.page, isFirst: false };
  const related = coverage.related.map((one) => ({ ...one, copies: [copy] }));
  expect(standingOf({ ...coverage, page, related })).toMatchObject({
    placing: { kind: "later", place: 2, of: 2, first: "Copy", behind: HOUR },
    newer: 1,
  });
});

describe("the only one of the user's outlets", () => {
  const live = { ...PAGE, dataSets: ["made-up", "live"] };

  test("is a live page without other live articles", () => {
    expect(standingOf(story(live, [])).isOnlyOfOutlets).toBe(true);
    expect(standingOf(story(live, [article("A")])).isOnlyOfOutlets).toBe(true);
  });

  test("is neither one among others nor one that is not followed", () => {
    const other = article("A", { dataSets: ["live"] });
    expect(standingOf(story(live, [other])).isOnlyOfOutlets).toBe(false);
    expect(standingOf(story(PAGE, [])).isOnlyOfOutlets).toBe(false);
  });
});
