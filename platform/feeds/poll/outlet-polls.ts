import { DAY } from "../../../core/durations.ts";
import { addressToAsk } from "../../../core/feeds/poll/feed-redirect.ts";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import { knownFromOtherFeeds } from "../../../core/feeds/poll/known-items.ts";
import { pollResult } from "../../../core/feeds/poll/poll-result.ts";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";
import type { OutletSubscription } from "../../../core/outlets/subscription.ts";
import { failureOf } from "../../store/job-failure.ts";
import { failedWith } from "../reader/feed-reader-protocol.ts";
import type { Polled } from "./append-batches.ts";
import type { FeedStates } from "./feed-states.ts";
import type { PollerDeps } from "./poller-deps.ts";

/** The polls of one round: asks a feed, and keeps what several of them brought. Neither throws. */
export class OutletPolls {
  readonly #deps: PollerDeps;
  readonly #states: FeedStates;
  readonly #notAllowed: Set<string>;
  /** The states of feeds as their answers leave them, kept or not yet, by the ids of their outlets. */
  readonly #taken = new Map<string, FeedState>();

  /** @param notAllowed ids of outlets that the browser keeps the extension from: brought up to date */
  constructor(deps: PollerDeps, states: FeedStates, notAllowed: Set<string>) {
    this.#deps = deps;
    this.#states = states;
    this.#notAllowed = notAllowed;
  }

  /** @returns `null` when there is nothing to store */
  async poll(outlet: OutletSubscription, signal: AbortSignal): Promise<Polled | null> {
    const { connection, isAllowed } = this.#deps;
    try {
      if (connection() === "offline" || signal.aborted) return null;
      if (!(await isAllowed(outletPatterns(outlet)))) {
        this.#notAllowed.add(outlet.id);
        return null;
      }
      this.#notAllowed.delete(outlet.id);
      return await this.#ask(outlet, signal);
    } catch (error) {
      console.error("Second Source: feeds", error);
      return null;
    }
  }

  /**
   * Stores the results of polls. If they cannot be stored together, they are stored one by one. A feed whose articles
   * cannot be stored at all is recorded as failed, so that it does not hold up the others.
   *
   * @returns `false` when nothing can be kept: the disk is full, or the database is gone
   */
  async keep(polled: readonly Polled[]): Promise<boolean> {
    try {
      const records = polled.flatMap(({ taken }) => [...taken.records.values()]);
      await this.#states.append(
        records,
        polled.map(({ taken }) => taken.state),
        new Set(polled.flatMap(({ taken }) => [...taken.revised])),
      );
      return true;
    } catch (error) {
      console.error("Second Source: feeds", error);
      if (failureOf(error) === "disk-full") return false;
      const [first] = polled;
      if (first === undefined) return true;
      if (polled.length === 1)
        return this.#states.append([], [first.otherwise]).then(
          () => true,
          () => false,
        );
      for (const one of polled) if (!(await this.keep([one]))) return false;
      return true;
    }
  }

  async #ask(outlet: OutletSubscription, signal: AbortSignal): Promise<Polled | null> {
    const { connection, daysKept, now, random, reader, outlets } = this.#deps;
    const [known, all] = await Promise.all([this.#states.all(), outlets()]);
    const state = known.get(outlet.id) ?? null;
    const { id, name, domains } = outlet;
    const { etag = null, lastModified = null, redirect = null } = state ?? {};
    const requested = addressToAsk(outlet, redirect);
    const time = { now: now(), oldest: now() - (await daysKept()) * DAY };
    const request = { address: requested, etag, lastModified, outlet: { name, domains }, ...time };
    const answer = signal.aborted ? null : await reader.read(request, signal);
    if (answer === null || signal.aborted) return null;
    // Without a connection the failure is not the feed's.
    if (answer.kind === "failed" && connection() === "offline") return null;
    // Another feed's answer may wait to be kept.
    const stateOf = (other: string) => this.#taken.get(other) ?? known.get(other);
    const otherFeeds = knownFromOtherFeeds(outlet, all, stateOf);
    const poll = { outlet, requested, otherFeeds, now: now(), random: random() };
    const otherwise = pollResult(state, failedWith("internal"), poll).state;
    const taken = pollResult(state, answer, poll);
    this.#taken.set(id, taken.state);
    return { outlet: id, taken, otherwise };
  }
}
