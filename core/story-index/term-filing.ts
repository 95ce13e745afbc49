import { MAX_POSTINGS } from "../story/story-source.ts";
import type { TermCounts } from "../story/term-counts.ts";
import { ByteCursor } from "./byte-cursor.ts";
import type { StoryBlock } from "./format.ts";
import { Spill, type SpillStore } from "./spill.ts";
import { encodePiece, encodeTermBucket, type PostingRow, type TermEntry } from "./term-bucket.ts";

/** Keys are hashes of so many bits. */
const KEY_RANGE = 2 ** 30;
/** Parts of the keys that are sorted in memory, one after the other; buckets do not cross their ends. */
const PARTITIONS = 64;
/** Articles for which a data set has a bucket of terms: about 8 kB. */
const ARTICLES_IN_BUCKET = 256;

/** The bucket of a key. */
export function termBucket(key: number, buckets: number): number {
  return Math.floor((key / KEY_RANGE) * buckets);
}

/** Gathers postings in order of time and gives the posting lists as blocks. */
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

  /** Ordinals must not fall. */
  add(key: number, { ordinal, weight }: PostingRow): Promise<void> | null {
    return this.#spill.add(termBucket(key, this.#partitions), (writer) => {
      writer.uint32(key);
      writer.uint32(ordinal);
      writer.byte(weight);
    });
  }

  /** Buckets, and pieces of the lists that are too long for them. Call it once. */
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
          const rows = lists.get(key) ?? [];
          const starts: number[] = [];
          const isWhole = rows.length <= MAX_POSTINGS;
          for (let from = 0; !isWhole && from < rows.length; from += MAX_POSTINGS) {
            const piece = rows.slice(from, from + MAX_POSTINGS);
            yield { name: `postings/${key}/${starts.length}`, bytes: encodePiece(piece) };
            starts.push(piece[0]?.ordinal ?? 0);
          }
          const total = this.#counts.of(key);
          entries.push([
            key,
            isWhole ? { kind: "whole", total, rows } : { kind: "pieces", total, starts },
          ]);
        }
        yield { name: `terms/${bucket}`, bytes: encodeTermBucket(entries) };
      }
    }
  }

  async #lists(partition: number): Promise<Map<number, PostingRow[]>> {
    const lists = new Map<number, PostingRow[]>();
    for await (const bytes of this.#spill.read(partition)) {
      const cursor = new ByteCursor(bytes);
      while (!cursor.isAtEnd) {
        const key = cursor.uint32();
        const row = { ordinal: cursor.uint32(), weight: cursor.byte() };
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [row]);
        else list.push(row);
      }
    }
    return lists;
  }
}
