import { sealBytes, unsealBytes } from "../segment/block-codec.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";

/** The postings of a key: the ordinals of its articles in rising order, and its weight in each as a byte. */
export interface PostingRows {
  readonly ordinals: readonly number[];
  readonly weights: readonly number[];
}

/** The entry of a key in a bucket. */
export type TermEntry =
  /** `total` articles have the key; `rows` are those that are filed under it. */
  | { readonly kind: "whole"; readonly total: number; readonly rows: PostingRows }
  /** The list is too long for the bucket: the first ordinal of each of its pieces. */
  | { readonly kind: "pieces"; readonly total: number; readonly starts: readonly number[] };

/** Writes each ordinal as the difference to the one before. */
function writeRows(writer: ByteWriter, { ordinals, weights }: PostingRows): void {
  writer.varint(ordinals.length);
  let last = 0;
  for (const [i, ordinal] of ordinals.entries()) {
    writer.varint(ordinal - last);
    writer.byte(weights[i] ?? 0);
    last = ordinal;
  }
}

function readRows(cursor: ByteCursor): PostingRows {
  const ordinals: number[] = [];
  const weights: number[] = [];
  let ordinal = 0;
  for (let remaining = cursor.varint(); remaining > 0; remaining--) {
    ordinal += cursor.varint();
    ordinals.push(ordinal);
    weights.push(cursor.byte());
  }
  return { ordinals, weights };
}

/** A `postings` block: a piece of a long posting list. */
export function encodePiece(rows: PostingRows): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeRows(writer, rows);
  return sealBytes(writer.take());
}

/** @throws DamagedBlockError */
export function decodePiece(name: string, bytes: Uint8Array): PostingRows {
  return readRows(new ByteCursor(unsealBytes(name, bytes)));
}

/**
 * A `terms` block: the number of keys (4 bytes), each key and where its entry begins (4 bytes each, in the order
 * of keys), then the entries: the total, and the rows of a whole list or the starts of its pieces.
 *
 * @param entries in the order of their keys
 */
export function encodeTermBucket(
  entries: readonly (readonly [key: number, entry: TermEntry])[],
): Uint8Array<ArrayBuffer> {
  const body = new ByteWriter();
  const head = new ByteWriter();
  head.uint32(entries.length);
  for (const [key, entry] of entries) {
    head.uint32(key);
    head.uint32(body.length);
    body.varint(entry.total);
    if (entry.kind === "whole") {
      body.varint(0);
      writeRows(body, entry.rows);
      continue;
    }
    body.varint(entry.starts.length);
    for (const [i, start] of entry.starts.entries())
      body.varint(start - (entry.starts[i - 1] ?? 0));
  }
  head.bytes(body.take());
  return sealBytes(head.take());
}

/**
 * Finds the entries of some keys in a bucket and adds them to `found`. A key that no article has is not added.
 *
 * @throws DamagedBlockError
 */
export function findTerms(
  name: string,
  bytes: Uint8Array,
  keys: readonly number[],
  found: Map<number, TermEntry>,
): void {
  const content = unsealBytes(name, bytes);
  const count = new ByteCursor(content).uint32();
  for (const key of keys) {
    const at = findKey(content, count, key);
    if (at !== null) found.set(key, readEntry(new ByteCursor(content, 4 + 8 * count + at)));
  }
}

/**
 * All keys of a bucket with their entries.
 *
 * @throws DamagedBlockError
 */
export function* termsIn(name: string, bytes: Uint8Array): Generator<[key: number, TermEntry]> {
  const content = unsealBytes(name, bytes);
  const head = new ByteCursor(content);
  const count = head.uint32();
  for (let i = 0; i < count; i++) {
    const key = head.uint32();
    yield [key, readEntry(new ByteCursor(content, 4 + 8 * count + head.uint32()))];
  }
}

function readEntry(cursor: ByteCursor): TermEntry {
  const total = cursor.varint();
  const pieces = cursor.varint();
  if (pieces === 0) return { kind: "whole", total, rows: readRows(cursor) };
  const starts: number[] = [];
  let start = 0;
  for (let i = 0; i < pieces; i++) {
    start += cursor.varint();
    starts.push(start);
  }
  return { kind: "pieces", total, starts };
}

/** Where a key's entry begins, by binary search. */
function findKey(content: Uint8Array, count: number, key: number): number | null {
  const cursor = new ByteCursor(content);
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    cursor.at = 4 + 8 * middle;
    const found = cursor.uint32();
    if (found === key) return cursor.uint32();
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
