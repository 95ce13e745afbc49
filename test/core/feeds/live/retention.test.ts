import { describe, expect, test } from "vitest";
import { type ArticlesPerDay, dayOf } from "../../../../core/feeds/live/articles-per-day.ts";
import { bothCuts, cutByAge, cutBySize, isCutDue } from "../../../../core/feeds/live/retention.ts";

const NOW = Date.UTC(2026, 10, 23, 15, 30);
const TODAY = dayOf(NOW);
const LIMITS = { days: 30, bytes: 1000 };
const ALL = Number.POSITIVE_INFINITY;

test("an article is kept for the given days, to the end of the last one", () => {
  expect(cutByAge(NOW, LIMITS)).toEqual({ firstDay: TODAY - 30, ofFirstDay: ALL });
});

test.each([
  { expired: 0, kept: 100, isDue: false },
  { expired: 9, kept: 91, isDue: false },
  { expired: 10, kept: 90, isDue: true },
  { expired: 1, kept: 0, isDue: true },
  { expired: 0, kept: 0, isDue: false },
])(
  "of $expired too old ones beside $kept they are taken out: $isDue",
  ({ expired, kept, isDue }) => {
    const counts: ArticlesPerDay = [
      [TODAY - 31, expired],
      [TODAY - 30, kept],
    ];
    expect(isCutDue(counts, cutByAge(NOW, LIMITS), LIMITS)).toBe(isDue);
  },
);

test.each([
  { days: 30, age: 33, isDue: false },
  { days: 30, age: 34, isDue: true },
  { days: 7, age: 8, isDue: true },
  { days: 365, age: 401, isDue: false },
  { days: 365, age: 402, isDue: true },
])("one of $age days among many is removed when they are kept for $days: $isDue", (one) => {
  const counts: ArticlesPerDay = [
    [TODAY - one.age, 1],
    [TODAY, 1000],
  ];
  const limits = { ...LIMITS, days: one.days };
  expect(isCutDue(counts, cutByAge(NOW, limits), limits)).toBe(one.isDue);
});

describe("what is removed over the size limit", () => {
  const counts: ArticlesPerDay = [
    [TODAY, 40],
    [TODAY - 2, 30],
    [TODAY - 1, 30],
  ];

  test("is nothing while there is space", () => {
    expect(cutBySize(counts, 1000, LIMITS)).toBeNull();
  });

  test("leaves nine tenths of the limit, the oldest day goes first", () => {
    expect(cutBySize(counts, 1001, LIMITS)).toEqual({ firstDay: TODAY - 2, ofFirstDay: 19 });
  });

  test("may be most of one day", () => {
    expect(cutBySize(counts, 4500, LIMITS)).toEqual({ firstDay: TODAY, ofFirstDay: 20 });
  });

  test("does not bring back what is too old", () => {
    const age = { firstDay: TODAY - 1, ofFirstDay: ALL };
    expect(bothCuts(age, null)).toEqual(age);
    expect(bothCuts(age, { firstDay: TODAY - 2, ofFirstDay: 5 })).toEqual(age);
    expect(bothCuts(age, { firstDay: TODAY - 1, ofFirstDay: 5 })).toMatchObject({ ofFirstDay: 5 });
  });
});
