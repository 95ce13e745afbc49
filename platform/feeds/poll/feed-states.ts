import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { LiveSink } from "../live/live-sink.ts";

/** The states of all feeds, by the ids of their outlets: read once, and kept up to date. */
export class FeedStates {
  readonly #sink: Pick<LiveSink, "states" | "append">;
  #states: Promise<Map<string, FeedState>> | null = null;

  constructor(sink: Pick<LiveSink, "states" | "append">) {
    this.#sink = sink;
  }

  async all(): Promise<ReadonlyMap<string, FeedState>> {
    return this.#read();
  }

  /** Has them read again: something else may have changed them. */
  forget(): void {
    this.#states = null;
  }

  /** Keeps articles and the states of the feeds they are from, all or nothing. */
  async append(records: readonly ArticleRecord[], states: readonly FeedState[]): Promise<void> {
    await this.#sink.append(records, states);
    const known = await this.#read();
    for (const state of states) known.set(state.outlet, state);
  }

  #read(): Promise<Map<string, FeedState>> {
    if (this.#states === null) {
      const reading = this.#sink
        .states()
        .then((states) => new Map(states.map((state) => [state.outlet, state])));
      reading.catch(() => {
        if (this.#states === reading) this.#states = null;
      });
      this.#states = reading;
    }
    return this.#states;
  }
}
