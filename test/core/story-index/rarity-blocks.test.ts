import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unsealBytes } from "../../../core/segment/block-codec.ts";
import { TRIGRAM_BUCKETS } from "../../../core/story/match/rarities.ts";
import { encodeTrigrams, readRarities } from "../../../core/story-index/rarity-blocks.ts";

const EMPTY = 110;

function tableWith(bytes: readonly (readonly [bucket: number, byte: number])[]): Uint8Array {
  const table = new Uint8Array(TRIGRAM_BUCKETS).fill(EMPTY);
  for (const [bucket, byte] of bytes) table[bucket] = byte;
  return table;
}

/** The table as a reader of the block sees it. */
function readBack(block: Uint8Array<ArrayBuffer>): number[] {
  const meta = { articles: 10, otherKeys: 0 };
  const rarities = readRarities(meta, new Uint8Array(), unsealBytes("trigrams", block));
  return Array.from({ length: TRIGRAM_BUCKETS }, (_, bucket) => rarities.trigram(bucket * 2 ** 15));
}

describe("the table of trigrams", () => {
  const last = TRIGRAM_BUCKETS - 1;

  test.each([
    ["is empty", []],
    ["has its first and its last bucket", [[0, 1] as const, [last, 2] as const]],
    ["has neighbours, and one of 0", [[7, 0] as const, [8, 255] as const, [300, 9] as const]],
  ])("is read as it was written when it %s", (_, bytes) => {
    const table = tableWith(bytes);
    expect(readBack(encodeTrigrams(table, EMPTY))).toEqual([...table]);
  });

  test("is read as it was written, whatever is in it", () => {
    const bucket = fc.tuple(fc.nat(last), fc.nat(255));
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 200 }), (bytes) => {
        const table = tableWith(bytes);
        expect(readBack(encodeTrigrams(table, EMPTY))).toEqual([...table]);
      }),
      { numRuns: 20 },
    );
  });

  test("takes few bytes when few buckets are used, and little more than itself when all are", () => {
    const some = Array.from({ length: 1000 }, (_, i) => [i * 30, 1] as const);
    expect(encodeTrigrams(tableWith(some), EMPTY).length).toBeLessThan(3100);
    const all = new Uint8Array(TRIGRAM_BUCKETS).fill(1);
    expect(encodeTrigrams(all, EMPTY).length).toBeLessThan(TRIGRAM_BUCKETS + 20);
  });
});
