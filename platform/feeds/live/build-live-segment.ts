import type { ArticlesPerDay } from "../../../core/feeds/live/articles-per-day.ts";
import type { KeptArticles } from "../../../core/feeds/live/kept-articles.ts";
import { LiveOutlets, liveInfo } from "../../../core/feeds/live/live-data-set.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { SegmentBuilder } from "../../../core/segment/build-segment.ts";
import type { Block } from "../../../core/segment/format.ts";
import {
  documentsName,
  type SourceBlock,
  SourceWriter,
} from "../../../core/segment/source-blocks.ts";
import type { CountryNames } from "../../../core/story/words/country-names.ts";
import type { SpillStore } from "../../../core/story-index/spill.ts";
import { buildStories } from "../../indexing/build-stories.ts";
import type { BlockStore } from "../../store/block-store.ts";
import { scanGeneration } from "./live-segments.ts";

/** Blocks in one transaction, which must stay well under half a second. */
const BLOCKS_IN_TRANSACTION = 32;

/** What a build of a segment of live articles needs. */
export interface LiveBuild {
  readonly store: BlockStore;
  /** Of the segment, and of its story index. */
  readonly generations: { readonly segment: string; readonly stories: string };
  /** The latest word on an article first. */
  readonly records: AsyncIterable<ArticleRecord>;
  /** Which of them stay. */
  readonly kept: KeptArticles;
  readonly countries: CountryNames;
  readonly spill: SpillStore;
  readonly signal: AbortSignal;
  /** Gives other work its turn when this one's is over. */
  pause(): Promise<void>;
}

/** What a build made. */
export interface BuiltLiveSegment {
  readonly records: number;
  /** Bytes of all blocks, those of the story index apart. */
  readonly bytes: number;
  readonly storyBytes: number;
  /** The articles by day. */
  readonly days: ArticlesPerDay;
}

/**
 * Builds a segment of live articles and its story index in the store, without switching to them. The
 * records are written first and read again for either index, so that memory does not grow with them.
 *
 * @throws QuotaExceededError, AbortError
 */
export async function buildLiveSegment(build: LiveBuild): Promise<BuiltLiveSegment> {
  const { store, generations, records, kept, signal } = build;
  const written = new BlockWriter(store, generations.segment);
  const pause = async () => {
    signal.throwIfAborted();
    await build.pause();
  };
  const outlets = new LiveOutlets();
  const source = new SourceWriter();
  const take = async (block: SourceBlock | null) => {
    if (block === null) return;
    await written.add({
      name: documentsName({ start: block.start, length: block.bytes.length }),
      bytes: block.bytes,
    });
    await pause();
  };
  for await (const record of records) {
    if (!kept.keeps(record)) continue;
    outlets.add(record);
    await take(await source.add(record));
  }
  await take(await source.close());
  await written.flush();
  const days = kept.days();
  const info = liveInfo(days, generations.segment);
  if (info.records === 0) return { records: 0, bytes: 0, storyBytes: 0, days };

  const scan = () => scanGeneration(store, generations.segment);
  const builder = new SegmentBuilder(outlets.directory(info));
  for await (const block of scan()) {
    builder.add(block.start, block.length, block.records ?? []);
    await pause();
  }
  for await (const block of builder.finish((name) => store.read(generations.segment, name))) {
    await written.add(block);
    await pause();
  }
  await written.flush();
  const { countries, spill } = build;
  const stories = await buildStories({
    ...{ store, generation: generations.stories, version: info.version, scan },
    ...{ countries, spill, signal, pause, onProgress: () => undefined },
  });
  return { records: info.records, bytes: written.bytes, storyBytes: stories.bytes, days };
}

/** Writes the blocks of a generation some at a time. */
class BlockWriter {
  readonly #store: BlockStore;
  readonly #generation: string;
  #pending: Block[] = [];
  bytes = 0;

  constructor(store: BlockStore, generation: string) {
    this.#store = store;
    this.#generation = generation;
  }

  async add(block: Block): Promise<void> {
    this.#pending.push(block);
    this.bytes += block.bytes.length;
    if (this.#pending.length >= BLOCKS_IN_TRANSACTION) await this.flush();
  }

  async flush(): Promise<void> {
    const blocks = this.#pending;
    this.#pending = [];
    if (blocks.length > 0) await this.#store.write(this.#generation, blocks);
  }
}
