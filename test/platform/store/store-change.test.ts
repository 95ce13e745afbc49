import { describe, expect, test } from "vitest";
import type { BuildRow } from "../../../platform/store/build-row.ts";
import {
  canFreeBlocks,
  isAbandoned,
  readyIn,
  rowsAfter,
} from "../../../platform/store/store-change.ts";
import { begun, readyRow, unfinishedRow } from "../../fixtures/build-rows.ts";

const READY = readyRow("ready", { source: "s1" });
const BUILDING = unfinishedRow("building");
const FAILED = unfinishedRow("failed", { state: "failed", failure: "internal" });

/** The generations of rows. */
const generations = (rows: readonly BuildRow[]) => rows.map(({ generation }) => generation);

describe("what a change can leave without a row", () => {
  test.each([
    [false, {}],
    [false, { put: [BUILDING] }],
    [true, { put: [FAILED] }],
    [true, { put: [BUILDING, READY] }],
    [true, { revise: (row: BuildRow) => row }],
  ])("%s: %o", (canFree, change) => {
    expect(canFreeBlocks(change)).toBe(canFree);
  });
});

test("the generations that become ready are those of ready rows", () => {
  expect(readyIn({})).toEqual([]);
  expect(readyIn({ put: [BUILDING, READY, FAILED] })).toEqual(["ready"]);
});

describe("a build is abandoned", () => {
  test.each([
    ["under way by a worker that is gone", true, BUILDING],
    ["of this worker", false, unfinishedRow("g", { worker: "here" })],
    ["that can be continued", false, unfinishedRow("g", { source: "s1" })],
    ["that failed", false, FAILED],
    ["that is ready", false, readyRow("g")],
  ])("where it is one %s: %s", (_what, abandoned, row) => {
    expect(isAbandoned(row, "here")).toBe(abandoned);
  });
});

describe("the rows after a change", () => {
  test("are the same objects where nothing changes them", () => {
    const [row] = rowsAfter([READY], {});
    expect(row).toBe(READY);
  });

  test("end with those that were put", () => {
    const mine = unfinishedRow("mine", { owner: "mine" });
    expect(rowsAfter([READY], { put: [mine] })).toEqual([READY, mine]);
  });

  test("have the new one of a row of the same generation", () => {
    const failed = { ...BUILDING, state: "failed", failure: "disk-full", owner: "x" } as const;
    expect(rowsAfter([BUILDING], { put: [failed] })).toEqual([failed]);
  });

  test("lose what an earlier worker left unfinished, unless the change names no worker", () => {
    expect(rowsAfter([BUILDING, READY], { worker: "here" })).toEqual([READY]);
    expect(rowsAfter([BUILDING, READY], {})).toEqual([BUILDING, READY]);
  });

  test("lose failed builds of the owner and part when another one begins, and keep the others", () => {
    const rows = [
      READY,
      FAILED,
      unfinishedRow("theirs", { state: "failed", owner: "other" }),
      unfinishedRow("stories", { state: "failed", part: "stories" }),
      unfinishedRow("other"),
    ];
    expect(generations(rowsAfter(rows, { put: [BUILDING] }))).toEqual([
      "ready",
      "theirs",
      "stories",
      "other",
      "building",
    ]);
  });

  test("keep all others when a build fails", () => {
    const other = unfinishedRow("other failed", { state: "failed" });
    expect(rowsAfter([READY, BUILDING, other], { put: [FAILED] })).toEqual([
      READY,
      BUILDING,
      other,
      FAILED,
    ]);
  });

  test("keep the story index of the same records when a segment becomes ready", () => {
    const stories = readyRow("stories", { part: "stories", source: "s1" });
    const old = readyRow("old stories", { part: "stories", source: "s0" });
    const rows = [begun(READY), stories, old];
    expect(rowsAfter(rows, { put: [READY] })).toEqual([stories, READY]);
  });

  test("keep a story index of other records where the segment is only begun", () => {
    const stories = readyRow("stories", { part: "stories", source: "s0" });
    expect(rowsAfter([stories], { put: [begun(READY)] })).toEqual([stories, begun(READY)]);
  });

  test("keep the segment where a story index of other records becomes ready", () => {
    const stories = readyRow("stories", { part: "stories", source: "s0" });
    expect(rowsAfter([READY, begun(stories)], { put: [stories] })).toEqual([READY, stories]);
  });
});
