import { fileDirectory, HEADER_BYTES } from "../../../core/data-set-file/layout.ts";
import { decodeTrailer, TRAILER_BYTES } from "../../../core/data-set-file/trailer.ts";
import { inflateJson } from "../../../core/segment/deflate.ts";
import type { ReadSource } from "../../../core/segment/scan-source.ts";

const MAX_DIRECTORY_BYTES = 16_777_216;
const ADDRESSES = ["urls/"];
const OUTLETS = ["domains/", "latest/", "patterns", "meta"];

/** Bytes of each part of a data set file. */
export interface FilePartSizes {
  readonly source: number;
  readonly directory: number;
  readonly addresses: number;
  readonly outlets: number;
  readonly stories: number;
}

/** Reads how large the parts of a data set file are; the directory is counted with the header, the trailer and `outlets`. */
export async function filePartSizes(read: ReadSource, size: number): Promise<FilePartSizes> {
  const trailer = decodeTrailer(await read(size - TRAILER_BYTES, size));
  if (trailer === null) throw new Error("no trailer");
  const packed = await read(trailer.start, trailer.start + trailer.length);
  const { sourceEnd, runs } = fileDirectory.parse(
    await inflateJson("directory", packed, MAX_DIRECTORY_BYTES),
  );
  const bytesOf = (prefixes: readonly string[]) =>
    runs
      .filter(([prefix]) => prefixes.includes(prefix))
      .flatMap(([, , lengths]) => lengths)
      .reduce((sum, length) => sum + length, 0);
  const parts = {
    source: sourceEnd - HEADER_BYTES,
    directory: HEADER_BYTES + bytesOf(["outlets"]) + size - trailer.start,
    addresses: bytesOf(ADDRESSES),
    outlets: bytesOf(OUTLETS),
  };
  return { ...parts, stories: size - Object.values(parts).reduce((a, b) => a + b) };
}
