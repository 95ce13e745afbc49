import { addressToAsk } from "../../../core/feeds/poll/feed-redirect.ts";
import { type FeedState, newFeedState } from "../../../core/feeds/poll/feed-state.ts";
import { knownFromOtherFeeds } from "../../../core/feeds/poll/known-items.ts";
import { type PollResult, pollResult } from "../../../core/feeds/poll/poll-result.ts";
import { dueAt, POLLED_TOGETHER_MS } from "../../../core/feeds/poll/poll-schedule.ts";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";
import type { OutletSubscription } from "../../../core/outlets/subscription.ts";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { failedWith } from "../reader/feed-reader-protocol.ts";
import type { Polled } from "./append-batches.ts";
import { keepPolled } from "./keep-polled.ts";
import { PollRound } from "./poll-round.ts";
import type { PollerSurroundings } from "./poller-surroundings.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The background is woken no more often than this, ms. */
const WAKE_EVERY = 5 * MINUTE;
/** The next look while there is no connection, and after a round that was cut short, ms. */
const WAIT_OFFLINE = 15 * MINUTE;
const WAIT_AFTER_STOP = 30 * MINUTE;
/** The background is kept awake so often, ms; a browser takes it for idle after half a minute. */
const STAY_AWAKE_EVERY = 5000;

/**
 * Polls the feeds of the outlets that the reader picked. When that happens is for the alarm and the reader's
 * own clicks to say: a worker that a page has woken polls nothing, or the time of a request would tell
 * when somebody reads. What a poll brings is kept in one transaction with the state of its feed, so a
 * worker that is killed leaves each feed as if it had been polled or as if not.
 */
export class Poller {
  readonly #surroundings: PollerSurroundings;
  #round: PollRound | null = null;
  #lastRound: Promise<void> = Promise.resolve();
  #states: Promise<Map<string, FeedState>> | null = null;
  /** All outlets, as of the last look. */
  #outlets: readonly OutletSubscription[] = [];
  /** Outlets onto whose sites the browser did not let the extension when they were due. */
  readonly #notAllowed = new Set<string>();

  constructor(surroundings: PollerSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Sets the alarm when it is gone, as it may be after the browser's start; polls nothing. */
  async start(): Promise<void> {
    const { alarm, now, outlets, random } = this.#surroundings;
    if (this.#round !== null || (await alarm.get()) !== null) return;
    if (!(await outlets()).some(isToBePolled)) return;
    // Not so soon after the start that it would tell of it.
    await alarm.set(now() + WAKE_EVERY * (0.5 + random()));
  }

  /**
   * Begins to poll what is due.
   *
   * @param isBack there was no connection before: what could not be reached for want of one is due too
   */
  async pollDue({ isBack = false } = {}): Promise<void> {
    const { alarm, connection, now } = this.#surroundings;
    // A worker that is killed from here on is followed by one that goes on.
    await alarm.set(now() + WAKE_EVERY);
    if (this.#round === null) this.#states = null;
    if (connection() !== "ok") return this.#setAlarm(now() + WAIT_OFFLINE);
    await this.#setAlarm(now() + WAKE_EVERY);
    const states = await this.states();
    const isDue = ({ outlet, at }: Due) => {
      const { failure, lastPollAt } = states.get(outlet.id) ?? {};
      const missed = failure === "unreachable" ? (lastPollAt ?? 0) + outlet.every * MINUTE : at;
      return Math.min(at, isBack ? missed : at) <= now() + POLLED_TOGETHER_MS;
    };
    this.#ask((await this.#waiting()).filter(isDue).map(({ outlet }) => outlet));
  }

  /**
   * Begins to poll outlets because the reader wants it, on a metered connection too.
   *
   * @param ids `null`: all that are not paused and whose servers have not told the extension to come back later
   */
  async pollNow(ids: readonly string[] | null): Promise<void> {
    const { connection, outlets, now } = this.#surroundings;
    if (this.#round === null) this.#states = null;
    if (connection() === "offline") return;
    const states = await this.states();
    const isToWait = ({ id, isPaused }: OutletSubscription) => {
      const state = states.get(id);
      const until = state?.failure === "too-often" ? state.nextPollAt : state?.notBefore;
      return isPaused || (until ?? 0) > now();
    };
    const picked = (await outlets()).filter(({ removedAt }) => removedAt === null);
    const asked = picked.filter((one) => (ids === null ? !isToWait(one) : ids.includes(one.id)));
    await this.#setAlarm(now() + WAKE_EVERY);
    this.#ask(asked);
  }

  /** The browser lets the extension onto more sites than before. */
  async onAllowed(): Promise<void> {
    this.#notAllowed.clear();
    await this.pollDue();
  }

  /** The list of outlets has changed; what that means for a round is for its end. */
  async onChange(): Promise<void> {
    if (this.#round !== null) return;
    await this.#setAlarm(this.#surroundings.now() + WAKE_EVERY);
    await this.#tell();
  }

  /** Ends the round; what was answered by then is kept. */
  stop(): void {
    this.#round?.stop();
  }

  /** Takes out the articles of some domains, and what is known of the feeds of outlets, by their ids. */
  async drop(domains: readonly string[], outlets: readonly string[]): Promise<void> {
    await this.#round?.cancel(new Set(outlets));
    await this.#surroundings.sink.drop(domains, outlets);
    this.#states = null;
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

  /** What is going on. */
  status(): Pick<LiveStatus, "round" | "waitsFor"> & { isPolling(id: string): boolean } {
    const connection = this.#surroundings.connection();
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
  async states(): Promise<ReadonlyMap<string, FeedState>> {
    return this.#known();
  }

  #known(): Promise<Map<string, FeedState>> {
    if (this.#states === null) {
      const reading = this.#surroundings.sink
        .states()
        .then((states) => new Map(states.map((state) => [state.outlet, state])));
      reading.catch(() => {
        if (this.#states === reading) this.#states = null;
      });
      this.#states = reading;
    }
    return this.#states;
  }

  /** The outlets that are polled by and by, and when. */
  async #waiting(): Promise<Due[]> {
    const { outlets, browserStart, now } = this.#surroundings;
    const [all, states, started] = await Promise.all([outlets(), this.states(), browserStart()]);
    this.#outlets = all;
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
    await this.#surroundings.alarm.set(waiting.length === 0 ? null : Math.max(first, notBefore));
  }

  #ask(outlets: readonly OutletSubscription[]): void {
    if (outlets.length === 0) return;
    if (this.#round?.isOver === false) {
      this.#round.add(outlets);
      return;
    }
    const round: PollRound = new PollRound({
      poll: (outlet, signal) => this.#poll(outlet, signal),
      keep: async (polled) => {
        if (!(await keepPolled(polled, (answers) => this.#append(answers)))) round.stop();
      },
    });
    this.#round = round;
    this.#lastRound = this.#seeThrough(round).catch(report);
    round.add(outlets);
  }

  async #seeThrough(round: PollRound): Promise<void> {
    const { now, reader, stayAwake } = this.#surroundings;
    const timer = setInterval(stayAwake, STAY_AWAKE_EVERY);
    await round.ended;
    clearInterval(timer);
    if (this.#round !== round) return;
    this.#round = null;
    await reader.rest();
    const next = now() + (round.isCutShort ? WAIT_AFTER_STOP : WAKE_EVERY);
    if (round.isCutShort) await this.#putOff(next).catch(report);
    await this.#setAlarm(next);
    await this.#tell();
  }

  /** What would be due before is due then: what is said of the next poll is so. */
  async #putOff(until: number): Promise<void> {
    const known = await this.#known();
    const due = (await this.#waiting()).filter(({ at }) => at < until);
    const states = due.map(({ outlet: { id } }) => ({
      ...(known.get(id) ?? newFeedState(id, until)),
      nextPollAt: until,
    }));
    await this.#surroundings.sink.append([], states);
    for (const state of states) known.set(state.outlet, state);
  }

  async #tell(): Promise<void> {
    await this.#surroundings.onStates([...(await this.#known()).values()]);
  }

  async #poll(outlet: OutletSubscription, signal: AbortSignal): Promise<Polled | null> {
    const { connection, daysKept, isAllowed, now, random, reader } = this.#surroundings;
    try {
      if (connection() === "offline" || signal.aborted) return null;
      if (!(await isAllowed(outletPatterns(outlet)))) {
        this.#notAllowed.add(outlet.id);
        return null;
      }
      this.#notAllowed.delete(outlet.id);
      const known = await this.#known();
      const state = known.get(outlet.id) ?? null;
      const { id, name, domain } = outlet;
      const { etag = null, lastModified = null, redirect = null } = state ?? {};
      const asked = addressToAsk(outlet, redirect);
      const time = { now: now(), oldest: now() - (await daysKept()) * DAY };
      const request = { address: asked, etag, lastModified, outlet: { name, domain }, ...time };
      const answer = signal.aborted ? null : await reader.read(request, signal);
      if (answer === null || signal.aborted) return null;
      // Without a connection the failure is not the feed's.
      if (answer.kind === "failed" && connection() === "offline") return null;
      // Another feed's answer may wait to be kept.
      const stateOf = (id: string) => this.#round?.taken.get(id) ?? known.get(id);
      const otherFeeds = knownFromOtherFeeds(outlet, this.#outlets, stateOf);
      const poll = { outlet, asked, otherFeeds, now: now(), random: random() };
      const otherwise = pollResult(state, failedWith("internal"), poll).state;
      const taken = pollResult(state, answer, poll);
      this.#round?.taken.set(id, taken.state);
      return { outlet: id, taken, otherwise };
    } catch (error) {
      report(error);
      return null;
    }
  }

  async #append(answers: readonly PollResult[]): Promise<void> {
    const records = answers.flatMap((answer) => [...answer.records.values()]);
    const states = answers.map(({ state }) => state);
    await this.#surroundings.sink.append(records, states);
    const known = await this.#known();
    for (const state of states) known.set(state.outlet, state);
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

function report(error: unknown): void {
  console.error("Second Source: feeds", error);
}
