import { articlesIn, subtractDays } from "../../../core/feeds/live/articles-per-day.ts";
import { KeptArticles } from "../../../core/feeds/live/kept-articles.ts";
import { MAX_SEGMENTS, newestToMerge } from "../../../core/feeds/live/merge-plan.ts";
import { cutByAge, type LiveLimits } from "../../../core/feeds/live/retention.ts";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import { isSameOutlet, type OutletIdentity } from "../../../core/outlets/outlet-identity.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { Segment } from "../../../core/segment/segment.ts";
import { BackgroundLoop } from "../../indexing/background-loop.ts";
import type { OpenSegment } from "../../indexing/open-segment.ts";
import { createInTurn } from "../../storage/in-turn.ts";
import type { BlockStore } from "../../store/block-store.ts";
import type { BuildRow, ReadyRow } from "../../store/build-row.ts";
import { type DisposableSpill, openMemorySpill } from "../../store/spill-files.ts";
import { areComplete, nextMerge } from "./live-plan.ts";
import { bytesOf, daysOf, liveSegments, newLiveOwner, openLiveSegments } from "./live-segments.ts";
import type { LiveSink } from "./live-sink.ts";
import { LiveWriter, type WriterDeps, type WrittenSegment } from "./live-writer.ts";
import { supersededIn } from "./superseded.ts";

/** What live articles need. */
export interface LiveDeps extends WriterDeps {
  limits(): Promise<LiveLimits>;
  /** The outlets that the user has picked. */
  outlets(): Promise<readonly OutletIdentity[]>;
  /** Holds, during a merge, the data that would not fit into memory. */
  openSpill(): Promise<DisposableSpill>;
  /** Articles that an append writes again at most, of segments that are small beside it. */
  readonly mostWrittenAgain: number;
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
  readonly inputs: readonly ReadyRow[];
  readonly drops: readonly Drop[];
  readonly stop: AbortController;
  readonly ended: PromiseWithResolvers<void>;
}

/**
 * The articles of live outlets, in a few segments of the store. Each batch of new articles becomes a segment, written
 * in one transaction with the states of its feeds. Segments are merged later in the background, which also drops
 * articles that are too old. A merge that is stopped changes nothing.
 */
export class LiveArticles extends BackgroundLoop implements LiveSink {
  readonly #deps: LiveDeps;
  readonly #writer: LiveWriter;
  readonly #inTurn = createInTurn();
  #drops: Drop[] = [];
  #running: Running | null = null;

  constructor(deps: LiveDeps) {
    super();
    this.#deps = deps;
    this.#writer = new LiveWriter(deps);
  }

  async states(): Promise<FeedState[]> {
    return (await this.#deps.ledger.store()).states();
  }

  async append(
    records: readonly ArticleRecord[],
    states: readonly FeedState[],
    revised: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    while (!(await this.#inTurn(() => this.#appendIfRoom(records, states, revised))))
      await this.#running?.ended.promise;
    this.schedule();
  }

  async drop(domains: readonly string[], outlets: readonly string[]): Promise<void> {
    const dropped = await this.#inTurn(async () => {
      if (!(await this.#mayHave(domains)))
        return this.#deps.ledger.change({ removeStates: outlets });
      const done = Promise.withResolvers<void>();
      this.#drops.push({ domains, outlets, done });
      return done;
    });
    this.schedule();
    await dropped?.promise;
  }

  async size(): Promise<{ readonly articles: number; readonly bytes: number }> {
    const rows = await this.#deps.ledger.rows();
    return { articles: articlesIn(daysOf(liveSegments(rows))), bytes: bytesOf(rows) };
  }

  /** The segments that can be read, the newest first. What can be read of the others is saved. */
  openSegments(store: BlockStore, rows: readonly BuildRow[]): Promise<OpenSegment[]> {
    return openLiveSegments(store, rows, (generation) => this.#deps.ledger.markDamaged(generation));
  }

  /** @returns `false`: there are too many segments, and a merge of them is under way */
  async #appendIfRoom(
    records: readonly ArticleRecord[],
    states: readonly FeedState[],
    revised: ReadonlySet<string>,
  ): Promise<boolean> {
    const { ledger, now, limits, pause } = this.#deps;
    if (records.length === 0) {
      await ledger.change({ states });
      return true;
    }
    const rows = await ledger.rows();
    const segments = liveSegments(rows);
    const inputs = this.#writtenAgain(records.length, segments);
    if (segments.length - inputs.length >= MAX_SEGMENTS) return false;
    const readers = await this.#readers(rows);
    const onUnreadable = (owner: string) => this.#markDamaged(owner, segments);
    const outlets = await this.#deps.outlets();
    const isPicked = (one: OutletIdentity) => outlets.some((outlet) => isSameOutlet(outlet, one));
    const changedAt = (key: string) => (revised.has(key) ? now() : null);
    const taken = await supersededIn(readers, records, {
      ...{ isPicked, changedAt, pause, onUnreadable },
    });
    const others = new Map(
      segments.slice(inputs.length).flatMap(({ owner, days = [] }) => {
        const gone = taken.superseded.get(owner) ?? [];
        return gone.length === 0 ? [] : [[owner, subtractDays(days, gone)] as const];
      }),
    );
    const kept = new KeptArticles(cutByAge(now(), await limits()));
    const { signal } = new AbortController();
    const work = { batch: taken.records, inputs, kept, signal };
    const owner = newLiveOwner(segments);
    await this.#writer.write({ ...work, openSpill: async () => openMemorySpill() }, (written) =>
      written.commit({ owner, days: written.days, others, states }),
    );
    return true;
  }

  /**
   * The newest segments that an append rewrites together with the new articles, because they are small compared with
   * these or because there is no room for one more segment.
   */
  #writtenAgain(records: number, segments: readonly ReadyRow[]): readonly ReadyRow[] {
    const merging = this.#running?.inputs[0];
    const newest = segments.findIndex(({ generation }) => generation === merging?.generation);
    const free = newest === -1 ? segments : segments.slice(0, newest);
    const planned = newestToMerge([records, ...segments.map((one) => one.records)]) - 1;
    const small = segments.slice(0, Math.max(0, planned));
    const again = small.reduce((sum, one) => sum + one.records, 0);
    const most = again <= this.#deps.mostWrittenAgain ? small.length : 0;
    const least = segments.length < MAX_SEGMENTS ? 0 : 1;
    return free.slice(0, Math.max(most, least));
  }

  async #mayHave(domains: readonly string[]): Promise<boolean> {
    const rows = await this.#deps.ledger.rows();
    const readers = await this.#readers(rows);
    const profiles = readers.flatMap((reader) => domains.map((domain) => reader.outlet(domain)));
    const outlets = await Promise.all(profiles).catch(() => null);
    if (outlets === null || readers.length < liveSegments(rows).length) return true;
    return outlets.some((outlet) => outlet !== null);
  }

  /** The live segments that can be opened, the newest first. */
  async #readers(rows: readonly BuildRow[]): Promise<Segment[]> {
    const open = await this.openSegments(await this.#deps.ledger.store(), rows);
    return open.map(({ segment }) => segment);
  }

  async #markDamaged(owner: string, segments: readonly ReadyRow[]): Promise<void> {
    const found = segments.find((segment) => segment.owner === owner);
    if (found !== undefined) await this.#deps.ledger.markDamaged(found.generation);
  }

  protected stopStep(): void {
    this.#running?.stop.abort();
  }

  /** Runs the next merge, repair or removal that is due. */
  protected async step(): Promise<boolean> {
    const planned = await this.#inTurn(() => this.#begin());
    if (planned === null) return false;
    const { running, work } = planned;
    try {
      await this.#writer.write(work, (written) =>
        this.#inTurn(() => this.#commit(running, written)),
      );
      for (const { done } of running.drops) done.resolve();
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

  /** The next merge that is due, which counts as under way from then on. */
  async #begin() {
    const { ledger, limits, now, openSpill } = this.#deps;
    const drops = [...this.#drops];
    const plan = nextMerge({
      rows: await ledger.rows(),
      limits: await limits(),
      now: now(),
      hasDrops: drops.length > 0,
    });
    if (plan === null || this.isPaused) return null;
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
  async #commit({ inputs, drops, stop }: Running, written: WrittenSegment): Promise<void> {
    const rows = await this.#deps.ledger.rows();
    const segments = liveSegments(rows);
    const now = inputs.flatMap(
      (input) => segments.find(({ generation }) => generation === input.generation) ?? [],
    );
    if (now.length < inputs.length) stop.abort();
    stop.signal.throwIfAborted();
    // What newer segments have superseded since.
    const gone = subtractDays(daysOf(inputs), daysOf(now));
    await written.commit({
      owner: inputs[0]?.owner ?? newLiveOwner(segments),
      days: subtractDays(written.days, gone),
      removeStates: drops.flatMap(({ outlets }) => outlets),
      isSameContent:
        areComplete(now, rows) && articlesIn(written.days) === articlesIn(daysOf(inputs)),
    });
    this.#drops = this.#drops.filter((drop) => !drops.includes(drop));
  }
}
