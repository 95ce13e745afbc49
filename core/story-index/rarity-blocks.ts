import { sealBytes } from "../segment/block-codec.ts";
import { type Rarities, trigramBucket } from "../story/match/rarities.ts";
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

/** A key takes four bytes, its rarity one. */
const ROW_BYTES = 5;

/** The rarities that are known without reading posting lists. Takes the two blocks unsealed. */
export function readRarities(
  { articles, otherKeys }: Pick<StoryMeta, "articles" | "otherKeys">,
  commonKeys: Uint8Array,
  trigrams: Uint8Array,
): Rarities {
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
    trigram: (hash) => trigrams[trigramBucket(hash)] ?? 0,
  };
}
