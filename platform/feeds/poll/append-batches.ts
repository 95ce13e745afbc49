import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import type { PollResult } from "../../../core/feeds/poll/poll-result.ts";

/** What a poll of an outlet brought. */
export interface Polled {
  readonly outlet: string;
  readonly taken: PollResult;
  /** The state of its feed when that cannot be kept. */
  readonly otherwise: FeedState;
}

/** Answers that are appended together at most, and how long the first of them waits, ms. */
const MAX_TOGETHER = 20;
const MAX_WAIT_MS = 5000;

/**
 * Gathers the results of polls and appends several at a time, one batch after the other, since each append makes a
 * segment of live articles.
 */
export class AppendBatches {
  readonly #append: (polled: readonly Polled[]) => Promise<void>;
  #waiting: Polled[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param append does not throw */
  constructor(append: (polled: readonly Polled[]) => Promise<void>) {
    this.#append = append;
  }

  add(polled: Polled): void {
    this.#waiting.push(polled);
    if (this.#waiting.length >= MAX_TOGETHER) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), MAX_WAIT_MS);
  }

  /** Appends what has been gathered; settles when that and everything before it is stored. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const polled = this.#waiting.splice(0);
    if (polled.length > 0) this.#last = this.#last.then(() => this.#append(polled));
    return this.#last;
  }
}
