import { afterEach, beforeEach, vi } from "vitest";
import { DAY, MINUTE } from "../../../../core/durations.ts";
import type { OutletSubscription } from "../../../../core/outlets/subscription.ts";
import type { Connection } from "../../../../platform/feeds/poll/connection.ts";
import { Poller } from "../../../../platform/feeds/poll/poller.ts";
import type { PollerDeps } from "../../../../platform/feeds/poll/poller-deps.ts";
import { MemoryLive } from "../../../fixtures/memory-live.ts";
import { feedOf, outlet } from "../../../fixtures/outlets.ts";
import { item, MemoryAlarm, ServedFeeds } from "../../../fixtures/served-feeds.ts";
import { Lifeline } from "../../lifeline.ts";

/** When these stories begin; the browser was started a day before. */
export const NOW = Date.UTC(2026, 10, 23, 0, 0);

/** The environment of a poller: servers, the store, the clock. It outlives workers. */
export class Polling {
  readonly feeds = new ServedFeeds();
  readonly live = new MemoryLive();
  readonly alarm = new MemoryAlarm();
  outlets: OutletSubscription[] = [];
  connection: Connection = "ok";
  /** Match patterns that the user has revoked. */
  readonly notAllowed = new Set<string>();
  now = NOW;
  started = NOW - DAY;
  random: () => number = () => 0.5;

  /** A number of picked outlets. */
  pick(count: number, fields: Partial<OutletSubscription> = {}): void {
    this.outlets = Array.from({ length: count }, (_, i) => outlet(i + 1, fields));
  }

  /** A worker, which uses this environment until it ends. */
  worker(life = new Lifeline(), changes: Partial<PollerDeps> = {}): Poller {
    const { feeds, live, alarm } = this;
    return new Poller({
      reader: {
        read: (request, signal) => life.while(() => feeds.read(request, signal)),
        close: () => life.while(() => feeds.close()),
      },
      sink: {
        states: () => life.while(() => live.states()),
        append: (records, states) => life.while(() => live.append(records, states)),
        drop: (domains, outlets) => life.while(() => live.drop(domains, outlets)),
        size: () => life.while(() => live.size()),
      },
      alarm: {
        get: () => life.while(() => alarm.get()),
        set: (at) => life.while(() => alarm.set(at)),
      },
      outlets: () => life.while(async () => this.outlets),
      daysKept: () => life.while(async () => 30),
      isAllowed: (patterns) =>
        life.while(async () => patterns.every((pattern) => !this.notAllowed.has(pattern))),
      connection: () => this.connection,
      browserStart: () => life.while(async () => this.started),
      now: () => this.now,
      random: () => this.random(),
      stayAwake: () => undefined,
      onRound: () => undefined,
      onStates: () => life.while(async () => undefined),
      ...changes,
    });
  }

  /** A worker that polls what is due, once. */
  async poll(poller = this.worker()): Promise<void> {
    await poller.pollDue();
    await poller.idle();
  }

  /** Advances the clock, with a new worker that polls each time the alarm goes off. */
  async pass(time: number): Promise<void> {
    const end = this.now + time;
    while (this.alarm.at !== null && this.alarm.at <= end) {
      this.now = Math.max(this.now, this.alarm.at);
      this.alarm.at = null;
      await this.poll();
    }
    this.now = end;
  }

  /** Addresses that were requested, in order. */
  requested(): string[] {
    return this.feeds.requests.map(({ address }) => address);
  }

  /** Minutes after the story's beginning at which an address was requested. */
  minutesOf(address: string): number[] {
    const requests = this.feeds.requests.filter((request) => request.address === address);
    return requests.map(({ now }) => Math.round((now - NOW) / MINUTE));
  }
}

/** The environment of the running test. */
export let polling: Polling;

/** Before each test of a file: one outlet that is picked, whose feed has one article. */
export function usePolling(): void {
  beforeEach(() => {
    polling = new Polling();
    polling.pick(1);
    polling.feeds.serve(feedOf(1), item("outlet-1.example/a", "A"));
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}
