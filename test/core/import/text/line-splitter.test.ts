import { expect, test } from "vitest";
import { LineSplitter } from "../../../../core/import/text/line-splitter.ts";

/** The lines of some blocks, of which lines may have ten characters. */
function linesOf(...blocks: readonly (readonly [text: string, line: number])[]) {
  const splitter = new LineSplitter(10);
  const found = blocks.flatMap(([text, line]) => [...splitter.push({ text, line })]);
  return [...found, ...splitter.end()].map(({ text, number }) => [number, text]);
}

test("lines are numbered, and blank ones passed over", () => {
  expect(linesOf(["a\n\n \t\r\nb\r\nc", 1])).toEqual([
    [1, "a"],
    [4, "b"],
    [5, "c"],
  ]);
});

test("a line may be in several blocks", () => {
  expect(linesOf(["a\nb", 1], ["c", 2], ["d\r\ne\n", 2])).toEqual([
    [1, "a"],
    [2, "bcd"],
    [3, "e"],
  ]);
});

test("a line that begins with blanks is not blank", () => {
  expect(linesOf(["  a\n", 1])).toEqual([[1, "  a"]]);
  expect(linesOf([" ", 1], [" \n", 1], ["b", 2])).toEqual([[2, "b"]]);
});

test("a line of ten characters is read, a longer one has no text", () => {
  expect(linesOf(["0123456789\n0123456789a\nb\n", 1])).toEqual([
    [1, "0123456789"],
    [2, null],
    [3, "b"],
  ]);
});

test("the same holds for lines in several blocks", () => {
  expect(linesOf(["01234", 1], ["56789\n", 1], ["01234", 2], ["56789", 2], ["a\nb", 2])).toEqual([
    [1, "0123456789"],
    [2, null],
    [3, "b"],
  ]);
});

test("the numbers are those of the blocks", () => {
  expect(linesOf(["a\nb", 7], ["\nc", 8])).toEqual([
    [7, "a"],
    [8, "b"],
    [9, "c"],
  ]);
});
