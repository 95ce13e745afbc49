import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import type { OutletSubscription } from "../../../core/outlets/subscription.ts";
import type { LiveSink } from "../live/live-sink.ts";
import type { FeedReader } from "../reader/feed-reader.ts";
import type { Connection } from "./connection.ts";
import type { PollAlarm } from "./poll-alarm.ts";

/** What polling needs. */
export interface PollerDeps {
  readonly reader: FeedReader;
  readonly sink: LiveSink;
  readonly alarm: PollAlarm;
  /** The outlets that the user picked, paused and removed ones among them. */
  outlets(): Promise<readonly OutletSubscription[]>;
  /** For how many days articles are kept: older items are not asked for. */
  daysKept(): Promise<number>;
  /** Whether the browser lets the extension onto these sites. */
  isAllowed(patterns: readonly string[]): Promise<boolean>;
  connection(): Connection;
  /** When the browser was started, ms since 1970. */
  browserStart(): Promise<number>;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Called every few seconds during a round; keeps the background awake. */
  stayAwake(): void;
  /** A round has begun, or more outlets have joined it. */
  onRound(): void;
  /** A round is over or the list of outlets has changed, and the states of all feeds are these. */
  onStates(states: readonly FeedState[]): Promise<void>;
}
