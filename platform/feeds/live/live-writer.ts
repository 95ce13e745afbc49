import { LIVE_DATA_SET_ID } from "../../../core/data-set/live-data-set.ts";
import { type ArticlesPerDay, articlesIn } from "../../../core/feeds/live/articles-per-day.ts";
import type { KeptArticles } from "../../../core/feeds/live/kept-articles.ts";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import type { CountryNames } from "../../../core/story/words/country-names.ts";
import type { BlockStore } from "../../store/block-store.ts";
import type { ReadyRow } from "../../store/build-row.ts";
import { Generation } from "../../store/generation.ts";
import type { Build, Ledger } from "../../store/ledger.ts";
import { discardAfter } from "../../store/retried.ts";
import type { DisposableSpill } from "../../store/spill-files.ts";
import type { StateChange, StoreChange } from "../../store/store-change.ts";
import { buildLiveSegment } from "./build-live-segment.ts";
import { scanGeneration } from "./live-segments.ts";

/** What writing needs. */
export interface WriterDeps {
  readonly ledger: Ledger;
  loadCountryNames(): Promise<CountryNames>;
  now(): number;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
  /** Keeps the background awake. */
  stayAwake(): void;
}

/** What a segment is written from. */
export interface LiveWork {
  /** New articles, the latest last. */
  readonly batch: readonly ArticleRecord[];
  /** Segments that it replaces, the newest first. */
  readonly inputs: readonly ReadyRow[];
  /** Which of all these articles are kept. */
  readonly kept: KeptArticles;
  readonly signal: AbortSignal;
  /** Holds, during a build, the data that would not fit into memory. */
  openSpill(): Promise<DisposableSpill>;
}

/** What changes when a segment comes into use. */
export interface LiveCommit extends StateChange {
  readonly owner: string;
  /** Its distinct articles by day, without those that newer segments have. */
  readonly days: ArticlesPerDay;
  /** New counts by day of other segments, by owner: this one has newer versions of their articles. */
  readonly others?: ReadonlyMap<string, ArticlesPerDay>;
  /** The segment holds what its inputs answered with, no more and no less. */
  readonly isSameContent?: boolean;
}

/** A segment that was written and is not in use yet. */
export interface WrittenSegment {
  readonly days: ArticlesPerDay;
  /** Puts it into use in place of its inputs, in one transaction with all other changes. */
  commit(change: LiveCommit): Promise<void>;
}

/** A segment and its story index. Until they are committed their owner is `LIVE`. */
type LiveBuilds = readonly [segment: Build, stories: Build];

/** Writes segments of live articles beside those in use. A write that fails leaves nothing behind. */
export class LiveWriter {
  readonly #deps: WriterDeps;

  constructor(deps: WriterDeps) {
    this.#deps = deps;
  }

  /**
   * Writes a segment, and has `use` commit it.
   *
   * @throws QuotaExceededError, AbortError, and what `use` throws
   */
  async write(work: LiveWork, use: (written: WrittenSegment) => Promise<void>): Promise<void> {
    const plan = { owner: LIVE_DATA_SET_ID, source: null };
    const builds = await this.#deps.ledger.beginAll([
      { ...plan, part: "segment" },
      { ...plan, part: "stories" },
    ]);
    try {
      await use(await this.#build(work, builds));
    } catch (error) {
      await discardAfter(error, builds);
      throw error;
    }
  }

  async #build(
    { batch, inputs, kept, signal, openSpill }: LiveWork,
    builds: LiveBuilds,
  ): Promise<WrittenSegment> {
    const { ledger, loadCountryNames, pause, stayAwake, now } = this.#deps;
    const [store, countries, spill] = await Promise.all([
      ledger.store(),
      loadCountryNames(),
      openSpill(),
    ]);
    let isLossless = true;
    const records = latestFirst(store, batch, inputs, () => {
      isLossless = false;
    });
    const [segment, stories] = builds;
    const days = await buildLiveSegment({
      ...{ segment, stories, records, kept, countries, spill, signal },
      async pause() {
        await pause();
        stayAwake();
      },
    }).finally(() => spill.dispose());
    return {
      days,
      commit: async (commit) => {
        const { states, removeStates } = isLossless
          ? commit
          : await withFeedsForgotten(store, commit);
        const put = articlesIn(days) === 0 ? [] : readyRows(builds, days, commit, now());
        const revise = revisedBy(commit, inputs, builds);
        await ledger.change({ put, revise, states, removeStates }, commit.isSameContent);
      },
    };
  }
}

/** The builds that come into use: the segment and its story index. */
function readyRows(
  [segment, stories]: LiveBuilds,
  built: ArticlesPerDay,
  { owner, days }: LiveCommit,
  builtAt: number,
): ReadyRow[] {
  const shared = { records: articlesIn(built), builtAt };
  return [
    { ...segment.ready({ ...shared, bytes: segment.bytes, days }), owner },
    {
      ...stories.ready({ ...shared, bytes: stories.bytes }),
      ...{ owner, source: segment.generation },
    },
  ];
}

/**
 * The inputs are deleted, and so are the builds themselves if no article is kept; other segments get their new
 * counts.
 */
function revisedBy(
  { others }: LiveCommit,
  inputs: readonly ReadyRow[],
  builds: LiveBuilds,
): StoreChange["revise"] {
  const replaced = new Set(inputs.map(({ owner }) => owner));
  const own = new Set(builds.map(({ generation }) => generation));
  return (row) => {
    if (replaced.has(row.owner) || own.has(row.generation)) return null;
    const days = row.part === "segment" ? others?.get(row.owner) : undefined;
    return days === undefined ? row : { ...row, days };
  };
}

/** The records of a batch and of segments, the latest version of an article first. */
async function* latestFirst(
  store: BlockStore,
  batch: readonly ArticleRecord[],
  inputs: readonly ReadyRow[],
  onLoss: () => void,
): AsyncGenerator<ArticleRecord> {
  yield* batch.toReversed();
  for (const { generation, records: all } of inputs) {
    let read = 0;
    for await (const block of scanGeneration(new Generation(store, generation)))
      for (const [, record] of readableRecords(block)) {
        read++;
        yield record;
      }
    if (read < all) onLoss();
  }
}

/** Articles are lost: the feeds are to be read again in full, as if nothing were known of them. */
async function withFeedsForgotten(
  store: BlockStore,
  { states = [], removeStates = [] }: LiveCommit,
): Promise<StateChange> {
  const byOutlet = new Map((await store.states()).map((state) => [state.outlet, state]));
  for (const outlet of removeStates) byOutlet.delete(outlet);
  for (const state of states) byOutlet.set(state.outlet, state);
  const forgotten = Array.from(
    byOutlet.values(),
    (state): FeedState => ({ ...state, etag: null, lastModified: null, known: [] }),
  );
  return { states: forgotten, removeStates };
}
