import { ProgressMeter } from "../indexing/progress-meter.ts";
import { Emitter } from "../store/emitter.ts";
import type { UpdateStep } from "./update-mirror.ts";

/**
 * The background is kept awake this often during a job, ms; a browser stops it after half a minute without activity.
 */
const STAY_AWAKE_EVERY = 5000;

/** So many mirrors are updated at once: a slow server then holds up no other, and not many connections are open. */
const JOBS_AT_ONCE = 4;

/** What running jobs needs. */
export interface MirrorJobsDeps {
  /** ms since 1970 */
  now(): number;
  /** Keeps the background awake. */
  stayAwake(): void;
}

/** An update that is under way. */
export interface MirrorProgress {
  readonly step: UpdateStep["kind"];
  /** Bytes; while files are rebuilt, the number of files. */
  readonly done: number;
  readonly total: number;
  /** Bytes per second; `null` until it can be measured. */
  readonly perSecond: number | null;
}

/** What the work of a job is given. */
export interface JobRun {
  readonly signal: AbortSignal;
  onStep(step: UpdateStep): void;
}

/** A job that waits for its turn or runs. */
interface Job {
  /** Of the mirror. */
  readonly id: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  /** Lets it run. */
  readonly begin: () => void;
  step: UpdateStep;
  meter: ProgressMeter | null;
}

/**
 * Runs the jobs that write files of mirrors, a few at once and those of one mirror one after the other, and says how far
 * they are.
 */
export class MirrorJobs {
  /** A job has begun, reached another step, or ended. */
  readonly progressed = new Emitter<void>();
  readonly #deps: MirrorJobsDeps;
  /** In the order in which they came. */
  readonly #jobs = new Set<Job>();
  readonly #running = new Set<Job>();

  constructor(deps: MirrorJobsDeps) {
    this.#deps = deps;
  }

  /** Whether a job of a mirror waits or runs. */
  has(id: string): boolean {
    return this.#of(id).length > 0;
  }

  /**
   * Does work on a mirror's files, after all work on them before it.
   *
   * @returns `null` when it was stopped
   */
  async run<Outcome>(id: string, work: (run: JobRun) => Promise<Outcome>): Promise<Outcome | null> {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const { promise: turn, resolve: begin } = Promise.withResolvers<void>();
    const stop = new AbortController();
    // One that is stopped does no work, so it need not wait for its turn.
    stop.signal.addEventListener("abort", () => begin());
    const job: Job = { id, stop, ended, begin, step: { kind: "manifest" }, meter: null };
    this.#jobs.add(job);
    this.#beginNext();
    try {
      await turn;
      return await this.#run(job, work);
    } finally {
      this.#jobs.delete(job);
      this.#running.delete(job);
      this.#beginNext();
      end();
      await this.progressed.emit();
    }
  }

  /** Stops the jobs of a mirror. Settles when nothing more of it is written. */
  async cancel(id: string): Promise<void> {
    const jobs = this.#of(id);
    for (const { stop } of jobs) stop.abort();
    await Promise.all(jobs.map(({ ended }) => ended));
  }

  /** What is under way; `null` for a mirror that is not being updated. */
  progressOf(id: string): MirrorProgress | null {
    const [job] = this.#of(id);
    if (job === undefined) return null;
    const { step, meter } = job;
    if (step.kind === "manifest") return { step: "manifest", done: 0, total: 0, perSecond: null };
    const { kind, done, total } = step;
    return { step: kind, done, total, perSecond: meter?.perSecond ?? null };
  }

  /** Settles when no job is left. */
  async idle(): Promise<void> {
    while (this.#jobs.size > 0) await Promise.all([...this.#jobs].map(({ ended }) => ended));
  }

  #of(id: string): Job[] {
    return [...this.#jobs].filter((job) => job.id === id);
  }

  #beginNext(): void {
    for (const job of this.#jobs) {
      if (this.#running.size >= JOBS_AT_ONCE) return;
      const isFree = ![...this.#running].some(({ id }) => id === job.id);
      if (!isFree) continue;
      this.#running.add(job);
      job.begin();
    }
  }

  async #run<Outcome>(job: Job, work: (run: JobRun) => Promise<Outcome>): Promise<Outcome | null> {
    const { signal } = job.stop;
    const timer = setInterval(() => this.#deps.stayAwake(), STAY_AWAKE_EVERY);
    try {
      signal.throwIfAborted();
      await this.progressed.emit();
      return await work({ signal, onStep: (step) => this.#onStep(job, step) });
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  #onStep(job: Job, step: UpdateStep): void {
    const isOther = job.step.kind !== step.kind;
    job.step = step;
    if (step.kind !== "manifest") {
      if (isOther) job.meter = new ProgressMeter(job.id, step, this.#deps.now);
      job.meter?.set(step.done);
    }
    // Open views ask again and again how far it is.
    if (isOther) void this.progressed.emit();
  }
}
