import { describe, expect, test } from "vitest";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import { type Entry, EntryTable } from "../../../core/segment/entry-table.ts";
import { keyHash } from "../../../core/segment/key-hash.ts";

function entry(i: number): Entry {
  return {
    key: keyHash(`a.example/${i}`),
    place: { start: i * 2 ** 33, length: 4_000_000_000, index: i % 4096, related: i % 3 || null },
    isPage: i % 2 === 0,
    published: i % 5 === 0 ? null : -i * 1000,
    quality: i % 7 === 0 ? null : i - 50.5,
    site: i % 11,
  };
}

function tableOf(rows: number): EntryTable {
  const table = new EntryTable();
  for (let i = 0; i < rows; i++) table.add(entry(i));
  return table;
}

/** All rows of a table. */
function rowsOf(table: EntryTable) {
  return Array.from({ length: table.size }, (_, row) => ({
    key: { bucket: table.bucketHash(row), fingerprint: table.fingerprint(row) },
    place: table.place(row),
    isPage: table.isPage(row),
    published: table.published(row),
    quality: table.quality(row),
    site: table.site(row),
  }));
}

function chunksOf(table: EntryTable, from = 0): Uint8Array[] {
  return Array.from(table.chunksFrom(from), ({ bytes }) => bytes);
}

describe("a row", () => {
  test("comes back as it was, an unknown time before everything", () => {
    const rows = rowsOf(tableOf(100));
    const expected = Array.from({ length: 100 }, (_, i) => entry(i));
    expect(rows).toEqual(
      expected.map((each) => ({ ...each, published: each.published ?? Number.NEGATIVE_INFINITY })),
    );
  });

  test("is an article's own when it is in no list", () => {
    const table = tableOf(4);
    expect([0, 1, 2, 3].map((row) => table.isOwn(row))).toEqual([true, false, false, true]);
  });

  test("has the time of the record it is from, which is the own one before it", () => {
    const table = new EntryTable();
    const place = { start: 0, length: 1, index: 0 };
    const row = (related: number | null, published: number | null) =>
      table.add({ ...entry(0), place: { ...place, related }, published });
    row(null, 100);
    row(0, 7);
    row(1, null);
    row(null, null);
    row(0, 9);
    expect([0, 1, 2, 3, 4].map((each) => table.recordPublished(each))).toEqual([
      100,
      100,
      100,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
  });

  test("that is missing is an error", () => {
    expect(() => tableOf(3).place(1024)).toThrow(RangeError);
  });
});

describe("a table", () => {
  test.each([0, 1, 1023, 1024, 1025, 5000])("of %i rows is restored from its chunks", (rows) => {
    const table = tableOf(rows);
    const restored = EntryTable.restore(chunksOf(table), rows);
    expect(restored?.size).toBe(rows);
    expect(restored && rowsOf(restored)).toEqual(rowsOf(table));
  });

  test("is stored in chunks below 64 kB, with their number", () => {
    const chunks = chunksOf(tableOf(5000));
    expect(chunks.length).toBe(5);
    expect(EntryTable.chunksOf(5000)).toBe(5);
    for (const { length } of chunks) expect(length).toBeLessThan(65_536);
  });

  test("returns again only the chunks that have changed since", () => {
    const numbers = (from: number) =>
      Array.from(tableOf(3000).chunksFrom(from), ({ number }) => number);
    expect(numbers(0)).toEqual([0, 1, 2]);
    expect(numbers(1023)).toEqual([0, 1, 2]);
    expect(numbers(1024)).toEqual([1, 2]);
    expect(numbers(2500)).toEqual([2]);
  });

  test("is restored up to a row, without rows written after it", () => {
    const restored = EntryTable.restore(chunksOf(tableOf(3000)), 1500);
    expect(restored && rowsOf(restored)).toEqual(rowsOf(tableOf(1500)));
  });

  test("that was restored continues where it was", () => {
    const restored = EntryTable.restore(chunksOf(tableOf(1500)), 1500);
    for (let i = 1500; i < 2100; i++) restored?.add(entry(i));
    expect(restored && rowsOf(restored)).toEqual(rowsOf(tableOf(2100)));
  });

  test("is not restored from fewer rows than it had", () => {
    expect(EntryTable.restore(chunksOf(tableOf(1500)), 1501)).toBeNull();
    expect(EntryTable.restore([], 1)).toBeNull();
  });

  test("is not restored when a chunk in the middle lacks rows", () => {
    const [, second, third] = chunksOf(tableOf(3000));
    const [short] = chunksOf(tableOf(500));
    const chunks = [short, second, third].filter((chunk) => chunk !== undefined);
    expect(EntryTable.restore(chunks, 2400)).toBeNull();
  });

  test("is not restored from a damaged chunk", () => {
    const chunks = chunksOf(tableOf(1500));
    const [, last] = chunks;
    if (last !== undefined) last[100] = (last[100] ?? 0) ^ 1;
    expect(() => EntryTable.restore(chunks, 1500)).toThrow(DamagedBlockError);
  });
});
