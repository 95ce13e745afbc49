import { describe, expect, test } from "vitest";
import { FORMAT_VERSION } from "../../../core/segment/format.ts";
import { STORY_FORMAT_VERSION } from "../../../core/story-index/format.ts";
import {
  isLive,
  isResumable,
  isUsable,
  segmentOf,
  storiesOf,
} from "../../../platform/store/build-row.ts";
import { readyRow, unfinishedRow } from "../../fixtures/build-rows.ts";

const STORIES = { part: "stories", format: STORY_FORMAT_VERSION } as const;

describe("an index answers", () => {
  test.each([
    [true, readyRow("g")],
    [true, readyRow("g", STORIES)],
    [false, readyRow("g", { isDamaged: true })],
    [false, readyRow("g", { format: FORMAT_VERSION - 1 })],
    [false, readyRow("g", { part: "stories", format: STORY_FORMAT_VERSION - 1 })],
  ])("%s: %j", (answers, row) => {
    expect(isUsable(row)).toBe(answers);
  });
});

describe("another worker can continue", () => {
  test.each([
    [true, unfinishedRow("g", { source: "s1" })],
    [false, unfinishedRow("g", { source: null })],
    [false, unfinishedRow("g", { part: "stories", source: "s1" })],
  ])("%s: %j", (continues, row) => {
    expect(isResumable(row)).toBe(continues);
  });
});

describe("the segment of an owner", () => {
  const rows = [
    unfinishedRow("building", { owner: "mine" }),
    readyRow("theirs", { owner: "other" }),
    readyRow("stories", { owner: "mine", ...STORIES }),
    readyRow("segment", { owner: "mine", isDamaged: true }),
  ];

  test("is the one that is ready, whether or not it answers", () => {
    expect(segmentOf("mine", rows)?.generation).toBe("segment");
  });

  test("is none when none is ready", () => {
    expect(segmentOf("mine", rows.slice(0, 3))).toBeNull();
  });
});

describe("the story index of a segment", () => {
  const segment = readyRow("segment", { owner: "mine", source: "s1" });
  const stories = readyRow("stories", { owner: "mine", source: "s1", ...STORIES });

  test("is the one of its owner and its source", () => {
    expect(storiesOf(segment, [segment, stories])?.generation).toBe("stories");
  });

  test("of a segment that has its records itself names that segment", () => {
    const own = { ...segment, source: null };
    expect(storiesOf(own, [{ ...stories, source: "segment" }])?.generation).toBe("stories");
    expect(storiesOf(own, [stories])).toBeNull();
  });

  test.each([
    ["another owner's", { ...stories, owner: "other" }],
    ["of other records", { ...stories, source: "s2" }],
    ["a segment", { ...stories, part: "segment", format: FORMAT_VERSION } as const],
    ["damaged", { ...stories, isDamaged: true }],
    ["being built", unfinishedRow("stories", { owner: "mine", source: "s1", ...STORIES })],
  ])("is missing when it is %s", (_what, row) => {
    expect(storiesOf(segment, [row])).toBeNull();
  });
});

test.each([
  [true, "live/7"],
  [false, "live"],
  [false, "alive/7"],
  [false, "mine"],
])("%s: live articles are in the index of %s", (live, owner) => {
  expect(isLive(readyRow("g", { owner }))).toBe(live);
});
