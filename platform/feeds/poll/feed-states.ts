import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { Once } from "../../store/once.ts";
import type { LiveSink } from "../live/live-sink.ts";

/** The states of all feeds, by the ids of their outlets: read once, and kept up to date. */
export class FeedStates {
  readonly #sink: Pick<LiveSink, "append">;
  readonly #states: Once<Map<string, FeedState>>;

  constructor(sink: Pick<LiveSink, "states" | "append">) {
    this.#sink = sink;
    this.#states = new Once(
      async () => new Map((await sink.states()).map((state) => [state.outlet, state])),
    );
  }

  all(): Promise<ReadonlyMap<string, FeedState>> {
    return this.#states.get();
  }

  /** Reads them again at the next use: other code may have changed them. */
  forget(): void {
    this.#states.forget();
  }

  /** Keeps articles and the states of the feeds they are from, all or nothing; see `LiveSink.append`. */
  async append(
    records: readonly ArticleRecord[],
    states: readonly FeedState[],
    revised?: ReadonlySet<string>,
  ): Promise<void> {
    await this.#sink.append(records, states, revised);
    const known = await this.#states.get();
    for (const state of states) known.set(state.outlet, state);
  }
}
