import type { OutletSubscription } from "../../../core/outlets/subscription.ts";
import { AppendBatches } from "./append-batches.ts";
import type { OutletPolls } from "./outlet-polls.ts";

/** Feeds that are polled at the same time at most. */
const MAX_AT_ONCE = 4;

interface PollUnderWay {
  readonly stop: AbortController;
  readonly answered: PromiseWithResolvers<void>;
}

/** Some outlets that are polled, a few at a time; more may be added until it is over. */
export class PollRound {
  readonly #polls: OutletPolls;
  readonly #batches: AppendBatches;
  readonly #ended = Promise.withResolvers<void>();
  #queue: OutletSubscription[] = [];
  /** The polls by the ids of their outlets, from the request until the result is stored. */
  readonly #underWay = new Map<string, PollUnderWay>();
  #running = 0;
  #done = 0;
  #total = 0;
  #isOver = false;
  #isCutShort = false;

  constructor(polls: OutletPolls) {
    this.#polls = polls;
    this.#batches = new AppendBatches(async (polled) => {
      if (!(await polls.keep(polled))) this.stop();
      for (const { outlet } of polled) this.#underWay.delete(outlet);
    });
  }

  get done(): number {
    return this.#done;
  }
  get total(): number {
    return this.#total;
  }
  /** Settles when all are polled and kept. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }
  get isOver(): boolean {
    return this.#isOver;
  }
  /** Whether it was stopped. */
  get isCutShort(): boolean {
    return this.#isCutShort;
  }

  has(outlet: string): boolean {
    return this.#underWay.has(outlet);
  }

  /** Those that are in it already are not polled twice. */
  add(outlets: readonly OutletSubscription[]): void {
    for (const outlet of outlets) {
      if (this.#underWay.has(outlet.id)) continue;
      const answered = Promise.withResolvers<void>();
      this.#underWay.set(outlet.id, { stop: new AbortController(), answered });
      this.#queue.push(outlet);
      this.#total++;
    }
    this.#pollNext();
  }

  /** Ends it, because the user wants it or nothing can be stored; answers that have arrived are kept. */
  stop(): void {
    this.#isCutShort = true;
    void this.cancel(new Set(this.#underWay.keys()));
  }

  /** Ends the polls of some outlets; settles when nothing more of them will be kept. */
  async cancel(outlets: ReadonlySet<string>): Promise<void> {
    const left = this.#queue.filter(({ id }) => outlets.has(id));
    this.#queue = this.#queue.filter(({ id }) => !outlets.has(id));
    this.#total -= left.length;
    for (const { id } of left) this.#settle(id, false);
    const underWay = [...this.#underWay].filter(([id]) => outlets.has(id));
    for (const [, { stop }] of underWay) stop.abort();
    await Promise.all(underWay.map(([, { answered }]) => answered.promise));
    await this.#batches.flush();
  }

  #pollNext(): void {
    while (this.#running < MAX_AT_ONCE) {
      const outlet = this.#queue.shift();
      if (outlet === undefined) break;
      void this.#poll(outlet);
    }
    if (this.#running === 0) void this.#end();
  }

  async #poll(outlet: OutletSubscription): Promise<void> {
    const underWay = this.#underWay.get(outlet.id);
    if (underWay === undefined) return;
    this.#running++;
    const polled = await this.#polls.poll(outlet, underWay.stop.signal);
    if (polled !== null) this.#batches.add(polled);
    this.#settle(outlet.id, polled !== null);
    this.#running--;
    this.#done++;
    this.#pollNext();
  }

  #settle(outlet: string, isToBeKept: boolean): void {
    this.#underWay.get(outlet)?.answered.resolve();
    if (!isToBeKept) this.#underWay.delete(outlet);
  }

  async #end(): Promise<void> {
    await this.#batches.flush();
    if (this.#running > 0 || this.#queue.length > 0) return;
    this.#isOver = true;
    this.#ended.resolve();
  }
}
