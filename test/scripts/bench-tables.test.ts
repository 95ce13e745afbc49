import { expect, test } from "vitest";
import { tablesOf } from "../../scripts/bench/tables.ts";

test("rows with the columns of the first, or fewer, are one table", () => {
  const rows = [{ what: "a", ms: 1, MB: 2 }, { what: "b" }, { MB: 3, what: "c" }];
  expect(tablesOf(rows)).toEqual([rows]);
});

test("a row with another column begins a table", () => {
  const [days, rounds, more] = [{ what: "day", ms: 1 }, { what: "round", s: 2 }, { what: "more" }];
  expect(tablesOf([days, rounds, more])).toEqual([[days], [rounds, more]]);
});

test("no rows are no table", () => {
  expect(tablesOf([])).toEqual([]);
});
