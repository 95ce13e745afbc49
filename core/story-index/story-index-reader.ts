import { DamagedBlockError, decodeBlock, unsealBytes } from "../segment/block-codec.ts";
import { UnreadableSegmentError } from "../segment/unreadable-segment.ts";
import type { Rarities } from "../story/rarities.ts";
import {
  BLOCK_ARTICLES,
  type Postings,
  type StoredText,
  type StorySource,
} from "../story/story-source.ts";
import {
  NUMBERS_IN_BLOCK,
  type ReadStoryBlock,
  STORIES_IN_BLOCK,
  STORY_FORMAT_VERSION,
  type StoredArticle,
  type StoryBlockName,
  type StoryMeta,
} from "./format.ts";
import { readRarities } from "./rarity-blocks.ts";
import { membersAt, storyNumberAt } from "./story-members.ts";
import { decodePiece, findTerms, type PostingRow } from "./term-bucket.ts";
import { termBucket } from "./term-filing.ts";
import { decodeTexts } from "./text-block.ts";
import { TimeTable } from "./time-table.ts";

/** A story index that lacks a block, whose block is damaged, or that another version of the format wrote. */
export class UnreadableStoriesError extends UnreadableSegmentError {}

/** An article of the index, and where it is described. */
export type PlacedText = StoredText & Pick<StoredArticle, "place">;

/** What is kept of an index while its worker lives: about 100 kB at any size. */
interface OpenIndex {
  readonly meta: StoryMeta;
  readonly rarities: Rarities;
  readonly times: TimeTable;
}

/**
 * The story index of one data set, through `read`. Nothing is read before it is asked.
 *
 * @throws UnreadableStoriesError from every method
 */
export class StoryIndexReader implements StorySource<PlacedText> {
  /** As the store names it. */
  readonly dataSet: string;
  readonly #read: ReadStoryBlock;
  #open: Promise<OpenIndex> | null = null;

  constructor(dataSet: string, read: ReadStoryBlock) {
    this.dataSet = dataSet;
    this.#read = read;
  }

  async rarities(): Promise<Rarities> {
    return (await this.#opened()).rarities;
  }

  async postings(keys: readonly number[], around: number | null): Promise<Postings[]> {
    const { meta, times } = await this.#opened();
    const buckets = Map.groupBy(keys, (key) => termBucket(key, meta.termBuckets));
    const byKey = new Map<number, Postings>();
    await Promise.all(
      Array.from(buckets, async ([bucket, wanted]) => {
        const name: StoryBlockName = `terms/${bucket}`;
        const entries = await this.#load(name, (bytes) => findTerms(name, bytes, wanted));
        await Promise.all(
          wanted.map(async (key, i) => {
            const entry = entries[i] ?? null;
            if (entry === null) return;
            const rows =
              entry.kind === "whole"
                ? entry.rows
                : await this.#piece(key, entry.starts, times.ordinalAt(around));
            byKey.set(key, postingsOf(entry.total, rows, times));
          }),
        );
      }),
    );
    return keys.map((key) => byKey.get(key) ?? postingsOf(0, [], times));
  }

  async texts(ordinals: readonly number[]): Promise<PlacedText[]> {
    const blocks = Map.groupBy(ordinals, (ordinal) => Math.floor(ordinal / BLOCK_ARTICLES));
    const found = new Map<number, PlacedText>();
    await Promise.all(
      Array.from(blocks, async ([block, inBlock]) => {
        const name: StoryBlockName = `texts/${block}`;
        const first = block * BLOCK_ARTICLES;
        const places = inBlock.map((ordinal) => ordinal - first);
        const articles = await this.#load(name, (bytes) => decodeTexts(name, bytes, places));
        for (const [at, article] of articles)
          found.set(first + at, { ordinal: first + at, ...article });
      }),
    );
    return ordinals.flatMap((ordinal) => found.get(ordinal) ?? []);
  }

  /** The other articles of an article's story, rising, at most `MAX_MEMBERS`. */
  async sameStory(ordinal: number): Promise<number[]> {
    const numbers: StoryBlockName = `stories/${Math.floor(ordinal / NUMBERS_IN_BLOCK)}`;
    const number = await this.#load(numbers, (bytes) =>
      storyNumberAt(numbers, bytes, ordinal % NUMBERS_IN_BLOCK),
    );
    if (number === 0) return [];
    const members: StoryBlockName = `members/${Math.floor((number - 1) / STORIES_IN_BLOCK)}`;
    const place = (number - 1) % STORIES_IN_BLOCK;
    const all = await this.#load(members, (bytes) => membersAt(members, bytes, place));
    return all.filter((one) => one !== ordinal);
  }

  /** The piece of a common key's list that holds the articles at an ordinal. */
  async #piece(key: number, starts: readonly number[], at: number): Promise<PostingRow[]> {
    const after = starts.findIndex((start) => start > at);
    const number = after === -1 ? starts.length - 1 : Math.max(0, after - 1);
    const name: StoryBlockName = `postings/${key}/${number}`;
    return this.#load(name, (bytes) => decodePiece(name, bytes));
  }

  #opened(): Promise<OpenIndex> {
    this.#open ??= this.#readHead();
    this.#open.catch(() => {
      this.#open = null;
    });
    return this.#open;
  }

  async #readHead(): Promise<OpenIndex> {
    const [meta, commonKeys, trigrams, times] = await Promise.all([
      this.#load("story-meta", (bytes) => decodeBlock<StoryMeta>("story-meta", bytes)),
      this.#load("common-keys", (bytes) => unsealBytes("common-keys", bytes)),
      this.#load("trigrams", (bytes) => unsealBytes("trigrams", bytes)),
      this.#load("times", (bytes) => TimeTable.decode("times", bytes)),
    ]);
    if (meta.format !== STORY_FORMAT_VERSION)
      throw new UnreadableStoriesError(
        this.dataSet,
        `the story index has format ${meta.format}, not ${STORY_FORMAT_VERSION}`,
      );
    return { meta, times, rarities: readRarities(meta, commonKeys, trigrams) };
  }

  async #load<Value>(name: StoryBlockName, decode: (bytes: Uint8Array) => Value): Promise<Value> {
    const bytes = await this.#read(name);
    if (bytes === undefined)
      throw new UnreadableStoriesError(this.dataSet, `the story index lacks its block ${name}`);
    try {
      return decode(bytes);
    } catch (error) {
      if (!(error instanceof DamagedBlockError)) throw error;
      throw new UnreadableStoriesError(this.dataSet, error.message);
    }
  }
}

function postingsOf(total: number, rows: readonly PostingRow[], times: TimeTable): Postings {
  return {
    total,
    ordinals: rows.map(({ ordinal }) => ordinal),
    times: rows.map(({ ordinal }) => times.timeOf(ordinal)),
    weights: rows.map(({ weight }) => weight),
  };
}
