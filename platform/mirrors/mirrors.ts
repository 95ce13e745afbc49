import { MINUTE } from "../../core/durations.ts";
import { dueAt, POLLED_TOGETHER_MS } from "../../core/feeds/poll/poll-schedule.ts";
import {
  type CheckOutcome,
  type CheckState,
  stateAfterCheck,
} from "../../core/published/check-state.ts";
import { type PublishedSubscription, publisherPattern } from "../../core/published/subscription.ts";
import type { Connection } from "../feeds/poll/connection.ts";
import type { PollAlarm } from "../feeds/poll/poll-alarm.ts";
import { reportError } from "../report-error.ts";
import { readChecks, readPublishedSets, writeCheck } from "../storage/published-store.ts";
import { Emitter } from "../store/emitter.ts";
import { failureOf } from "../store/job-failure.ts";
import { type JobRun, MirrorJobs, type MirrorProgress } from "./mirror-jobs.ts";
import { type ManifestPreview, previewManifest } from "./preview-manifest.ts";
import {
  readMirrorList,
  refitMirror,
  removeUnused,
  type UpdateDeps,
  updateMirror,
} from "./update-mirror.ts";

/** The background is woken no more often than this, ms. */
const WAKE_EVERY = 5 * MINUTE;
/** Until what is due is checked again where there is no connection, ms. */
const WAIT_OFFLINE = 15 * MINUTE;

/** What keeping mirrors needs. */
export interface MirrorsDeps extends UpdateDeps {
  readonly alarm: PollAlarm;
  /** Whether the browser lets the extension onto these sites. */
  isAllowed(patterns: readonly string[]): Promise<boolean>;
  connection(): Connection;
  /** When the browser was started, ms since 1970. */
  browserStart(): Promise<number>;
  /** From 0 to 1. */
  random(): number;
  /** Keeps the background awake. */
  stayAwake(): void;
  /** Whether the list of subscriptions can be read: else a mirror may belong to what cannot. */
  canSweep(): Promise<boolean>;
}

/** The outcome of a job that could not write, or that ended with an unexpected error. */
type Fault = Extract<CheckOutcome, { kind: "disk-full" | "failed" }>;

const INTERNAL: Fault = { kind: "failed", failure: "internal", status: null, retryAfter: null };

/**
 * Keeps the mirrors of published data sets up to date. Only the alarm and the user's own clicks
 * start a check: a worker that a page has woken asks for nothing, or the time of a request would tell when somebody
 * reads.
 */
export class Mirrors {
  /** Emitted, with the id of the subscription, when look-ups read other files of a mirror than before. */
  readonly changes = new Emitter<string>();
  readonly #deps: MirrorsDeps;
  readonly #jobs: MirrorJobs;

  constructor(deps: MirrorsDeps) {
    this.#deps = deps;
    this.#jobs = new MirrorJobs(deps);
  }

  /** Emitted when a check has begun, made progress or ended. */
  get progressed(): Emitter<void> {
    return this.#jobs.progressed;
  }

  /** Sets the alarm if it is missing, and rebuilds files whose format an update of the extension no longer reads. */
  async start(): Promise<void> {
    const { alarm, now, random } = this.#deps;
    await this.#sweep();
    for (const subscription of (await readPublishedSets()).filter(isListed))
      await this.#refit(subscription);
    if ((await alarm.get()) !== null || !(await readPublishedSets()).some(isToBeChecked)) return;
    // Not right after the start, or the time of the request would show when the browser was started.
    await alarm.set(now() + WAKE_EVERY * (0.5 + random()));
  }

  /** Begins to check those that are due. */
  async checkDue(): Promise<void> {
    const { alarm, connection, now } = this.#deps;
    // A worker that is killed from here on is followed by one that continues.
    await alarm.set(now() + WAKE_EVERY);
    if (connection() !== "ok") return this.#setAlarm(now() + WAIT_OFFLINE);
    const due = (await this.#waiting()).filter(({ at }) => at <= now() + POLLED_TOGETHER_MS);
    await this.#setAlarm(now() + WAKE_EVERY);
    for (const { id } of due) this.#enqueue(id);
  }

  /** Fetches and reads the manifest at an address, and nothing else. */
  async preview(address: string): Promise<ManifestPreview> {
    return previewManifest(address, this.#deps);
  }

  /** Checks one because the user wants it, also on a metered connection. Settles when it has begun. */
  async checkNow(id: string): Promise<void> {
    if (this.#deps.connection() === "offline") return;
    await this.#deps.alarm.set(this.#deps.now() + WAKE_EVERY);
    this.#enqueue(id);
  }

  /** The list of subscriptions has changed. */
  async onChange(): Promise<void> {
    await this.#setAlarm(this.#deps.now() + WAKE_EVERY);
  }

  /** Ends an update; what was fetched is kept for the next one. Settles when nothing more of it is written. */
  async cancel(id: string): Promise<void> {
    await this.#jobs.cancel(id);
  }

  /** Deletes the files of a mirror. */
  async remove(id: string): Promise<void> {
    await this.cancel(id);
    await this.#deps.files.remove(id);
  }

  /** Deletes a file that turned out damaged: the next update brings it again. */
  async dropDamaged(id: string, name: string): Promise<void> {
    await this.#deps.files.removeFile(id, name);
    const { connection } = this.#deps;
    if (connection() === "ok") await this.#setAlarm(this.#deps.now() + WAKE_EVERY);
    await this.changes.emit(id);
  }

  /** What is under way; `null` for a mirror that is not being updated. */
  progressOf(id: string): MirrorProgress | null {
    return this.#jobs.progressOf(id);
  }

  /** When a subscription is checked next, ms since 1970. */
  async nextCheckAt(subscription: PublishedSubscription, state: CheckState | null) {
    const { now, browserStart } = this.#deps;
    return dueAt(subscription.id, state, { now: now(), started: await browserStart() });
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    await this.#jobs.idle();
  }

  #enqueue(id: string): void {
    if (this.#jobs.has(id)) return;
    const checking = this.#jobs.run(id, async (run) => {
      await this.#check(id, run).finally(() => this.#setAlarm(this.#deps.now() + WAKE_EVERY));
    });
    checking.catch(report);
  }

  async #check(id: string, run: JobRun): Promise<void> {
    const { isAllowed, now, random } = this.#deps;
    const subscription = (await readPublishedSets()).find((one) => one.id === id);
    if (subscription === undefined || !isListed(subscription)) return;
    if (!(await isAllowed([publisherPattern(subscription.address)]))) return;
    const before = (await readChecks()).get(id) ?? null;
    const { etag = null, lastModified = null } = before ?? {};
    const validators = { etag, lastModified };
    const outcome = await this.#orFault(id, run.signal, () =>
      updateMirror(subscription, this.#deps, { ...run, validators }),
    );
    // Without a connection the failure is not the server's.
    if (outcome.kind === "failed" && this.#deps.connection() === "offline") return;
    const { every } = subscription;
    await writeCheck(stateAfterCheck(id, before, outcome, { every, now: now(), random: random() }));
    if (outcome.kind === "up-to-date" && outcome.isChanged) await this.changes.emit(id);
  }

  async #refit(subscription: PublishedSubscription): Promise<void> {
    const { id, every } = subscription;
    await this.#jobs.run(id, async (run) => {
      const outcome = await this.#orFault(id, run.signal, () => refitMirror(id, this.#deps, run));
      if (outcome === true) return this.changes.emit(id);
      if (outcome === false) return;
      const { now, random } = this.#deps;
      const before = (await readChecks()).get(id) ?? null;
      await writeCheck(
        stateAfterCheck(id, before, outcome, { every, now: now(), random: random() }),
      );
    });
  }

  /**
   * Does work on a mirror's files. If an error ends it, the error is the outcome, so that it is shown and the next
   * check waits as after any failure. If the disk is full, what the work has written is deleted.
   */
  async #orFault<Outcome>(
    id: string,
    signal: AbortSignal,
    work: () => Promise<Outcome>,
  ): Promise<Outcome | Fault> {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw error;
      if (failureOf(error) !== "disk-full") {
        report(error);
        return INTERNAL;
      }
      await this.#deleteUnused(id).catch(report);
      return { kind: "disk-full" };
    }
  }

  /** Deletes what was fetched of an update that found no room. */
  async #deleteUnused(id: string): Promise<void> {
    await removeUnused(this.#deps.files, id, await readMirrorList(this.#deps.files, id));
  }

  /** Deletes mirrors of no subscription. */
  async #sweep(): Promise<void> {
    if (!(await this.#deps.canSweep())) return;
    const kept = new Set((await readPublishedSets()).map(({ id }) => id));
    for (const id of await this.#deps.files.ids())
      if (!kept.has(id)) await this.#deps.files.remove(id);
  }

  async #waiting(): Promise<{ readonly id: string; readonly at: number }[]> {
    const [all, checks] = await Promise.all([readPublishedSets(), readChecks()]);
    const waiting: { id: string; at: number }[] = [];
    for (const subscription of all.filter(isToBeChecked)) {
      const { id, address } = subscription;
      if (!(await this.#deps.isAllowed([publisherPattern(address)]))) continue;
      const at = await this.nextCheckAt(subscription, checks.get(id) ?? null);
      waiting.push({ id, at });
    }
    return waiting;
  }

  async #setAlarm(notBefore: number): Promise<void> {
    const waiting = await this.#waiting();
    const first = Math.min(...waiting.map(({ at }) => at));
    await this.#deps.alarm.set(waiting.length === 0 ? null : Math.max(first, notBefore));
  }
}

const report = reportError("published data sets");

function isListed({ removedAt }: PublishedSubscription): boolean {
  return removedAt === null;
}

function isToBeChecked(subscription: PublishedSubscription): boolean {
  return isListed(subscription) && !subscription.isPaused;
}
