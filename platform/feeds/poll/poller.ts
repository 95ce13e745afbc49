import { MINUTE } from "../../../core/durations.ts";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import { newFeedState } from "../../../core/feeds/poll/feed-state.ts";
import { dueAt, POLLED_TOGETHER_MS } from "../../../core/feeds/poll/poll-schedule.ts";
import type { OutletSubscription } from "../../../core/outlets/subscription.ts";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { reportError } from "../../report-error.ts";
import { FeedStates } from "./feed-states.ts";
import { OutletPolls } from "./outlet-polls.ts";
import { PollRound } from "./poll-round.ts";
import type { PollerDeps } from "./poller-deps.ts";

/** The background is woken no more often than this, ms. */
const WAKE_EVERY = 5 * MINUTE;
/** Until what is due is polled again where there is no connection, and after a round that was stopped, ms. */
const WAIT_OFFLINE = 15 * MINUTE;
const WAIT_AFTER_STOP = 30 * MINUTE;
/** ms */
const STAY_AWAKE_EVERY = 5000;

/**
 * Polls the feeds of the outlets that the user picked. Only the alarm and the user's own clicks start that: a worker
 * that a page has woken polls nothing, or the time of a request would tell when somebody reads. What a poll brings is
 * stored in one transaction with the state of its feed, so if a worker is killed, each feed's poll was either stored
 * completely or did not happen.
 */
export class Poller {
  readonly #deps: PollerDeps;
  readonly #states: FeedStates;
  #round: PollRound | null = null;
  #lastRound: Promise<void> = Promise.resolve();
  /** Outlets onto whose sites the browser did not let the extension when they were due. */
  readonly #notAllowed = new Set<string>();

  constructor(deps: PollerDeps) {
    this.#deps = deps;
    this.#states = new FeedStates(deps.sink);
  }

  /** Sets the alarm when it is gone, as it may be after the browser's start; polls nothing. */
  async start(): Promise<void> {
    const { alarm, now, outlets, random } = this.#deps;
    if (this.#round !== null || (await alarm.get()) !== null) return;
    if (!(await outlets()).some(isToBePolled)) return;
    // Not right after the start, or the time of the request would show when the browser was started.
    await alarm.set(now() + WAKE_EVERY * (0.5 + random()));
  }

  /**
   * Begins to poll what is due.
   *
   * @param isBack there was no connection before: what could not be reached without one is due too
   */
  async pollDue({ isBack = false } = {}): Promise<void> {
    const { alarm, connection, now } = this.#deps;
    // A worker that is killed from here on is followed by one that continues.
    await alarm.set(now() + WAKE_EVERY);
    if (this.#round === null) this.#states.forget();
    if (connection() !== "ok") return this.#setAlarm(now() + WAIT_OFFLINE);
    await this.#setAlarm(now() + WAKE_EVERY);
    const states = await this.states();
    const isDue = ({ outlet, at }: Due) => {
      const { failure, lastPollAt } = states.get(outlet.id) ?? {};
      const missed = failure === "unreachable" ? (lastPollAt ?? 0) + outlet.every * MINUTE : at;
      return Math.min(at, isBack ? missed : at) <= now() + POLLED_TOGETHER_MS;
    };
    this.#startPolls((await this.#waiting()).filter(isDue).map(({ outlet }) => outlet));
  }

  /**
   * Begins to poll outlets because the user wants it, on a metered connection too.
   *
   * @param ids `null`: all that are not paused and whose servers have not asked for a pause (`Retry-After`)
   */
  async pollNow(ids: readonly string[] | null): Promise<void> {
    const { connection, outlets, now } = this.#deps;
    if (this.#round === null) this.#states.forget();
    if (connection() === "offline") return;
    const states = await this.states();
    const isToWait = ({ id, isPaused }: OutletSubscription) => {
      const state = states.get(id);
      const until = state?.failure === "too-often" ? state.nextPollAt : state?.notBefore;
      return isPaused || (until ?? 0) > now();
    };
    const picked = (await outlets()).filter(({ removedAt }) => removedAt === null);
    const wanted = picked.filter((one) => (ids === null ? !isToWait(one) : ids.includes(one.id)));
    await this.#setAlarm(now() + WAKE_EVERY);
    this.#startPolls(wanted);
  }

  /** The browser lets the extension onto more sites than before. */
  async onAllowed(): Promise<void> {
    this.#notAllowed.clear();
    await this.pollDue();
  }

  /** The list of outlets has changed. A round that is under way takes that into account at its end. */
  async onChange(): Promise<void> {
    if (this.#round !== null) return;
    await this.#setAlarm(this.#deps.now() + WAKE_EVERY);
    await this.#publishStates();
  }

  /** Ends the round; what was answered until now is kept. */
  stop(): void {
    this.#round?.stop();
  }

  /** Takes out the articles of some domains, and what is known of the feeds of outlets, by their ids. */
  async drop(domains: readonly string[], outlets: readonly string[]): Promise<void> {
    await this.#round?.cancel(new Set(outlets));
    await this.#deps.sink.drop(domains, outlets);
    this.#states.forget();
  }

  /** Ends polls of some outlets. */
  async cancel(outlets: readonly string[]): Promise<void> {
    await this.#round?.cancel(new Set(outlets));
  }

  /** Settles when no round is under way. */
  async idle(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#lastRound;
      await last;
    } while (last !== this.#lastRound);
  }

  /** The round that is under way, and what polling waits for. */
  status(): Pick<LiveStatus, "round" | "waitsFor"> & { isPolling(id: string): boolean } {
    const connection = this.#deps.connection();
    const round = this.#round;
    return {
      round: round && { done: round.done, total: round.total },
      waitsFor:
        connection === "offline"
          ? "connection"
          : connection === "saving-data"
            ? "unmetered-connection"
            : null,
      isPolling: (id) => round?.has(id) ?? false,
    };
  }

  /** The states of all feeds, by the ids of their outlets. */
  states(): Promise<ReadonlyMap<string, FeedState>> {
    return this.#states.all();
  }

  /** The outlets that are polled, and when each is due. */
  async #waiting(): Promise<Due[]> {
    const { outlets, browserStart, now } = this.#deps;
    const [all, states, started] = await Promise.all([outlets(), this.states(), browserStart()]);
    return all
      .filter((outlet) => isToBePolled(outlet) && !this.#notAllowed.has(outlet.id))
      .map((outlet) => {
        const state = states.get(outlet.id) ?? null;
        return { outlet, at: dueAt(outlet.id, state, { now: now(), started }) };
      });
  }

  async #setAlarm(notBefore: number): Promise<void> {
    const waiting = await this.#waiting();
    const first = waiting.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    await this.#deps.alarm.set(waiting.length === 0 ? null : Math.max(first, notBefore));
  }

  #startPolls(outlets: readonly OutletSubscription[]): void {
    if (outlets.length === 0) return;
    if (this.#round?.isOver === false) {
      this.#round.add(outlets);
      this.#deps.onRound();
      return;
    }
    const round = new PollRound(new OutletPolls(this.#deps, this.#states, this.#notAllowed));
    this.#round = round;
    this.#lastRound = this.#finish(round).catch(reportError("feeds"));
    round.add(outlets);
    this.#deps.onRound();
  }

  async #finish(round: PollRound): Promise<void> {
    const { now, reader, stayAwake } = this.#deps;
    const timer = setInterval(stayAwake, STAY_AWAKE_EVERY);
    await round.ended;
    clearInterval(timer);
    if (this.#round !== round) return;
    this.#round = null;
    await reader.close();
    const next = now() + (round.isCutShort ? WAIT_AFTER_STOP : WAKE_EVERY);
    if (round.isCutShort) await this.#postpone(next).catch(reportError("feeds"));
    await this.#setAlarm(next);
    await this.#publishStates();
  }

  /** Moves polls that are due before `until` to `until`, so that the options show the right time. */
  async #postpone(until: number): Promise<void> {
    const known = await this.states();
    const due = (await this.#waiting()).filter(({ at }) => at < until);
    const states = due.map(({ outlet: { id } }) => ({
      ...(known.get(id) ?? newFeedState(id, until)),
      nextPollAt: until,
    }));
    await this.#states.append([], states);
  }

  async #publishStates(): Promise<void> {
    await this.#deps.onStates([...(await this.states()).values()]);
  }
}

interface Due {
  readonly outlet: OutletSubscription;
  /** ms since 1970. */
  readonly at: number;
}

function isToBePolled({ removedAt, isPaused }: OutletSubscription): boolean {
  return removedAt === null && !isPaused;
}
