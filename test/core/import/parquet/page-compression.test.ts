import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { unpackersFor } from "../../../../core/import/parquet/page-compression.ts";
import { LIMITS, UnpackMeter } from "../../../../core/import/run/limits.ts";

const PAGE = new Uint8Array(100_000).map((_, i) => (i * i) % 251);

/** Unpacks a page, and notes what was checked. */
function unpack(name: string, packed: Uint8Array, length: number, most = LIMITS.unpackedBytes) {
  const meter = new UnpackMeter({ ...LIMITS, unpackedBytes: most });
  meter.begin(packed.length);
  const checked: Uint8Array[] = [];
  const page = unpackersFor(meter, (one) => void checked.push(one))[
    name as keyof ReturnType<typeof unpackersFor>
  ]?.(packed, length);
  return { page, checked };
}

describe("a page that is packed with gzip", () => {
  test("is unpacked, and checked as it is unpacked", () => {
    const { page, checked } = unpack("GZIP", gzipSync(PAGE), PAGE.length);
    expect(page).toEqual(PAGE);
    expect(checked).toEqual([PAGE]);
    expect(unpack("GZIP", deflateSync(PAGE), PAGE.length).page).toEqual(PAGE);
  });

  test("may be shorter than it says, and not longer", () => {
    expect(unpack("GZIP", gzipSync(PAGE), PAGE.length + 5).page).toEqual(PAGE);
    expect(() => unpack("GZIP", gzipSync(PAGE), PAGE.length - 1)).toThrow(
      "damaged Parquet file: a page is longer than it says",
    );
  });

  test("is damaged where it is no gzip", () => {
    expect(() => unpack("GZIP", Uint8Array.of(1, 2, 3), 9)).toThrow("damaged Parquet file: ");
  });
});

test("what a page says it unpacks to is counted before it is unpacked", () => {
  expect(unpack("GZIP", gzipSync(PAGE), PAGE.length, PAGE.length).page).toEqual(PAGE);
  expect(() => unpack("GZIP", gzipSync(PAGE), PAGE.length, PAGE.length - 1)).toThrow(
    "expected at most 99999 bytes when unpacked",
  );
});

test.each([
  ["BROTLI", "Brotli"],
  ["LZO", "LZO"],
])("a page that is packed with %s says what to do", (name, shown) => {
  expect(() => unpack(name, Uint8Array.of(1), 1)).toThrow(
    `expected columns packed with Snappy, Zstandard, gzip, LZ4 or nothing, found ${shown}; write the file again with one of these`,
  );
});
