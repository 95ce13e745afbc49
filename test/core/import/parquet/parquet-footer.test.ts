import type { FileMetaData } from "hyparquet";
import { describe, expect, test } from "vitest";
import { isSound } from "../../../../core/import/parquet/parquet-footer.ts";

const chunk = (changes: object = {}, path = ["title"]) => ({
  meta_data: {
    path_in_schema: path,
    codec: "SNAPPY",
    num_values: 3n,
    total_compressed_size: 100n,
    total_uncompressed_size: 200n,
    data_page_offset: 4n,
    ...changes,
  },
});
const footer = (columns: readonly object[], changes: object = {}) => ({
  num_rows: 3n,
  schema: [{ name: "schema" }, { name: "title" }],
  row_groups: [{ num_rows: 3n, columns }],
  ...changes,
});
const isOne = (value: object) => isSound(value as FileMetaData);

describe("the list of columns of a Parquet file", () => {
  test.each<object>([
    footer([chunk()]),
    footer([chunk(), chunk({}, ["url"]), chunk({}, ["source", "title"])]),
    footer([chunk({ dictionary_page_offset: 0n })]),
    footer([chunk({ data_page_offset: BigInt(Number.MAX_SAFE_INTEGER) })]),
    footer([], { row_groups: [] }),
  ])("makes sense: case %#", (value) => {
    expect(isOne(value)).toBe(true);
  });

  test.each<[string, object]>([
    ["a column twice", footer([chunk(), chunk()])],
    ["a column without data", footer([{}])],
    ["a column without a name", footer([chunk({}, [])])],
    ["a negative number of values", footer([chunk({ num_values: -1n })])],
    ["a size that is no number", footer([chunk({ total_compressed_size: 100 })])],
    ["a size that no file has", footer([chunk({ total_uncompressed_size: 2n ** 53n })])],
    ["a negative place", footer([chunk({ data_page_offset: -4n })])],
    ["a negative place of the dictionary", footer([chunk({ dictionary_page_offset: -1n })])],
    ["no packing", footer([chunk({ codec: undefined })])],
    ["a negative number of rows", footer([chunk()], { num_rows: -1n })],
    ["no columns", footer([chunk()], { schema: [{ name: "schema" }] })],
    ["a column without a name in its schema", footer([chunk()], { schema: [{}, {}] })],
    [
      "a negative number of rows in a group",
      { ...footer([]), row_groups: [{ num_rows: -1n, columns: [] }] },
    ],
  ])("makes none with %s", (_, value) => {
    expect(isOne(value)).toBe(false);
  });
});
