import { describe, expect, test } from "vitest";
import { BlockDirectory, endOfBlocks } from "../../../core/data-set-file/block-directory.ts";
import type { FileDirectory } from "../../../core/data-set-file/layout.ts";

const DIRECTORY: FileDirectory = {
  segment: 1,
  stories: null,
  sourceEnd: 100,
  runs: [
    ["outlets", null, [10]],
    ["urls/", 0, [5, 0, 7]],
    ["meta", null, [3]],
    ["urls/", 5, [2]],
  ],
};

describe("the directory of a file's blocks", () => {
  const directory = new BlockDirectory(DIRECTORY);

  test.each([
    ["outlets", { start: 100, length: 10 }],
    ["urls/0", { start: 110, length: 5 }],
    ["urls/1", { start: 115, length: 0 }],
    ["urls/2", { start: 115, length: 7 }],
    ["meta", { start: 122, length: 3 }],
    ["urls/5", { start: 125, length: 2 }],
  ])("finds %s", (name, place) => {
    expect(directory.placeOf(name)).toEqual(place);
  });

  test.each(["urls/3", "urls/4", "urls/6", "urls/-1", "urls/1e0", "docs/0", "", "__proto__"])(
    "has no block %j",
    (name) => {
      expect(directory.placeOf(name)).toBeNull();
    },
  );

  test("ends where its last block does", () => {
    expect(endOfBlocks(DIRECTORY)).toBe(127);
    expect(endOfBlocks({ ...DIRECTORY, runs: [] })).toBe(100);
  });
});
