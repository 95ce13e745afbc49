import { expect, test } from "vitest";
import {
  encodeMembers,
  encodeStoryNumbers,
  membersAt,
  storyNumberAt,
} from "../../../core/story-index/story-members.ts";

test("each article has the number of its story, 0 where it is alone", () => {
  const bytes = encodeStoryNumbers(Uint32Array.of(0, 7, 70_000));
  expect([0, 1, 2, 3].map((place) => storyNumberAt("stories/0", bytes, place))).toEqual([
    0, 7, 70_000, 0,
  ]);
});

test("each story has its articles", () => {
  const bytes = encodeMembers([
    [0, 4],
    [2, 3, 900_000],
  ]);
  expect(membersAt("members/0", bytes, 0)).toEqual([0, 4]);
  expect(membersAt("members/0", bytes, 1)).toEqual([2, 3, 900_000]);
  expect(membersAt("members/0", bytes, 2)).toEqual([]);
});
