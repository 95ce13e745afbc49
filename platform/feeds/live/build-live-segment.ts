import type { ArticlesPerDay } from "../../../core/feeds/live/articles-per-day.ts";
import type { KeptArticles } from "../../../core/feeds/live/kept-articles.ts";
import { LiveOutlets, liveInfo } from "../../../core/feeds/live/live-data-set.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { SegmentBuilder } from "../../../core/segment/build-segment.ts";
import { documentsName } from "../../../core/segment/source-block.ts";
import { type SourceBlock, SourceWriter } from "../../../core/segment/source-writer.ts";
import type { CountryNames } from "../../../core/story/words/country-names.ts";
import type { SpillStore } from "../../../core/story-index/spill.ts";
import { buildStories } from "../../indexing/build-stories.ts";
import type { Generation } from "../../store/generation.ts";
import { scanGeneration } from "./live-segments.ts";

/** What a build of a segment of live articles needs. */
export interface LiveBuild {
  readonly segment: Generation;
  readonly stories: Generation;
  /** The latest version of an article first. */
  readonly records: AsyncIterable<ArticleRecord>;
  /** Which of them are kept. */
  readonly kept: KeptArticles;
  readonly countries: CountryNames;
  readonly spill: SpillStore;
  readonly signal: AbortSignal;
  /** Lets other work run when this one's turn is over. */
  pause(): Promise<void>;
}

/**
 * Builds a segment of live articles and its story index, without committing them. The records are written first and
 * read again for either index, so that memory does not grow with them.
 *
 * @returns the articles by day; none when no article is kept
 * @throws QuotaExceededError, AbortError
 */
export async function buildLiveSegment(build: LiveBuild): Promise<ArticlesPerDay> {
  const { segment, records, kept, countries, spill, signal } = build;
  const pause = async () => {
    signal.throwIfAborted();
    await build.pause();
  };
  const outlets = new LiveOutlets();
  const source = new SourceWriter();
  const take = async (block: SourceBlock | null) => {
    if (block === null) return;
    const name = documentsName({ start: block.start, length: block.bytes.length });
    await segment.add({ name, bytes: block.bytes });
    await pause();
  };
  for await (const record of records) {
    if (!kept.keeps(record)) continue;
    outlets.add(record);
    await take(await source.add(record));
  }
  await take(await source.close());
  await segment.flush();
  const days = kept.days();
  const info = liveInfo(days, segment.generation);
  if (info.records === 0) return days;

  const scan = () => scanGeneration(segment);
  const builder = new SegmentBuilder(outlets.directory(info));
  for await (const block of scan()) {
    builder.add(block);
    await pause();
  }
  for await (const block of builder.finish((name) => segment.read(name))) {
    await segment.add(block);
    await pause();
  }
  await segment.flush();
  const { version } = info;
  const work = { version, scan, countries, spill, signal, pause, onProgress: () => undefined };
  await buildStories({ ...work, blocks: build.stories });
  return days;
}
