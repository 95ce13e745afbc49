import { isFindingStories } from "../../core/protocol/finding-stories.ts";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { Status } from "../../core/protocol/messages.ts";
import type { Result } from "../../core/protocol/result.ts";

/** How often the background is asked while something is under way, ms. */
const BUSY_MS = 500;
/** How often while a deleted data set can be restored: its Undo disappears so much late at most, ms. */
const DELETED_MS = 1000;
/** How often while live outlets are only waiting for their next poll, ms. */
const WAITING_MS = 30_000;

interface Polling<Value> {
  readonly ask: () => Promise<Result<Value>>;
  /** Milliseconds until the next request; `null` if the value does not change by itself. */
  readonly delayAfter: (value: Value) => number | null;
  /** Whether to ask also while the page is hidden. */
  readonly isAskedWhileHidden: boolean;
}

/** A value of the background that is asked for again as long as it changes by itself. */
class PolledValue<Value> {
  readonly #polling: Polling<Value>;
  #delay: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listener: ((answer: Result<Value>) => void) | null = null;

  constructor(polling: Polling<Value>) {
    this.#polling = polling;
  }

  /** Calls the listener with the value now, whenever the page is shown again, and as it changes. */
  readonly subscribe = (listener: (answer: Result<Value>) => void): (() => void) => {
    this.#listener = listener;
    const onVisibilityChange = () => {
      if (document.visibilityState === "visible") void this.#ask();
    };
    document.addEventListener("visibilitychange", onVisibilityChange);
    void this.#ask();
    return () => {
      this.#listener = null;
      clearTimeout(this.#timer);
      document.removeEventListener("visibilitychange", onVisibilityChange);
    };
  };

  /** Schedules the next request by the latest value, whoever asked for it. */
  schedule(value: Value): void {
    this.#delay = this.#polling.delayAfter(value);
    this.#startTimer();
  }

  #startTimer(): void {
    clearTimeout(this.#timer);
    if (this.#listener === null || this.#delay === null) return;
    this.#timer = setTimeout(() => {
      if (this.#polling.isAskedWhileHidden || document.visibilityState === "visible")
        void this.#ask();
    }, this.#delay);
  }

  async #ask(): Promise<void> {
    const answer = await this.#polling.ask();
    this.#listener?.(answer);
    if (answer.ok) this.schedule(answer.value);
    else {
      // On a full disk the answer may fail just when an import begins: without another request the page would never
      // show the import and its failure.
      this.#delay ??= BUSY_MS;
      this.#startTimer();
    }
  }
}

/** The status and the live status, as subscriptions. */
export function pollForUpdates(ask: {
  readonly status: () => Promise<Result<Status>>;
  readonly liveStatus: () => Promise<Result<LiveStatus>>;
}) {
  const status = new PolledValue({
    ask: ask.status,
    delayAfter: delayAfterStatus,
    isAskedWhileHidden: true,
  });
  const liveStatus = new PolledValue({
    ask: ask.liveStatus,
    delayAfter: delayAfterLiveStatus,
    isAskedWhileHidden: false,
  });
  return {
    subscribeToStatus: status.subscribe,
    subscribeToLiveStatus: liveStatus.subscribe,
    /** To be called with each answer of the background: what it says may be about to change. */
    onAnswer(answer: Result<unknown>) {
      if (!answer.ok) return;
      if (isStatus(answer.value)) status.schedule(answer.value);
      if (isLiveStatus(answer.value)) liveStatus.schedule(answer.value);
    },
  };
}

function delayAfterStatus({ job, dataSets, deleted }: Status): number | null {
  const isBuilding = dataSets.some(
    (dataSet) => dataSet.health === "rebuilding" || isFindingStories(dataSet),
  );
  if (job?.state === "running" || isBuilding) return BUSY_MS;
  return deleted.length > 0 ? DELETED_MS : null;
}

function delayAfterLiveStatus({ round, outlets }: LiveStatus): number {
  return round !== null || outlets.some(({ isPolling }) => isPolling) ? BUSY_MS : WAITING_MS;
}

function isStatus(value: unknown): value is Status {
  return typeof value === "object" && value !== null && "dataSets" in value && "job" in value;
}

function isLiveStatus(value: unknown): value is LiveStatus {
  return typeof value === "object" && value !== null && "outlets" in value && "round" in value;
}
