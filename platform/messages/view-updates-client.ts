import browser, { type Runtime } from "webextension-polyfill";
import { isPolling } from "../../core/protocol/changing-by-itself.ts";
import type { ViewSubscription } from "../../core/protocol/view-subscription.ts";
import {
  BACKGROUND_STARTED,
  UPDATES_OF,
  type UpdateType,
  VIEW_PORT,
  type ViewUpdate,
  type ViewUpdates,
} from "../../core/protocol/view-updates.ts";

/** A background that is just being suspended closes a new port at once; ms. */
const RETRY_AFTER_MS = 150;
/** By then the answer that a change leads to has arrived, ms. */
const LONGEST_WAIT_MS = 2000;

type Listener<Type extends UpdateType> = (result: ViewUpdates[Type]) => void;

/**
 * A view's end of its port to the background: what the view shows comes over it, at first and after each change.
 *
 * The browser stops an idle background, which closes the port. Nothing changes while it is stopped, so the view does
 * not wake it: it connects again when it is shown the next time, or when the next background announces an update.
 * Only if the background ended during a job or a poll that the view shows, it connects at once, since the user should
 * learn that the job was interrupted.
 */
export class ViewUpdatesClient {
  readonly #subscription: ViewSubscription;
  readonly #listeners = new Map<UpdateType, Set<(result: never) => void>>();
  readonly #last = new Map<UpdateType, ViewUpdate>();
  #port: Runtime.Port | null = null;
  /** Whether the port has brought anything yet. */
  #isAnswered = false;
  /** Counts connections in a row that were closed without an answer. */
  #failures = 0;
  readonly #stop = new AbortController();

  constructor(subscription: ViewSubscription) {
    this.#subscription = subscription;
    const connectWhenShown = () => {
      if (this.#port === null && document.visibilityState === "visible") this.#connect();
    };
    const { signal } = this.#stop;
    document.addEventListener("visibilitychange", connectWhenShown, { signal });
    // Out of the back/forward cache, which closes ports.
    addEventListener("pageshow", connectWhenShown, { signal });
    const onMessage = (message: unknown) => {
      if ((message as { type?: unknown } | null)?.type === BACKGROUND_STARTED) connectWhenShown();
      return undefined;
    };
    browser.runtime.onMessage.addListener(onMessage);
    signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(onMessage));
    this.#connect();
  }

  /** Ends the connection: nothing comes any more. */
  dispose(): void {
    this.#stop.abort();
    this.#listeners.clear();
    this.#port?.disconnect();
  }

  /**
   * Calls `listener` with each update of a type, and with the last one if there was any.
   *
   * @returns ends it
   */
  on<Type extends UpdateType>(type: Type, listener: Listener<Type>): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener as (result: never) => void));
    const last = this.#last.get(type);
    if (last !== undefined) listener(last.result as ViewUpdates[Type]);
    return () => listeners.delete(listener as (result: never) => void);
  }

  /**
   * Settles with the next update of a type, or after a moment without one: then the action has changed nothing that
   * is shown.
   */
  next(type: UpdateType): Promise<void> {
    const before = this.#last.get(type);
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(end, LONGEST_WAIT_MS);
      const stop = this.on(type, () => {
        if (this.#last.get(type) !== before) end();
      });
    });
  }

  /** Requests all updates again. */
  refresh(): void {
    if (this.#port === null) this.#connect();
    else this.#port.postMessage(this.#subscription);
  }

  #connect(): void {
    const port = browser.runtime.connect({ name: VIEW_PORT });
    this.#port = port;
    this.#isAnswered = false;
    port.onMessage.addListener((message) => {
      this.#isAnswered = true;
      this.#failures = 0;
      // It comes from the extension's own background, so its shape is the protocol's.
      this.#receive(message as ViewUpdate);
    });
    port.onDisconnect.addListener(() => {
      this.#port = null;
      if (this.#stop.signal.aborted) return;
      if (this.#isAnswered && !this.#showsWork()) return;
      if (this.#failures++ === 0)
        setTimeout(() => {
          if (this.#port === null && !this.#stop.signal.aborted) this.#connect();
        }, RETRY_AFTER_MS);
      else this.#fail();
    });
    port.postMessage(this.#subscription);
  }

  /** Whether the view shows a job, a poll or a search for stories as under way. */
  #showsWork(): boolean {
    const status = this.#last.get("status")?.result as ViewUpdates["status"] | undefined;
    const outlets = this.#last.get("outlets")?.result as ViewUpdates["outlets"] | undefined;
    const today = this.#last.get("today")?.result as ViewUpdates["today"] | undefined;
    return (
      (today?.ok === true && today.value.progress !== null) ||
      (status?.ok === true && status.value.job?.state === "running") ||
      (outlets?.ok === true && isPolling(outlets.value))
    );
  }

  /** Reports the updates that have not arrived as unavailable. */
  #fail(): void {
    this.#failures = 0;
    const result = { ok: false, failure: "unavailable" } as const;
    for (const type of UPDATES_OF[this.#subscription.view])
      if (!this.#last.get(type)?.result.ok) this.#receive({ type, result });
  }

  #receive(update: ViewUpdate): void {
    this.#last.set(update.type, update);
    for (const listener of this.#listeners.get(update.type) ?? []) listener(update.result as never);
  }
}
