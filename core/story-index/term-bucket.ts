import { sealBytes, unsealBytes } from "../segment/block-codec.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";

/** Articles under a key in time order, each with the key's weight in it, 0 to 255. */
export interface PostingRow {
  readonly ordinal: number;
  readonly weight: number;
}

/** What a bucket has on a key. */
export type TermEntry =
  /** `total` articles have the key; these are filed under it. */
  | { readonly kind: "whole"; readonly total: number; readonly rows: readonly PostingRow[] }
  /** Too many for the bucket: the first ordinal of each piece. */
  | { readonly kind: "pieces"; readonly total: number; readonly starts: readonly number[] };

/** A list as `writeRows` left it: each ordinal as the difference to the one before. */
function writeRows(writer: ByteWriter, rows: readonly PostingRow[]): void {
  let last = 0;
  for (const { ordinal, weight } of rows) {
    writer.varint(ordinal - last);
    writer.byte(weight);
    last = ordinal;
  }
}

function readRows(cursor: ByteCursor, count: number): PostingRow[] {
  const rows: PostingRow[] = [];
  let ordinal = 0;
  for (let i = 0; i < count; i++) {
    ordinal += cursor.varint();
    rows.push({ ordinal, weight: cursor.byte() });
  }
  return rows;
}

/** A piece of a common key's list. */
export function encodePiece(rows: readonly PostingRow[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.varint(rows.length);
  writeRows(writer, rows);
  return sealBytes(writer.take());
}

/** @throws DamagedBlockError */
export function decodePiece(name: string, bytes: Uint8Array): PostingRow[] {
  const cursor = new ByteCursor(unsealBytes(name, bytes));
  return readRows(cursor, cursor.varint());
}

/**
 * A bucket: how many keys (4 bytes), for each the key and where its entry begins (4 bytes each,
 * keys rising), then the entries: total, and the rows of a whole list or the starts of its pieces.
 *
 * @param entries keys rising
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
      body.varint(entry.rows.length);
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
 * What a bucket has on each of some keys; `null` for one that no article has.
 *
 * @throws DamagedBlockError
 */
export function findTerms(
  name: string,
  bytes: Uint8Array,
  keys: readonly number[],
): (TermEntry | null)[] {
  const content = unsealBytes(name, bytes);
  const count = new ByteCursor(content).uint32();
  return keys.map((key) => {
    const at = findKey(content, count, key);
    if (at === null) return null;
    const cursor = new ByteCursor(content, 4 + 8 * count + at);
    const total = cursor.varint();
    const pieces = cursor.varint();
    if (pieces === 0) return { kind: "whole", total, rows: readRows(cursor, cursor.varint()) };
    const starts: number[] = [];
    let start = 0;
    for (let i = 0; i < pieces; i++) {
      start += cursor.varint();
      starts.push(start);
    }
    return { kind: "pieces", total, starts };
  });
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
