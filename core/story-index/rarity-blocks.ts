import { sealBytes } from "../segment/block-codec.ts";
import { type Rarities, TRIGRAM_BUCKETS, trigramBucket } from "../story/match/rarities.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";
import type { StoryMeta } from "./format.ts";

/** The block `common-keys`: keys in rising order with the rarity of each, five bytes a key. */
export function encodeCommonKeys(
  rarities: readonly (readonly [key: number, rarity: number])[],
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (const [key, rarity] of rarities.toSorted(([a], [b]) => a - b)) {
    writer.uint32(key);
    writer.byte(rarity);
  }
  return sealBytes(writer.take());
}

/**
 * The block `trigrams`: the rarity byte of each bucket. In a small index most buckets are empty and have the same byte,
 * so only the stretches between them are written: the byte of empty buckets, then by turns a number of these and a
 * stretch of others, its length before it.
 *
 * @param table `TermCounts.trigramRarities`
 * @param empty the byte of a bucket that no article has
 */
export function encodeTrigrams(table: Uint8Array, empty: number): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.byte(empty);
  for (let at = 0; at < table.length; ) {
    const start = nextIndex(table, at, (byte) => byte !== empty);
    const end = nextIndex(table, start, (byte) => byte === empty);
    writer.varint(start - at);
    writer.varint(end - start);
    writer.bytes(table.subarray(start, end));
    at = end;
  }
  return sealBytes(writer.take());
}

function nextIndex(table: Uint8Array, from: number, isWanted: (byte: number) => boolean): number {
  let at = from;
  while (at < table.length && !isWanted(table[at] ?? 0)) at++;
  return at;
}

/** The table of `encodeTrigrams`. Takes the block unsealed. */
function decodeTrigrams(block: Uint8Array): Uint8Array {
  const cursor = new ByteCursor(block);
  const table = new Uint8Array(TRIGRAM_BUCKETS).fill(cursor.byte());
  for (let at = 0; !cursor.isAtEnd; ) {
    at += cursor.varint();
    const stretch = cursor.bytes(cursor.varint());
    table.set(stretch, at);
    at += stretch.length;
  }
  return table;
}

/** A key takes four bytes, its rarity one. */
const ROW_BYTES = 5;

/** The rarities that are known without reading posting lists. Takes the two blocks unsealed. */
export function readRarities(
  { articles, otherKeys }: Pick<StoryMeta, "articles" | "otherKeys">,
  commonKeys: Uint8Array,
  trigrams: Uint8Array,
): Rarities {
  const trigramTable = decodeTrigrams(trigrams);
  const count = Math.floor(commonKeys.length / ROW_BYTES);
  const cursor = new ByteCursor(commonKeys);
  return {
    articles,
    key(key) {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        cursor.at = middle * ROW_BYTES;
        const found = cursor.uint32();
        if (found === key) return cursor.byte();
        if (found < key) low = middle + 1;
        else high = middle - 1;
      }
      return otherKeys;
    },
    trigram: (hash) => trigramTable[trigramBucket(hash)] ?? 0,
  };
}
