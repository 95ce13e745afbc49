import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary } from "../segment/article-summary.ts";
import {
  type ArticlePlace,
  MAX_LATEST,
  type OutletProfile,
  type SegmentMeta,
} from "../segment/format.ts";
import type { DescribedArticle, KnownArticle, Segment } from "../segment/segment.ts";
import type { SegmentReader } from "../segment/segment-reader.ts";
import type { SegmentStories } from "../segment/segment-stories.ts";
import { addressKey } from "../url/url-key.ts";
import type { IndexedFile, MirrorIndex } from "./mirror-index.ts";

/** What the files of one mirror share: its index, and the files in use, by their numbers in the index. */
export interface IndexedMirror {
  readonly index: MirrorIndex;
  readonly segments: Map<number, IndexedSegment>;
}

/** A file of a mirror. */
export interface MirroredFile {
  readonly number: number;
  readonly indexed: IndexedFile;
  /** The data set as the user has named it. */
  readonly info: DataSetInfo;
  /** The name of the segment. */
  readonly name: string;
  readonly stories: SegmentStories | null;
  /** Opens the file, once for all calls. */
  open(): Promise<SegmentReader>;
}

/**
 * A file of a mirror as a segment, which is opened when the mirror's index says that it has what is looked up. The
 * profile of an outlet over all files of the mirror is the answer of one of them; the others give none.
 *
 * @throws UnreadableSegmentError from every method
 */
export class IndexedSegment implements Segment {
  readonly meta: SegmentMeta;
  readonly name: string;
  readonly stories: SegmentStories | null;
  readonly #mirror: IndexedMirror;
  readonly #file: MirroredFile;

  constructor(mirror: IndexedMirror, file: MirroredFile) {
    this.#mirror = mirror;
    this.#file = file;
    this.meta = { ...file.indexed.meta, dataSet: file.info };
    this.name = file.name;
    this.stories = file.stories;
  }

  withoutStories(): IndexedSegment {
    return new IndexedSegment(this.#mirror, { ...this.#file, stories: null });
  }

  async article(key: string): Promise<KnownArticle | null> {
    const files = await this.#mirror.index.filesWith(key);
    if (files !== undefined && !files.has(this.#file.number)) return null;
    return (await this.#file.open()).article(key);
  }

  async articles(places: readonly ArticlePlace[]): Promise<ArticleSummary[]> {
    return (await this.#file.open()).articles(places);
  }

  async described(places: readonly ArticlePlace[]): Promise<DescribedArticle[]> {
    return (await this.#file.open()).described(places);
  }

  async outlet(hostname: string): Promise<OutletProfile | null> {
    const outlet = await this.#mirror.index.outlet(hostname);
    if (outlet === undefined) return (await this.#file.open()).outlet(hostname);
    const first = outlet?.files.find(([file]) => this.#mirror.segments.has(file));
    return first?.[0] === this.#file.number ? (outlet?.profile ?? null) : null;
  }

  /**
   * The latest articles over all files, and others that were read with them; an article of several files comes once of
   * each. Reads the files with the latest articles first, until the others can have none that is later.
   */
  async latest(profile: OutletProfile): Promise<readonly ArticleSummary[]> {
    const outlet = await this.#mirror.index.outlet(profile.site);
    if (outlet == null) return (await this.#file.open()).latest(profile);
    const read = new Map<number, readonly ArticleSummary[]>();
    for (const [number, time] of outlet.files.toSorted(([, a], [, b]) => timeOf(b) - timeOf(a))) {
      const last = nthLatest([...read.values()].flat());
      if (last !== null && timeOf(last) > timeOf(time)) break;
      const segment = this.#mirror.segments.get(number);
      if (segment !== undefined) read.set(number, await segment.ownLatest(profile));
    }
    return [...read.keys()].sort((a, b) => a - b).flatMap((number) => read.get(number) ?? []);
  }

  /** The latest articles of an outlet in this file alone. */
  async ownLatest(profile: OutletProfile): Promise<readonly ArticleSummary[]> {
    return (await this.#file.open()).latest(profile);
  }

  async patterns(): Promise<readonly string[]> {
    const [first] = [...this.#mirror.segments.keys()].sort((a, b) => a - b);
    const patterns = await this.#mirror.index.patterns();
    if (patterns === undefined) return (await this.#file.open()).patterns();
    return first === this.#file.number ? patterns : [];
  }
}

/** An unknown time is before all others. */
function timeOf(time: number | null): number {
  return time ?? -8.64e15;
}

/** The time of the last of the latest articles that are listed; `null` when there are fewer, or it has none. */
function nthLatest(articles: readonly ArticleSummary[]): number | null {
  const times = new Map(articles.map(({ url, published }) => [addressKey(url), published]));
  return [...times.values()].sort((a, b) => timeOf(b) - timeOf(a))[MAX_LATEST - 1] ?? null;
}
