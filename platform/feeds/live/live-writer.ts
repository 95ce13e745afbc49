import type { KeptArticles } from "../../../core/feeds/live/kept-articles.ts";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { FORMAT_VERSION } from "../../../core/segment/format.ts";
import type { CountryNames } from "../../../core/story/words/country-names.ts";
import { STORY_FORMAT_VERSION } from "../../../core/story-index/format.ts";
import { failureOf } from "../../indexing/job-failure.ts";
import { storiesOf } from "../../indexing/story-record.ts";
import type { BlockStore, SegmentRecord, StoreChange } from "../../store/block-store.ts";
import type { DisposableSpill } from "../../store/spill-files.ts";
import { untilThereIsRoom } from "../../store/until-there-is-room.ts";
import { type BuiltLiveSegment, buildLiveSegment } from "./build-live-segment.ts";
import { scanGeneration } from "./live-segments.ts";

/** What writing needs. */
export interface WriterSurroundings {
  openStore(): Promise<BlockStore>;
  loadCountryNames(): Promise<CountryNames>;
  /** Generations under construction, the writer's own included, which a switch must not sweep. */
  underConstruction(): Promise<readonly string[]>;
  newGeneration(): string;
  now(): number;
  pause(): Promise<void>;
  /** Called every few seconds: keeps the background from being taken for idle. */
  stayAwake(): void;
}

/** What a segment is written of. */
export interface LiveWork {
  /** New articles, the last one's word is the latest. */
  readonly batch: readonly ArticleRecord[];
  /** Segments that it takes the place of, the newest first. */
  readonly inputs: readonly SegmentRecord[];
  /** Which of all these articles stay. */
  readonly kept: KeptArticles;
  readonly signal: AbortSignal;
  /** Where the build keeps for a while what would be too much for memory. */
  openSpill(): Promise<DisposableSpill>;
}

/** A segment that was written and is not in use yet. */
export interface WrittenSegment {
  readonly days: BuiltLiveSegment["days"];
  /** What comes into use under a name: the segment and its story index; nothing when no article stayed. */
  recordsAs(name: string, days: BuiltLiveSegment["days"]): SegmentRecord[];
  /** Puts it into use, with all else that changes, at once. */
  commit(change: StoreChange): Promise<void>;
}

/** The background is kept awake so often, ms; a browser takes it for idle after half a minute. */
const STAY_AWAKE_EVERY_MS = 5000;

/** Writes segments of live articles beside those in use. What comes to nothing leaves nothing behind. */
export class LiveWriter {
  readonly #surroundings: WriterSurroundings;
  readonly #building = new Set<string>();

  constructor(surroundings: WriterSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Generations that are being built. */
  underConstruction(): string[] {
    return [...this.#building];
  }

  /**
   * Writes a segment, and has it put into use.
   *
   * @throws QuotaExceededError, AbortError, and what `use` throws
   */
  async write(work: LiveWork, use: (written: WrittenSegment) => Promise<void>): Promise<void> {
    const { newGeneration } = this.#surroundings;
    const generations = { segment: newGeneration(), stories: newGeneration() };
    const both = Object.values(generations);
    for (const generation of both) this.#building.add(generation);
    const done = () => {
      for (const generation of both) this.#building.delete(generation);
    };
    try {
      await use(await this.#build(work, generations));
    } catch (error) {
      done();
      await this.#sweep(error);
      throw error;
    } finally {
      done();
    }
  }

  async #build(
    { batch, inputs, kept, signal, openSpill }: LiveWork,
    generations: { readonly segment: string; readonly stories: string },
  ): Promise<WrittenSegment> {
    const { openStore, loadCountryNames, now } = this.#surroundings;
    const [store, countries, spill] = await Promise.all([
      openStore(),
      loadCountryNames(),
      openSpill(),
    ]);
    let isLossless = true;
    const records = latestFirst(store, batch, inputs, () => {
      isLossless = false;
    });
    const work = { store, generations, records, kept, countries, spill, signal };
    const pause = this.#pauseOfLongWork();
    const built = await buildLiveSegment({ ...work, pause }).finally(() => spill.dispose());
    return {
      days: built.days,
      recordsAs: (name, days) => recordsOf(name, generations, built, days, now()),
      commit: async (change) => {
        const all = isLossless ? change : await withFeedsForgotten(store, change);
        await store.change(all, await this.#surroundings.underConstruction());
      },
    };
  }

  #pauseOfLongWork(): () => Promise<void> {
    const { now, pause, stayAwake } = this.#surroundings;
    let awakeSince = now();
    return async () => {
      await pause();
      if (now() - awakeSince < STAY_AWAKE_EVERY_MS) return;
      awakeSince = now();
      stayAwake();
    };
  }

  /** Takes out what was written for nothing; what stays is swept by the next switch. */
  async #sweep(failure: unknown): Promise<void> {
    const { openStore, underConstruction } = this.#surroundings;
    const sweep = async () => (await openStore()).change({}, await underConstruction());
    const isFull = failureOf(failure) === "disk-full";
    await (isFull ? untilThereIsRoom(sweep) : sweep()).catch(() => undefined);
  }
}

/** The records of a batch and of segments, the latest word on an article first. */
async function* latestFirst(
  store: BlockStore,
  batch: readonly ArticleRecord[],
  inputs: readonly SegmentRecord[],
  onLoss: () => void,
): AsyncGenerator<ArticleRecord> {
  yield* batch.toReversed();
  for (const { generation, records: all } of inputs) {
    let read = 0;
    for await (const { records } of scanGeneration(store, generation)) {
      read += records?.length ?? 0;
      yield* records ?? [];
    }
    if (read < all) onLoss();
  }
}

function recordsOf(
  name: string,
  { segment, stories }: { readonly segment: string; readonly stories: string },
  { records, bytes, storyBytes }: BuiltLiveSegment,
  days: BuiltLiveSegment["days"],
  builtAt: number,
): SegmentRecord[] {
  if (records === 0) return [];
  const shared = { records, builtAt };
  const of = { generation: segment, source: null, format: FORMAT_VERSION, bytes, days };
  const index = { generation: stories, source: segment, format: STORY_FORMAT_VERSION };
  return [
    { dataSet: name, ...of, ...shared },
    { dataSet: storiesOf(name), ...index, bytes: storyBytes, ...shared },
  ];
}

/** Articles are lost: the feeds are to be read again in full, as if nothing were known of them. */
async function withFeedsForgotten(store: BlockStore, change: StoreChange): Promise<StoreChange> {
  const { states = [], removeStates = [] } = change;
  const byOutlet = new Map((await store.states()).map((state) => [state.outlet, state]));
  for (const outlet of removeStates) byOutlet.delete(outlet);
  for (const state of states) byOutlet.set(state.outlet, state);
  const forgotten = Array.from(
    byOutlet.values(),
    (state): FeedState => ({ ...state, etag: null, lastModified: null, known: [] }),
  );
  return { ...change, states: forgotten };
}
