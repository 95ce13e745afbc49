import { DamagedBlockError, unsealBytes } from "../segment/block-codec.ts";
import type { PlacedText, SegmentStories, TimeSpan } from "../segment/segment-stories.ts";
import { UnreadableSegmentError } from "../segment/unreadable-segment.ts";
import type { Rarities } from "../story/match/rarities.ts";
import { BLOCK_ARTICLES, type Postings } from "../story/match/story-source.ts";
import {
  NUMBERS_IN_BLOCK,
  type ReadStoryBlocks,
  STORIES_IN_BLOCK,
  STORY_FORMAT_VERSION,
  type StoryBlockName,
  type StoryMeta,
  storyMeta,
} from "./format.ts";
import { readRarities } from "./rarity-blocks.ts";
import { membersAt, storyNumberAt } from "./story-members.ts";
import { decodePiece, findTerms, type PostingRows, type TermEntry } from "./term-bucket.ts";
import { termBucket } from "./term-filing.ts";
import { decodeTexts } from "./text-block.ts";
import { TimeTable } from "./time-table.ts";

/** Thrown for a story index with a missing or damaged block, or of another version of the format. */
export class UnreadableStoriesError extends UnreadableSegmentError {}

/** The part of an index that stays in memory while the worker runs: about 100 kB at any size. */
interface OpenIndex {
  readonly meta: StoryMeta;
  readonly rarities: Rarities;
  readonly times: TimeTable;
}

/**
 * Reads the story index of one data set through `read`, and nothing before the first question.
 *
 * @throws UnreadableStoriesError from every method
 */
export class StoryIndexReader implements SegmentStories {
  readonly dataSet: string;
  readonly span: TimeSpan | null;
  readonly #read: ReadStoryBlocks;
  #open: Promise<OpenIndex> | null = null;

  constructor(dataSet: string, read: ReadStoryBlocks, span: TimeSpan | null = null) {
    this.dataSet = dataSet;
    this.span = span;
    this.#read = read;
  }

  prepare(): void {
    this.#opened().catch(() => undefined);
  }

  async rarities(): Promise<Rarities> {
    return (await this.#opened()).rarities;
  }

  async postings(keys: readonly number[], around: number | null): Promise<Postings[]> {
    const { meta, times } = await this.#opened();
    const at = times.ordinalAt(around);
    const inBucket = Map.groupBy(keys, (key) => termBucket(key, meta.termBuckets));
    const buckets = [...inBucket.keys()];
    const found = new Map<number, TermEntry>();
    await this.#load(
      buckets.map((bucket): StoryBlockName => `terms/${bucket}`),
      (bytes, name, i) => findTerms(name, bytes, inBucket.get(buckets[i] ?? 0) ?? [], found),
    );
    const long = [...found].flatMap(([key, entry]) =>
      entry.kind === "pieces" ? [{ key, piece: pieceAt(entry.starts, at) }] : [],
    );
    const pieces = await this.#load(
      long.map(({ key, piece }): StoryBlockName => `postings/${key}/${piece}`),
      (bytes, name) => decodePiece(name, bytes),
    );
    const rowsOfLong = new Map(long.map(({ key }, i) => [key, pieces[i]]));
    return keys.map((key) => {
      const entry = found.get(key);
      const rows = entry?.kind === "whole" ? entry.rows : rowsOfLong.get(key);
      const { ordinals, weights } = rows ?? NO_ROWS;
      const timesOf = ordinals.map((ordinal) => times.timeOf(ordinal));
      return { total: entry?.total ?? 0, ordinals, weights, times: timesOf };
    });
  }

  async texts(ordinals: readonly number[]): Promise<PlacedText[]> {
    const inBlock = Map.groupBy(ordinals, (ordinal) => Math.floor(ordinal / BLOCK_ARTICLES));
    const blocks = [...inBlock.keys()];
    const found = new Map<number, PlacedText>();
    await this.#load(
      blocks.map((block): StoryBlockName => `texts/${block}`),
      (bytes, name, i) => {
        const block = blocks[i] ?? 0;
        const first = block * BLOCK_ARTICLES;
        const places = (inBlock.get(block) ?? []).map((ordinal) => ordinal - first);
        for (const [place, article] of decodeTexts(name, bytes, places))
          found.set(first + place, { ordinal: first + place, ...article });
      },
    );
    return ordinals.flatMap((ordinal) => found.get(ordinal) ?? []);
  }

  async *since(time: number): AsyncGenerator<readonly PlacedText[]> {
    const { meta, times } = await this.#opened();
    let ordinal = times.ordinalBefore(time);
    while (ordinal < meta.articles) {
      const end = Math.min(meta.articles, nextBlock(ordinal));
      const texts = await this.texts(Array.from({ length: end - ordinal }, (_, i) => ordinal + i));
      const wanted = texts.filter(({ published }) => published !== null && published >= time);
      if (wanted.length > 0) yield wanted;
      ordinal = end;
    }
  }

  /** The ordinals of the other articles of an article's story, in rising order, at most `MAX_MEMBERS`. */
  async sameStory(ordinal: number): Promise<number[]> {
    const numbers: StoryBlockName = `stories/${Math.floor(ordinal / NUMBERS_IN_BLOCK)}`;
    const [number = 0] = await this.#load([numbers], (bytes, name) =>
      storyNumberAt(name, bytes, ordinal % NUMBERS_IN_BLOCK),
    );
    if (number === 0) return [];
    const members: StoryBlockName = `members/${Math.floor((number - 1) / STORIES_IN_BLOCK)}`;
    const [all = []] = await this.#load([members], (bytes, name) =>
      membersAt(name, bytes, (number - 1) % STORIES_IN_BLOCK),
    );
    return all.filter((one) => one !== ordinal);
  }

  #opened(): Promise<OpenIndex> {
    this.#open ??= this.#readHead();
    this.#open.catch(() => {
      this.#open = null;
    });
    return this.#open;
  }

  async #readHead(): Promise<OpenIndex> {
    const [metaBytes, commonKeys, trigrams, timesBytes] = await this.#load(HEAD, (bytes, name) =>
      unsealBytes(name, bytes),
    );
    if (!metaBytes || !commonKeys || !trigrams || !timesBytes) throw this.#unreadable("no head");
    const meta = readMeta(metaBytes);
    if (meta === null) throw this.#unreadable(`its format is not ${STORY_FORMAT_VERSION}`);
    const times = this.#decoded(() => TimeTable.read(timesBytes));
    return { meta, times, rarities: readRarities(meta, commonKeys, trigrams) };
  }

  /** Reads blocks, all at once, and decodes each. */
  async #load<Value>(
    names: readonly StoryBlockName[],
    decode: (bytes: Uint8Array, name: StoryBlockName, i: number) => Value,
  ): Promise<Value[]> {
    if (names.length === 0) return [];
    const blocks = await this.#read(names);
    return names.map((name, i) => {
      const bytes = blocks[i];
      if (bytes === undefined) throw this.#unreadable(`it lacks its block ${name}`);
      return this.#decoded(() => decode(bytes, name, i));
    });
  }

  #decoded<Value>(decode: () => Value): Value {
    try {
      return decode();
    } catch (error) {
      if (!(error instanceof DamagedBlockError)) throw error;
      throw this.#unreadable(error.message);
    }
  }

  #unreadable(why: string): UnreadableStoriesError {
    return new UnreadableStoriesError(this.dataSet, `the story index cannot be read: ${why}`);
  }
}

/** `null` for another format, and for what is no meta block. */
function readMeta(bytes: Uint8Array): StoryMeta | null {
  try {
    return storyMeta.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

/** Where the next block of texts begins. */
function nextBlock(ordinal: number): number {
  return (Math.floor(ordinal / BLOCK_ARTICLES) + 1) * BLOCK_ARTICLES;
}

const HEAD = ["story-meta", "common-keys", "trigrams", "times"] as const;
const NO_ROWS: PostingRows = { ordinals: [], weights: [] };

/** The piece that holds an ordinal: the last one that does not begin after it. */
function pieceAt(starts: readonly number[], ordinal: number): number {
  const after = starts.findIndex((start) => start > ordinal);
  return after === -1 ? starts.length - 1 : Math.max(0, after - 1);
}
