import { dueAt, POLLED_TOGETHER_MS } from "../../core/feeds/poll/poll-schedule.ts";
import {
  type CheckOutcome,
  type CheckState,
  type CheckTrouble,
  stateAfterCheck,
  troubleOf,
} from "../../core/published/check-state.ts";
import {
  MAX_MANIFEST_BYTES,
  type PublishedManifest,
} from "../../core/published/published-manifest.ts";
import { readPublished } from "../../core/published/read-published.ts";
import { type PublishedSubscription, publisherPattern } from "../../core/published/subscription.ts";
import { manifestRefusal } from "../../core/published/trust.ts";
import type { Connection } from "../feeds/poll/connection.ts";
import type { PollAlarm } from "../feeds/poll/poll-alarm.ts";
import { ProgressMeter } from "../indexing/progress-meter.ts";
import { reportError } from "../report-error.ts";
import { createInTurn } from "../storage/in-turn.ts";
import { readChecks, readPublishedSets, writeCheck } from "../storage/published-store.ts";
import { Emitter } from "../store/emitter.ts";
import { failureOf } from "../store/job-failure.ts";
import { fetchManifest } from "./fetch-published.ts";
import {
  readMirrorList,
  refitMirror,
  removeUnused,
  type UpdateDeps,
  type UpdateStep,
  updateMirror,
} from "./update-mirror.ts";

const MINUTE = 60_000;
/** The background is woken no more often than this, ms. */
const WAKE_EVERY = 5 * MINUTE;
/** Until what is due is checked again where there is no connection, ms. */
const WAIT_OFFLINE = 15 * MINUTE;
/** The background is kept awake so often during an update, ms; a browser takes it for idle after half a minute. */
const STAY_AWAKE_EVERY = 5000;
/** The longest time for which a preview's manifest is waited for, ms: a request is answered within 25 seconds. */
const PREVIEW_TIMEOUT_MS = 20_000;

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
  /** Keeps the background from being taken for idle. */
  stayAwake(): void;
  /** Whether the list of subscriptions can be read: else a mirror may belong to what cannot. */
  canSweep(): Promise<boolean>;
}

/** An update that is under way. */
export interface MirrorProgress {
  readonly step: UpdateStep["kind"];
  /** Bytes; of files that are built anew, their number. */
  readonly done: number;
  readonly total: number;
  /** Bytes a second; `null` until there is something to go by. */
  readonly perSecond: number | null;
}

type DiskFull = Extract<CheckOutcome, { kind: "disk-full" }>;
type Work<Outcome> = (run: {
  readonly signal: AbortSignal;
  onStep(step: UpdateStep): void;
}) => Promise<Outcome>;

interface Running {
  readonly id: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  step: UpdateStep;
  meter: ProgressMeter | null;
}

/**
 * Keeps the mirrors of published data sets up to date, one after the other. Only the alarm and the user's own clicks
 * start a check: a worker that a page has woken asks for nothing, or the time of a request would tell when somebody
 * reads.
 */
export class Mirrors {
  /** Other files of a mirror answer now. */
  readonly changes = new Emitter<string>();
  /** A check has begun, got further, or ended. */
  readonly progressed = new Emitter<void>();
  readonly #deps: MirrorsDeps;
  readonly #inTurn = createInTurn();
  #queue: string[] = [];
  #running: Running | null = null;
  #loop: Promise<void> | null = null;

  constructor(deps: MirrorsDeps) {
    this.#deps = deps;
  }

  /** Sets the alarm where it is gone, and has files that the extension's update has made unfit built anew. */
  async start(): Promise<void> {
    const { alarm, now, random } = this.#deps;
    await this.#sweep();
    for (const { id } of (await readPublishedSets()).filter(isListed)) await this.#refit(id);
    if ((await alarm.get()) !== null || !(await readPublishedSets()).some(isToBeChecked)) return;
    // Not so soon after the start that it would tell of it.
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
  async preview(
    address: string,
  ): Promise<{ readonly manifest: PublishedManifest } | { readonly trouble: CheckTrouble }> {
    const timeout = AbortSignal.timeout(PREVIEW_TIMEOUT_MS);
    try {
      return await readManifest(address, this.#deps, timeout);
    } catch (error) {
      if (!timeout.aborted) throw error;
      return { trouble: { kind: "failed", failure: "timeout", status: null } };
    }
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
    this.#queue = this.#queue.filter((one) => one !== id);
    if (this.#running?.id !== id) return;
    this.#running.stop.abort();
    await this.#running.ended;
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
    if (this.#queue.includes(id)) return { step: "manifest", done: 0, total: 0, perSecond: null };
    if (this.#running?.id !== id) return null;
    const { step, meter } = this.#running;
    if (step.kind === "manifest") return { step: "manifest", done: 0, total: 0, perSecond: null };
    const { done, total } = step;
    return { step: step.kind, done, total, perSecond: meter?.perSecond ?? null };
  }

  /** When a subscription is checked next, ms since 1970. */
  async nextCheckAt(subscription: PublishedSubscription, state: CheckState | null) {
    const { now, browserStart } = this.#deps;
    return dueAt(subscription.id, state, { now: now(), started: await browserStart() });
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#loop !== null) await this.#loop;
  }

  #enqueue(id: string): void {
    if (this.#queue.includes(id) || this.#running?.id === id) return;
    this.#queue.push(id);
    this.#loop ??= this.#checkQueue().finally(() => {
      this.#loop = null;
    });
  }

  async #checkQueue(): Promise<void> {
    for (let id = this.#queue.shift(); id !== undefined; id = this.#queue.shift())
      await this.#check(id).catch(report);
    await this.#setAlarm(this.#deps.now() + WAKE_EVERY).catch(report);
    await this.progressed.emit();
  }

  async #check(id: string): Promise<void> {
    const { isAllowed, now, random } = this.#deps;
    const subscription = (await readPublishedSets()).find((one) => one.id === id);
    if (subscription === undefined || !isListed(subscription)) return;
    if (!(await isAllowed([publisherPattern(subscription.address)]))) return;
    const before = (await readChecks()).get(id) ?? null;
    const { etag = null, lastModified = null } = before ?? {};
    const outcome = await this.#whileRunning(id, (run) =>
      updateMirror(subscription, this.#deps, { ...run, validators: { etag, lastModified } }),
    );
    if (outcome === null) return;
    // Without a connection the failure is not the server's.
    if (outcome.kind === "failed" && this.#deps.connection() === "offline") return;
    const { every } = subscription;
    await writeCheck(stateAfterCheck(id, before, outcome, { every, now: now(), random: random() }));
    if (outcome.kind === "up-to-date" && outcome.isChanged) await this.changes.emit(id);
  }

  async #refit(id: string): Promise<void> {
    const isChanged = await this.#whileRunning(id, (run) => refitMirror(id, this.#deps, run));
    if (isChanged === true) await this.changes.emit(id);
  }

  /**
   * Runs work on a mirror's files after all work before it.
   *
   * @returns `null` when it was stopped
   */
  #whileRunning<Outcome>(id: string, work: Work<Outcome>): Promise<Outcome | DiskFull | null> {
    return this.#inTurn(() => this.#run(id, work));
  }

  async #run<Outcome>(id: string, work: Work<Outcome>): Promise<Outcome | DiskFull | null> {
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const stop = new AbortController();
    const running: Running = { id, stop, ended, step: { kind: "manifest" }, meter: null };
    this.#running = running;
    const timer = setInterval(() => this.#deps.stayAwake(), STAY_AWAKE_EVERY);
    const onStep = (step: UpdateStep) => {
      if (step.kind !== "manifest") {
        if (running.step.kind !== step.kind)
          running.meter = new ProgressMeter(id, step, this.#deps.now);
        running.meter?.set(step.done);
      }
      const isNew = running.step.kind !== step.kind;
      running.step = step;
      // Open views ask again and again how far it is.
      if (isNew) void this.progressed.emit();
    };
    try {
      await this.progressed.emit();
      return await work({ signal: stop.signal, onStep });
    } catch (error) {
      if (stop.signal.aborted) return null;
      if (failureOf(error) !== "disk-full") throw error;
      await this.#giveBack(id).catch(report);
      return { kind: "disk-full" };
    } finally {
      clearInterval(timer);
      this.#running = null;
      resolve();
    }
  }

  /** Deletes what was fetched of an update that found no room. */
  async #giveBack(id: string): Promise<void> {
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

/** A manifest that no other one is compared with. */
async function readManifest(
  address: string,
  deps: Pick<UpdateDeps, "fetch" | "now" | "subtle">,
  signal: AbortSignal,
): Promise<{ readonly manifest: PublishedManifest } | { readonly trouble: CheckTrouble }> {
  const validators = { etag: null, lastModified: null };
  const answer = await fetchManifest(address, validators, MAX_MANIFEST_BYTES, signal, deps);
  if (answer.kind === "not-modified")
    return { trouble: { kind: "failed", failure: "odd-answer", status: 304 } };
  if (answer.kind !== "manifest") return { trouble: troubleOf(answer) };
  const read = await readPublished(answer.bytes, deps.subtle);
  if ("refusal" in read) return { trouble: { kind: "refused", refusal: read.refusal } };
  const refusal = await manifestRefusal(read.manifest, null, deps.now(), deps.subtle);
  return refusal === null ? read : { trouble: { kind: "refused", refusal } };
}

const report = reportError("published data sets");

function isListed({ removedAt }: PublishedSubscription): boolean {
  return removedAt === null;
}

function isToBeChecked(subscription: PublishedSubscription): boolean {
  return isListed(subscription) && !subscription.isPaused;
}
