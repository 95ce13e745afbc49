import type { OutletSubscription } from "../../../core/outlets/subscription.ts";
import { AppendBatches } from "./append-batches.ts";
import type { OutletPolls } from "./outlet-polls.ts";

/** Feeds that are polled at the same time at most. */
const MAX_AT_ONCE = 4;

interface Asked {
  readonly stop: AbortController;
  readonly answered: PromiseWithResolvers<void>;
}

/** Some outlets that are polled, a few at a time; more may be added until it is over. */
export class PollRound {
  readonly #polls: OutletPolls;
  readonly #batches: AppendBatches;
  readonly #ended = Promise.withResolvers<void>();
  #queue: OutletSubscription[] = [];
  /** From when they are asked for until what they brought is kept. */
  readonly #asked = new Map<string, Asked>();
  #running = 0;
  #done = 0;
  #total = 0;
  #isOver = false;
  #isCutShort = false;

  constructor(polls: OutletPolls) {
    this.#polls = polls;
    this.#batches = new AppendBatches(async (polled) => {
      if (!(await polls.keep(polled))) this.stop();
      for (const { outlet } of polled) this.#asked.delete(outlet);
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
  /** It was stopped. */
  get isCutShort(): boolean {
    return this.#isCutShort;
  }

  has(outlet: string): boolean {
    return this.#asked.has(outlet);
  }

  /** Those that are in it already are not polled twice. */
  add(outlets: readonly OutletSubscription[]): void {
    for (const outlet of outlets) {
      if (this.#asked.has(outlet.id)) continue;
      const answered = Promise.withResolvers<void>();
      this.#asked.set(outlet.id, { stop: new AbortController(), answered });
      this.#queue.push(outlet);
      this.#total++;
    }
    this.#pollNext();
  }

  /** Ends it, also when nothing can be kept; what was answered by now is kept. */
  stop(): void {
    this.#isCutShort = true;
    void this.cancel(new Set(this.#asked.keys()));
  }

  /** Ends the polls of some outlets; settles when nothing more of them will be kept. */
  async cancel(outlets: ReadonlySet<string>): Promise<void> {
    const left = this.#queue.filter(({ id }) => outlets.has(id));
    this.#queue = this.#queue.filter(({ id }) => !outlets.has(id));
    this.#total -= left.length;
    for (const { id } of left) this.#settle(id, false);
    const asked = [...this.#asked].filter(([id]) => outlets.has(id));
    for (const [, { stop }] of asked) stop.abort();
    await Promise.all(asked.map(([, { answered }]) => answered.promise));
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
    const asked = this.#asked.get(outlet.id);
    if (asked === undefined) return;
    this.#running++;
    const polled = await this.#polls.poll(outlet, asked.stop.signal);
    if (polled !== null) this.#batches.add(polled);
    this.#settle(outlet.id, polled !== null);
    this.#running--;
    this.#done++;
    this.#pollNext();
  }

  #settle(outlet: string, isToBeKept: boolean): void {
    this.#asked.get(outlet)?.answered.resolve();
    if (!isToBeKept) this.#asked.delete(outlet);
  }

  async #end(): Promise<void> {
    await this.#batches.flush();
    if (this.#running > 0 || this.#queue.length > 0) return;
    this.#isOver = true;
    this.#ended.resolve();
  }
}
