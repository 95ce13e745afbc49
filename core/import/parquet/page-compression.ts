import { decompress as unpackZstandard } from "fzstd";
import { type Compressors, snappyUncompress } from "hyparquet";
import { decompressLz4, decompressLz4Raw } from "hyparquet-compressors/src/lz4.js";
import { Inflate } from "pako";
import type { UnpackMeter } from "../run/limits.ts";
import { ReadFault } from "../text/read-fault.ts";

/** Unpacks a page into at most so many bytes. */
type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

const UNPACKERS = {
  SNAPPY(packed, length) {
    const page = new Uint8Array(length);
    snappyUncompress(packed, page);
    return page;
  },
  GZIP(packed, length) {
    const page = new Uint8Array(length);
    let at = 0;
    const inflate = new Inflate();
    inflate.onData = (chunk) => {
      if (at + chunk.length > length) throw new ReadFault(DAMAGED_PAGE);
      page.set(chunk, at);
      at += chunk.length;
    };
    inflate.onEnd = () => undefined; // pako would join all chunks here
    inflate.push(packed, true);
    if (inflate.err !== 0) throw new ReadFault(DAMAGED_PAGE);
    return page.subarray(0, at);
  },
  ZSTD: (packed, length) => unpackZstandard(packed, new Uint8Array(length)),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
  BROTLI: () => notUnpacked("Brotli"),
  LZO: () => notUnpacked("LZO"),
} satisfies Compressors;

const DAMAGED_PAGE = "damaged Parquet file: a page is longer than it says";

function notUnpacked(name: string): never {
  throw new ReadFault(
    `expected columns packed with Snappy, Zstandard, gzip, LZ4 or nothing, found ${name}; write the file again with one of these`,
  );
}

/**
 * The ways in which pages may be packed. What they unpack to is counted, and none unpacks to more than it says.
 *
 * @param check called with each page, and throws if it must not be decoded
 */
export function unpackersFor(meter: UnpackMeter, check: (page: Uint8Array) => void): Compressors {
  const counted =
    (unpack: Unpack): Unpack =>
    (packed, length) => {
      meter.count(length);
      const page = unpack(packed, length);
      check(page);
      return page;
    };
  return Object.fromEntries(
    Object.entries(UNPACKERS).map(([name, unpack]) => [name, counted(unpack)]),
  );
}
