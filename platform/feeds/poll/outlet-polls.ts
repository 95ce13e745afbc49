import { addressToAsk } from "../../../core/feeds/poll/feed-redirect.ts";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import { knownFromOtherFeeds } from "../../../core/feeds/poll/known-items.ts";
import { type PollResult, pollResult } from "../../../core/feeds/poll/poll-result.ts";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";
import type { OutletSubscription } from "../../../core/outlets/subscription.ts";
import { failedWith } from "../reader/feed-reader-protocol.ts";
import type { Polled } from "./append-batches.ts";
import type { FeedStates } from "./feed-states.ts";
import { keepPolled } from "./keep-polled.ts";
import type { PollerDeps } from "./poller-deps.ts";

const DAY = 24 * 60 * 60_000;

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

  /** @returns `null` when it came to nothing that is to be kept */
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

  /** @returns `false` when nothing can be kept: the disk is full, or the database is gone */
  keep(polled: readonly Polled[]): Promise<boolean> {
    return keepPolled(polled, (results: readonly PollResult[]) => {
      const records = results.flatMap((result) => [...result.records.values()]);
      return this.#states.append(
        records,
        results.map(({ state }) => state),
      );
    });
  }

  async #ask(outlet: OutletSubscription, signal: AbortSignal): Promise<Polled | null> {
    const { connection, daysKept, now, random, reader, outlets } = this.#deps;
    const [known, all] = await Promise.all([this.#states.all(), outlets()]);
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
    const stateOf = (other: string) => this.#taken.get(other) ?? known.get(other);
    const otherFeeds = knownFromOtherFeeds(outlet, all, stateOf);
    const poll = { outlet, asked, otherFeeds, now: now(), random: random() };
    const otherwise = pollResult(state, failedWith("internal"), poll).state;
    const taken = pollResult(state, answer, poll);
    this.#taken.set(id, taken.state);
    return { outlet: id, taken, otherwise };
  }
}
