import { expect, test } from "vitest";
import { HEADER_BYTES } from "../../../core/data-set-file/layout.ts";
import { CheckedBlocks } from "../../../core/published/checked-blocks.ts";

test("only the whole blocks of a file are checked", () => {
  const blocks = new CheckedBlocks({ blocks: [100, 50] });
  const at = (start: number, length: number) => blocks.has({ start: HEADER_BYTES + start, length });
  expect([at(0, 100), at(100, 50)]).toEqual([true, true]);
  expect([at(0, 150), at(10, 90), at(0, 50), at(100, 100), at(150, 50), at(-1, 101)]).toEqual(
    Array(6).fill(false),
  );
});
