import type { BlobSource } from "../run/blob-source.ts";
import { joined } from "../text/byte-reader.ts";

// Signatures and offsets of fields: APPNOTE.TXT 4.3, the ZIP file format specification.
const FILE = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const FILE_LENGTH = 30;
const DIRECTORY_LENGTH = 46;
const END_LENGTH = 22;
// A descriptor has a checksum and two sizes: with a signature, without one, and with sizes of eight bytes.
const SHORT_DESCRIPTOR = 16;
const BARE_DESCRIPTOR = 12;
const LONG_DESCRIPTOR = 24;
/** A bit of the flags of a file: its sizes are not in its header but in a descriptor after its bytes. */
const HAS_DESCRIPTOR = 8;

/** The offsets in a directory have four bytes; a longer archive is read only up to here. */
const MAX_SIZE = 2 ** 32 - 2;
const MAX_DIRECTORY = 2 ** 28;
/** The number of bytes that are searched for a descriptor at once. */
const STEP = 128 * 1024;

/** The checksum and sizes of a file, and where the next header starts. */
interface Extent {
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly next: number;
}

/** A truncated zip archive with a new directory. */
export interface RepairedZip {
  readonly blob: Blob;
  /** The number of complete entries. At most one truncated entry follows. */
  readonly whole: number;
}

/**
 * Adds a directory to a zip archive that lost its own: the directory is at the end, so a download that broke off has
 * none, and without it not one of the files can be read. It is rebuilt from the headers in front of the files. They are
 * not trusted: each file is checked against its checksum when it is read, as in any archive.
 *
 * @param maxEntries stops after one entry more, so that the limit is noticed
 */
export async function withDirectory(
  blob: Blob,
  source: BlobSource,
  maxEntries: number,
): Promise<RepairedZip> {
  const size = Math.min(blob.size, MAX_SIZE);
  const records: Uint8Array[] = [];
  let length = 0;
  let whole = 0;
  for (let at = 0; records.length <= maxEntries && length < MAX_DIRECTORY; whole++) {
    const header = await headerAt(source, at);
    if (header === null) break;
    const start = at + header.length;
    const extent = await extentOf(source, header, start, size);
    const remainder = { checksum: 0, packed: size - start, unpacked: MAX_SIZE };
    const record = recordOf(header, at, extent ?? remainder);
    records.push(record);
    length += record.length;
    if (extent === null) break;
    at = extent.next;
  }
  const parts = [blob.slice(0, size), joined(records), endOf(records.length, length, size)];
  return { blob: new Blob(parts as BlobPart[]), whole };
}

/** The header of a file, with its name and extra field; `null` when there is none at `at`. */
async function headerAt(source: BlobSource, at: number): Promise<Uint8Array | null> {
  const fixed = await source.readUint8Array(at, FILE_LENGTH);
  if (fixed.length < FILE_LENGTH || viewOf(fixed).getUint32(0, true) !== FILE) return null;
  const view = viewOf(fixed);
  const length = FILE_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
  const header = await source.readUint8Array(at, length);
  return header.length < length ? null : header;
}

/** The extent of a file; `null` when the file is not complete. */
async function extentOf(
  source: BlobSource,
  header: Uint8Array,
  start: number,
  size: number,
): Promise<Extent | null> {
  const view = viewOf(header);
  if ((view.getUint16(6, true) & HAS_DESCRIPTOR) !== 0) return describedExtent(source, start, size);
  const [checksum, packed, unpacked] = threeNumbersAt(view, 14);
  const next = start + packed;
  return next > size ? null : { checksum, packed, unpacked, next };
}

/** Searches for the descriptor whose packed size is the number of bytes in front of it. */
async function describedExtent(
  source: BlobSource,
  start: number,
  size: number,
): Promise<Extent | null> {
  for (let at = start; at < size; at += STEP) {
    // A descriptor without signature is recognised by the header after it, perhaps in the next step.
    const from = Math.max(start, at - BARE_DESCRIPTOR);
    const bytes = await source.readUint8Array(from, at - from + STEP + LONG_DESCRIPTOR);
    const view = viewOf(bytes);
    const last = Math.min(at - from + STEP, bytes.length - 4);
    for (
      let i = bytes.indexOf(0x50, at - from);
      i >= 0 && i <= last;
      i = bytes.indexOf(0x50, i + 1)
    ) {
      const extent = descriptorAt(view, i, from + i - start);
      if (extent !== null) return { ...extent, next: from + i + extent.next };
    }
  }
  return null;
}

/**
 * The descriptor at an offset, if there is one. `next` is relative to `at`.
 *
 * @param distance of `at` from the start of the bytes of the file
 */
function descriptorAt(view: DataView, at: number, distance: number): Extent | null {
  const signature = view.getUint32(at, true);
  const isLengthKnown = at + SHORT_DESCRIPTOR <= view.byteLength;
  if (signature === DESCRIPTOR && isLengthKnown && view.getUint32(at + 8, true) === distance) {
    const [checksum, packed, unpacked] = threeNumbersAt(view, at + 4);
    // With sizes of eight bytes, the upper half of the first size is where the second one would be.
    const isLong =
      unpacked === 0 &&
      at + LONG_DESCRIPTOR <= view.byteLength &&
      !isHeader(view.getUint32(at + SHORT_DESCRIPTOR, true));
    if (!isLong) return { checksum, packed, unpacked, next: SHORT_DESCRIPTOR };
    const size = view.getUint32(at + SHORT_DESCRIPTOR, true);
    return { checksum, packed, unpacked: size, next: LONG_DESCRIPTOR };
  }
  if (!isHeader(signature) || distance < BARE_DESCRIPTOR) return null;
  const [checksum, packed, unpacked] = threeNumbersAt(view, at - BARE_DESCRIPTOR);
  return packed === distance - BARE_DESCRIPTOR ? { checksum, packed, unpacked, next: 0 } : null;
}

function isHeader(signature: number): boolean {
  return signature === FILE || signature === DIRECTORY;
}

/** The entry of a file in the directory. */
function recordOf(
  header: Uint8Array,
  offset: number,
  { checksum, packed, unpacked }: Omit<Extent, "next">,
): Uint8Array {
  const record = new Uint8Array(DIRECTORY_LENGTH + header.length - FILE_LENGTH);
  const view = viewOf(record);
  view.setUint32(0, DIRECTORY, true);
  record.set(header.subarray(4, FILE_LENGTH), 6);
  record.set(header.subarray(FILE_LENGTH), DIRECTORY_LENGTH);
  view.setUint32(16, checksum, true);
  view.setUint32(20, packed, true);
  view.setUint32(24, unpacked, true);
  view.setUint32(42, offset, true);
  return record;
}

function endOf(count: number, length: number, offset: number): Uint8Array {
  const end = new Uint8Array(END_LENGTH);
  const view = viewOf(end);
  view.setUint32(0, END, true);
  // The count wraps at 65,536 entries; zip.js reads on to the end of the directory.
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return end;
}

function threeNumbersAt(view: DataView, at: number): [number, number, number] {
  return [view.getUint32(at, true), view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
