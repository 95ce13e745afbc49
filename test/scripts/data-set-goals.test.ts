import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missedGoals } from "../../scripts/bench/data-set/goals.ts";
import { KeptRows } from "../../scripts/bench/data-set/kept-rows.ts";

const row = (size: number, ms: number) => ({
  "looked up in": size,
  "open and answer ms": ms,
  "peak MB": 90,
  "known ms": 1,
  "known, reads": 4,
  "unknown, reads": 4,
});

test("rows that reach every goal miss none", () => {
  const rows = new KeptRows(null);
  rows.set("lookUp", "1000", [row(1000, 30)]);
  rows.set("lookUp", "10000", [row(10_000, 89)]);
  expect(missedGoals(rows)).toEqual([]);
});

test("a goal that is missed is named with its value", () => {
  const rows = new KeptRows(null);
  rows.set("lookUp", "1000", [row(1000, 30)]);
  rows.set("lookUp", "10000", [row(10_000, 91)]);
  rows.set("mirror", "30", [
    { mirrored: 30, "what is new": "all", "fetched MB": 10 },
    { mirrored: 30, "what is new": "a new day", "fetched MB": 0.6 },
    { mirrored: 30, "what is new": "nothing", "fetched MB": 0 },
  ]);
  expect(missedGoals(rows)).toEqual([
    "10000: open and answer ms 91, goal 90",
    "30 mirrored: a new day takes 0.6 MB, goal 0.50",
  ]);
});

test("a figure that is missing misses its goal", () => {
  const rows = new KeptRows(null);
  const { "known ms": _, ...without } = row(1000, 30);
  rows.set("lookUp", "1000", [without]);
  expect(missedGoals(rows)).toEqual(["1000: known ms undefined, goal NaN"]);
});

test("rows are kept for the next run, in order of size, and replaced when they are measured again", () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-rows-"));
  try {
    const path = join(folder, "rows.json");
    const first = new KeptRows(path);
    first.set("file", "records", [{ articles: "records" }]);
    first.set("file", "10000", [{ articles: 10_000 }]);
    const second = new KeptRows(path);
    second.set("file", "1000", [{ articles: 1000 }]);
    second.set("file", "10000", [{ articles: 10_000, again: 1 }]);
    expect(new KeptRows(path).of("file")).toEqual([
      { articles: 1000 },
      { articles: 10_000, again: 1 },
      { articles: "records" },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
