import type { FeedState } from "../../core/feeds/poll/feed-state.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import { GrowingStories, type KnownStories } from "../../core/today/growing-stories.ts";
import { seenTimes, type TodayArticle } from "../../core/today/today-article.ts";
import type { OpenSegment } from "../indexing/open-segment.ts";
import { reportError } from "../report-error.ts";
import {
  type ArticlesBySegment,
  countTerms,
  readArticles,
  sizeOf,
  textsInOrder,
} from "./articles-by-segment.ts";

/** What the stories of live articles need. */
export interface LiveStoriesDeps {
  /** The segments of live articles that can be read, the newest first. */
  openSegments(): Promise<readonly OpenSegment[]>;
  states(): Promise<readonly FeedState[]>;
  /** A segment cannot be read: it is to be repaired. */
  onUnreadable(error: UnreadableSegmentError, generation: string): Promise<void>;
  /** The stories have changed, or there are more of them. */
  onChange(): void;
  /**
   * What was found of stories before this worker started; `null` where that was nothing, or not from so early on (ms
   * since 1970): an earlier article may be of a story that was found without it.
   */
  readKnown(from: number): Promise<KnownStories | null>;
  keepKnown(
    numbers: readonly (readonly [key: string, story: number])[],
    from: number,
  ): Promise<void>;
  now(): number;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
  /** Keeps the background awake. */
  stayAwake(): void;
}

/** A segment that cannot be read is opened again once: a merge may just have replaced it. */
const MAX_TRIES = 2;
/** While articles are grouped for the first time, the stories found so far are announced this often, ms. */
const ANNOUNCE_EVERY_MS = 700;
/**
 * All articles are grouped again once this many new ones have arrived, as a share of those before. Between two
 * groupings the rarity of words is not counted again, and expired articles are not dropped.
 */
const REGROUP_AFTER = 0.25;
/** Up to this many articles, all are compared when they are grouped again, which takes about a second. */
const FEW_ARTICLES = 4096;

/**
 * The articles of live outlets, grouped into stories: once, and then with what each poll brings. The grouping is
 * kept in memory while the background runs; which story each article was in is kept for the next one.
 */
export class LiveStories {
  readonly #deps: LiveStoriesDeps;
  #stories: GrowingStories | null = null;
  /** Articles from before this time are not grouped, ms since 1970. */
  #from = Number.POSITIVE_INFINITY;
  /** How many articles there were at the last full grouping. */
  #atFirst = 0;
  /** Generations of the segments of which the articles are in. */
  #read = new Set<string>();
  #isOutdated = true;
  /** The last attempt failed: there is no other before something has changed. */
  #hasFailed = false;
  #loading: Promise<void> | null = null;
  #share: number | null = null;

  constructor(deps: LiveStoriesDeps) {
    this.#deps = deps;
  }

  /** The share of the articles that are grouped, from 0 to 1; `null` while nothing is to be done. */
  get progress(): number | null {
    return this.#share;
  }

  /** What segments hold has changed; it is read when stories are next asked for, or with `refresh`. */
  outdate(): void {
    this.#isOutdated = true;
    this.#hasFailed = false;
  }

  /**
   * The stories found so far; the search for more continues in the background.
   *
   * @param from ms since 1970
   */
  stories(from: number, isShown: (article: TodayArticle) => boolean): readonly TodayArticle[][] {
    this.refresh(from);
    return this.#stories?.stories(from, isShown) ?? [];
  }

  /** Begins to find the stories from a time on, where they are not found yet. */
  refresh(from: number): void {
    if (this.#hasFailed || (!this.#isOutdated && from >= this.#from)) return;
    this.#loading ??= this.#load(from)
      .catch((error: unknown) => {
        this.#hasFailed = true;
        reportError("today")(error);
      })
      .finally(() => {
        this.#loading = null;
        this.#share = null;
        this.#deps.onChange();
      });
  }

  /** Settles when all is grouped that there is to group. */
  async idle(): Promise<void> {
    while (this.#loading !== null) await this.#loading;
  }

  async #load(from: number): Promise<void> {
    this.#share = 0;
    for (let tries = 1; ; tries++) {
      const open = await this.#deps.openSegments();
      try {
        return await this.#update(from, open);
      } catch (error) {
        if (!(error instanceof UnreadableSegmentError)) throw error;
        await this.#repair(error, open);
        if (tries === MAX_TRIES) throw error;
      }
    }
  }

  /** What could not be read is repaired, unless a merge has taken its place meanwhile. */
  async #repair(error: UnreadableSegmentError, open: readonly OpenSegment[]): Promise<void> {
    const broken = open.find(({ segment }) => segment.name === error.dataSet);
    const now = await this.#deps.openSegments();
    if (now.some(({ generation }) => generation === broken?.generation) && broken !== undefined)
      await this.#deps.onUnreadable(error, broken.generation);
  }

  async #update(from: number, all: readonly OpenSegment[]): Promise<void> {
    const { states, keepKnown } = this.#deps;
    this.#isOutdated = false;
    const open = all.filter(({ segment }) => segment.stories !== null);
    const times = seenTimes(await states());
    const isWider = from < this.#from;
    const unread = isWider ? open : open.filter(({ generation }) => !this.#read.has(generation));
    const first = Math.min(from, this.#from);
    const isThere = (article: TodayArticle) => !isWider && this.#has(article);
    const articles = await readArticles(unread, first, times, isThere, this.#pause);
    const added = sizeOf(articles);
    const stories = this.#stories;
    if (isWider || stories === null) await this.#groupAll(articles, from);
    else if (
      stories.size + added > this.#atFirst * (1 + REGROUP_AFTER) &&
      stories.size < FEW_ARTICLES
    )
      await this.#groupAll(await readArticles(open, from, times, () => false, this.#pause), from);
    else await this.#addTo(stories, articles, first);
    this.#read = new Set(open.map(({ generation }) => generation));
    if (added > 0 && this.#stories !== null) await keepKnown(this.#stories.numbers(), this.#from);
  }

  /** Groups all articles; what there is already is shown meanwhile. */
  async #groupAll(articles: ArticlesBySegment, from: number): Promise<void> {
    const counts = await countTerms(articles, from, this.#pause);
    const isFirst = this.#stories === null;
    const known = isFirst ? await this.#deps.readKnown(from) : null;
    const stories = new GrowingStories(counts, known ?? undefined);
    if (isFirst) this.#stories = stories;
    await this.#addTo(stories, articles, from);
    this.#stories = stories;
    this.#from = from;
    this.#atFirst = stories.size;
  }

  /** Adds articles in order of time. */
  async #addTo(stories: GrowingStories, articles: ArticlesBySegment, from: number): Promise<void> {
    const total = sizeOf(articles);
    if (total === 0) return;
    let done = 0;
    let announced = this.#deps.now();
    for await (const { article, text } of textsInOrder(articles, from)) {
      await stories.add(article, text.terms);
      this.#share = ++done / total;
      await this.#pause();
      if (stories !== this.#stories || this.#deps.now() - announced < ANNOUNCE_EVERY_MS) continue;
      announced = this.#deps.now();
      this.#deps.onChange();
    }
  }

  /** Whether an article is in its story already, just as it is. */
  #has({ key, title, excerpt, url, published, marks }: TodayArticle): boolean {
    const known = this.#stories?.get(key);
    return (
      known !== undefined &&
      known.title === title &&
      known.excerpt === excerpt &&
      known.url === url &&
      known.published === published &&
      known.marks.join() === marks.join()
    );
  }

  readonly #pause = async (): Promise<void> => {
    await this.#deps.pause();
    this.#deps.stayAwake();
  };
}
