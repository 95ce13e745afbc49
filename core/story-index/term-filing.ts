import { MAX_POSTINGS } from "../story/match/story-source.ts";
import type { TermCounts } from "../story/match/term-counts.ts";
import { ByteCursor } from "./byte-cursor.ts";
import type { StoryBlock } from "./format.ts";
import { Spill, type SpillStore } from "./spill.ts";
import { encodePiece, encodeTermBucket, type TermEntry } from "./term-bucket.ts";

/** Keys are hashes of 30 bits. */
const KEY_RANGE = 2 ** 30;
/** The keys are sorted in memory in this many parts, one after the other. A bucket lies within one part. */
const PARTITIONS = 64;
/** There is one bucket of terms for this many articles; it has about 8 kB. */
const ARTICLES_IN_BUCKET = 256;

/** The bucket of a key. */
export function termBucket(key: number, buckets: number): number {
  return Math.floor((key / KEY_RANGE) * buckets);
}

/** Collects postings in the order of time, and returns the posting lists as blocks. */
export class TermFiling {
  readonly buckets: number;
  readonly #spill: Spill;
  readonly #partitions: number;

  readonly #counts: Pick<TermCounts, "of">;

  /** @param counts of the whole data set */
  constructor(store: SpillStore, counts: TermCounts) {
    this.#counts = counts;
    const wanted = Math.max(1, Math.ceil(counts.articles / ARTICLES_IN_BUCKET));
    this.#partitions = Math.min(PARTITIONS, wanted);
    this.buckets = Math.ceil(wanted / this.#partitions) * this.#partitions;
    this.#spill = new Spill(store, "terms", this.#partitions);
  }

  /** Adds a posting. The ordinals of consecutive calls must not decrease. */
  add(key: number, ordinal: number, weight: number): Promise<void> | null {
    return this.#spill.add(termBucket(key, this.#partitions), (writer) => {
      writer.uint32(key);
      writer.uint32(ordinal);
      writer.byte(weight);
    });
  }

  /** The buckets, and the pieces of lists that are too long for them. Call it once. */
  async *blocks(): AsyncGenerator<StoryBlock> {
    const inPartition = this.buckets / this.#partitions;
    for (let partition = 0; partition < this.#partitions; partition++) {
      const lists = await this.#lists(partition);
      const byBucket = Map.groupBy(
        [...lists.keys()].sort((a, b) => a - b),
        (key) => termBucket(key, this.buckets),
      );
      for (let i = 0; i < inPartition; i++) {
        const bucket = partition * inPartition + i;
        const entries: [number, TermEntry][] = [];
        for (const key of byBucket.get(bucket) ?? []) {
          const rows = lists.get(key) ?? { ordinals: [], weights: [] };
          // Keys of characters are not counted.
          const total = this.#counts.of(key) || rows.ordinals.length;
          if (rows.ordinals.length <= MAX_POSTINGS) {
            entries.push([key, { kind: "whole", total, rows }]);
            continue;
          }
          const starts: number[] = [];
          for (let from = 0; from < rows.ordinals.length; from += MAX_POSTINGS) {
            const ordinals = rows.ordinals.slice(from, from + MAX_POSTINGS);
            const weights = rows.weights.slice(from, from + MAX_POSTINGS);
            const piece = encodePiece({ ordinals, weights });
            yield { name: `postings/${key}/${starts.length}`, bytes: piece };
            starts.push(ordinals[0] ?? 0);
          }
          entries.push([key, { kind: "pieces", total, starts }]);
        }
        yield { name: `terms/${bucket}`, bytes: encodeTermBucket(entries) };
      }
    }
  }

  async #lists(partition: number) {
    const lists = new Map<number, { ordinals: number[]; weights: number[] }>();
    for await (const bytes of this.#spill.read(partition)) {
      const cursor = new ByteCursor(bytes);
      while (!cursor.isAtEnd) {
        const key = cursor.uint32();
        const list = lists.get(key) ?? { ordinals: [], weights: [] };
        lists.set(key, list);
        list.ordinals.push(cursor.uint32());
        list.weights.push(cursor.byte());
      }
    }
    return lists;
  }
}
