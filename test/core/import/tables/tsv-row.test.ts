import { expect, test } from "vitest";
import { splitTsvRow } from "../../../../core/import/tables/tsv-row.ts";

test.each([
  ["a\tb", ["a", "b"]],
  ["", [""]],
  ["a\t", ["a", ""]],
  ['"a"\tb', ["a", "b"]],
  ['"a ""b"""\tc', ['a "b"', "c"]],
  ['"a "b"\tc', ['"a "b"', "c"]],
  ['"a\tb"', ['"a', 'b"']],
  ['"\t""', ['"', ""]],
  ['""""', ['"']],
  ['a "b"', ['a "b"']],
])("%j has the cells %j", (line, cells) => {
  expect(splitTsvRow(line)).toEqual(cells);
});
