import { articlesIn, subtractDays } from "../../../core/feeds/live/articles-per-day.ts";
import { KeptArticles } from "../../../core/feeds/live/kept-articles.ts";
import { MAX_SEGMENTS, newestToMerge } from "../../../core/feeds/live/merge-plan.ts";
import { cutByAge, type LiveLimits } from "../../../core/feeds/live/retention.ts";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import { isSameOutlet, type OutletIdentity } from "../../../core/outlets/outlet-identity.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { BackgroundLoop } from "../../indexing/background-loop.ts";
import { storiesOf } from "../../indexing/story-record.ts";
import type { BlockStore, SegmentRecord } from "../../store/block-store.ts";
import { type DisposableSpill, openMemorySpill } from "../../store/spill-files.ts";
import { nextMerge } from "./live-plan.ts";
import { bytesOf, daysOf, liveSegments, newLiveName, openLiveSegments } from "./live-segments.ts";
import type { LiveSink } from "./live-sink.ts";
import { LiveWriter, type WriterSurroundings, type WrittenSegment } from "./live-writer.ts";
import { supersededIn } from "./superseded.ts";

/** What live articles need. */
export interface LiveSurroundings extends WriterSurroundings {
  limits(): Promise<LiveLimits>;
  /** The outlets that the reader has picked. */
  outlets(): Promise<readonly OutletIdentity[]>;
  /** Where a merge keeps for a while what would be too much for memory. */
  openSpill(): Promise<DisposableSpill>;
  /** Articles that an append writes again at most, of segments that are small beside it. */
  readonly mostWrittenAgain: number;
  /** Other segments are in use than before. */
  onChange(): void;
}

/** From so many articles on a merge keeps what it does not need at once in files. */
const MANY = 16_384;

/** Outlets that are to be taken out. */
interface Drop {
  readonly domains: readonly string[];
  readonly outlets: readonly string[];
  readonly done: PromiseWithResolvers<void>;
}

/** A merge under way. */
interface Running {
  readonly inputs: readonly SegmentRecord[];
  readonly drops: readonly Drop[];
  readonly stop: AbortController;
  readonly ended: PromiseWithResolvers<void>;
}

/**
 * The articles of live outlets, in a few segments of the store. What comes is a segment of its own, with
 * the states of its feeds in the same transaction, and is merged with others later in the background,
 * where what is too old goes too. A merge that is stopped leaves all as it was.
 */
export class LiveArticles implements LiveSink {
  readonly #surroundings: LiveSurroundings;
  readonly #writer: LiveWriter;
  readonly #loop: BackgroundLoop;
  /** Generations that turned out unreadable. */
  readonly #damaged = new Set<string>();
  #drops: Drop[] = [];
  #running: Running | null = null;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(surroundings: LiveSurroundings) {
    this.#surroundings = surroundings;
    this.#writer = new LiveWriter(surroundings);
    this.#loop = new BackgroundLoop(
      () => this.#mergeNext(),
      () => this.#running?.stop.abort(),
    );
  }

  async states(): Promise<FeedState[]> {
    return (await this.#surroundings.openStore()).states();
  }

  async append(records: readonly ArticleRecord[], states: readonly FeedState[]): Promise<void> {
    while (!(await this.#inTurn(() => this.#appendIfRoom(records, states))))
      await this.#running?.ended.promise;
    this.keepUp();
  }

  async drop(domains: readonly string[], outlets: readonly string[]): Promise<void> {
    const dropped = await this.#inTurn(async () => {
      const store = await this.#surroundings.openStore();
      if (!(await this.#mayHave(store, domains)))
        return store.change({ removeStates: outlets }, null);
      const done = Promise.withResolvers<void>();
      this.#drops.push({ domains, outlets, done });
      return done;
    });
    this.keepUp();
    await dropped?.promise;
  }

  async size(): Promise<{ readonly articles: number; readonly bytes: number }> {
    const records = await (await this.#surroundings.openStore()).segments();
    return { articles: articlesIn(daysOf(liveSegments(records))), bytes: bytesOf(records) };
  }

  /** Generations that are being built. */
  underConstruction(): string[] {
    return this.#writer.underConstruction();
  }

  /** Whether a segment is left out of look-ups, until it is written anew. */
  isDamaged({ generation }: SegmentRecord): boolean {
    return this.#damaged.has(generation);
  }

  /** A segment turned out unreadable: what can be read of it is saved. */
  onDamage(generation: string): void {
    this.#damaged.add(generation);
    this.keepUp();
  }

  /** Begins to keep up; once at the start of a worker, when what the one before left is in order. */
  start(): void {
    this.#loop.start();
  }

  /** Merges, mends and takes out what is due, unless other work is to be done first. */
  keepUp(): void {
    this.#loop.look();
  }

  /** Ends a merge that is under way, and begins none until it may go on. */
  makeWay(): Promise<void> {
    return this.#loop.makeWay();
  }

  goOn(): void {
    this.#loop.goOn();
  }

  /** Settles when nothing is due. */
  idle(): Promise<void> {
    return this.#loop.idle();
  }

  /** One change after the other, so that what one finds still holds when it is made. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const next = this.#lastTurn.then(change);
    this.#lastTurn = next.catch(() => undefined);
    return next;
  }

  /** @returns `false`: there are too many segments, and a merge of them is under way */
  async #appendIfRoom(
    records: readonly ArticleRecord[],
    states: readonly FeedState[],
  ): Promise<boolean> {
    const { openStore, now, limits, onChange } = this.#surroundings;
    const store = await openStore();
    if (records.length === 0) {
      await store.change({ states }, null);
      return true;
    }
    const all = await store.segments();
    const segments = liveSegments(all);
    const inputs = this.#writtenAgain(records.length, segments);
    if (segments.length - inputs.length >= MAX_SEGMENTS) return false;
    const readers = await this.#readers(store, all);
    const { pause } = this.#surroundings;
    const onUnreadable = (name: string) => this.#onDamageOf(name, segments);
    const outlets = await this.#surroundings.outlets();
    const isPicked = (one: OutletIdentity) => outlets.some((outlet) => isSameOutlet(outlet, one));
    const taken = await supersededIn(readers, records, isPicked, pause, onUnreadable);
    const others = segments.slice(inputs.length).flatMap((segment) => {
      const gone = taken.superseded.get(segment.dataSet) ?? [];
      return gone.length === 0
        ? []
        : [{ ...segment, days: subtractDays(segment.days ?? [], gone) }];
    });
    const kept = new KeptArticles(cutByAge(now(), await limits()));
    const { signal } = new AbortController();
    const work = { batch: taken.records, inputs, kept, signal };
    const openSpill = async () => openMemorySpill();
    await this.#writer.write({ ...work, openSpill }, (written) => {
      const put = [...others, ...written.recordsAs(newLiveName(segments), written.days)];
      return written.commit({ put, remove: inputs.flatMap(namesOf), states });
    });
    onChange();
    return true;
  }

  /**
   * The newest segments that an append writes again with what is new, as they are small beside it, or as
   * there is no room for one more.
   */
  #writtenAgain(records: number, segments: readonly SegmentRecord[]): readonly SegmentRecord[] {
    const merging = this.#running?.inputs[0];
    const newest = segments.findIndex(({ generation }) => generation === merging?.generation);
    const free = newest === -1 ? segments : segments.slice(0, newest);
    const planned = newestToMerge([records, ...segments.map((one) => one.records)]) - 1;
    const small = segments.slice(0, Math.max(0, planned));
    const again = small.reduce((sum, one) => sum + one.records, 0);
    const most = again <= this.#surroundings.mostWrittenAgain ? small.length : 0;
    const least = segments.length < MAX_SEGMENTS ? 0 : 1;
    return free.slice(0, Math.max(most, least));
  }

  async #mayHave(store: BlockStore, domains: readonly string[]): Promise<boolean> {
    const records = await store.segments();
    const readers = await this.#readers(store, records);
    const asked = readers.flatMap((reader) => domains.map((domain) => reader.outlet(domain)));
    const outlets = await Promise.all(asked).catch(() => null);
    if (outlets === null || readers.length < liveSegments(records).length) return true;
    return outlets.some((outlet) => outlet !== null);
  }

  /** The live segments that can be opened, the newest first. */
  async #readers(store: BlockStore, records: readonly SegmentRecord[]): Promise<SegmentReader[]> {
    return (await openLiveSegments(store, records, this)).map(({ segment }) => segment);
  }

  #onDamageOf(name: string, segments: readonly SegmentRecord[]): void {
    const found = segments.find(({ dataSet }) => dataSet === name);
    if (found !== undefined) this.onDamage(found.generation);
  }

  async #mergeNext(): Promise<boolean> {
    const planned = await this.#inTurn(() => this.#begin());
    if (planned === null) return false;
    const { running, work } = planned;
    try {
      await this.#writer.write(work, (written) =>
        this.#inTurn(() => this.#switchTo(running, written)),
      );
      for (const { done } of running.drops) done.resolve();
      this.#surroundings.onChange();
      return true;
    } catch (error) {
      if (running.stop.signal.aborted) return true;
      this.#drops = this.#drops.filter((drop) => !running.drops.includes(drop));
      for (const { done } of running.drops) done.reject(error);
      throw error;
    } finally {
      this.#running = null;
      running.ended.resolve();
    }
  }

  /** What is due next, which is under way from then on. */
  async #begin() {
    const { openStore, limits, now, openSpill } = this.#surroundings;
    const records = await (await openStore()).segments();
    const drops = [...this.#drops];
    const plan = nextMerge({
      ...{ records, limits: await limits(), now: now(), hasDrops: drops.length > 0 },
      isDamaged: (segment) => this.isDamaged(segment),
    });
    if (plan === null || this.#loop.isMakingWay) return null;
    const { inputs, cut } = plan;
    const kept = new KeptArticles(
      cut,
      drops.flatMap(({ domains }) => domains),
    );
    const ended = Promise.withResolvers<void>();
    const running: Running = { inputs, drops, stop: new AbortController(), ended };
    this.#running = running;
    const articles = inputs.reduce((sum, one) => sum + one.records, 0);
    const { signal } = running.stop;
    const work = { batch: [], inputs, kept, signal };
    return {
      running,
      work: { ...work, openSpill: articles < MANY ? async () => openMemorySpill() : openSpill },
    };
  }

  /** @throws AbortError, also when the store was emptied meanwhile */
  async #switchTo({ inputs, drops, stop }: Running, written: WrittenSegment): Promise<void> {
    const store = await this.#surroundings.openStore();
    const segments = liveSegments(await store.segments());
    const now = inputs.flatMap(
      (input) => segments.find(({ generation }) => generation === input.generation) ?? [],
    );
    if (now.length < inputs.length) stop.abort();
    stop.signal.throwIfAborted();
    // What newer segments have superseded since.
    const gone = subtractDays(daysOf(inputs), daysOf(now));
    const name = inputs[0]?.dataSet ?? newLiveName(segments);
    await written.commit({
      put: written.recordsAs(name, subtractDays(written.days, gone)),
      remove: inputs.flatMap(namesOf),
      removeStates: drops.flatMap(({ outlets }) => outlets),
    });
    this.#drops = this.#drops.filter((drop) => !drops.includes(drop));
  }
}

function namesOf({ dataSet }: SegmentRecord): string[] {
  return [dataSet, storiesOf(dataSet)];
}
