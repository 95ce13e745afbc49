import type { DataSetInfo, SiteAccess } from "../../core/data-set/data-set.ts";
import type { JobStatus } from "../../core/protocol/data-set-status.ts";
import { changeDataSet, readRegistry } from "../storage/data-set-registry.ts";
import { type ImportJob, readImportJob, writeImportJob } from "../storage/import-job.ts";
import { readDirectory } from "../store/source-directory.ts";
import { recordsDone } from "./build-from-source.ts";
import { commitImport } from "./commit-index.ts";
import { MissingSourceError } from "./job-failure.ts";
import type { JobSurroundings } from "./job-surroundings.ts";
import { ProgressMeter } from "./progress-meter.ts";
import {
  type JobRun,
  runImport,
  runRebuild,
  sweep,
  switchedTo,
  underConstruction,
} from "./run-job.ts";

/** What the reader confirmed. */
export interface ImportRequest {
  readonly info: DataSetInfo;
  readonly access: SiteAccess;
  /** Name of the source that was staged. */
  readonly source: string;
}

interface Running {
  readonly kind: JobStatus["kind"];
  readonly id: string;
  readonly stop: AbortController;
  readonly meter: ProgressMeter;
  readonly ended: Promise<void>;
}

/**
 * Work on data sets that takes a while, one job at a time: imports that the reader confirmed, and
 * indexes that were lost and are built anew from the kept source.
 *
 * A job builds a generation beside the one in use, with checkpoints; the switch is one transaction,
 * and the list of data sets follows. A worker that is killed anywhere leaves the old state or the
 * new one; `recover`, at the next start, finishes what was switched and offers to resume the rest.
 */
export class DataSetJobs {
  readonly #surroundings: JobSurroundings;
  #running: Running | null = null;
  #lastOrder: Promise<unknown> = Promise.resolve();
  /** What is said of an import before it is known how the worker before left it would be wrong. */
  #recovered: Promise<unknown> = Promise.resolve();
  /** Data sets whose index could not be built under this worker: not tried again by itself. */
  readonly #givenUp = new Set<string>();

  constructor(surroundings: JobSurroundings) {
    this.#surroundings = surroundings;
  }

  /** What runs, or the import that waits for the reader's word. */
  async status(): Promise<JobStatus | null> {
    await this.#recovered;
    if (this.#running !== null) return runningStatus(this.#running);
    const job = await readImportJob();
    if (job === null) return null;
    const { info, failure } = job;
    const state = job.state === "running" ? "interrupted" : job.state;
    const done = await this.#keptOf(job.generation);
    const waiting = { name: info.name, kind: "import", perSecond: null } as const;
    return { ...waiting, state, failure, done, total: info.records };
  }

  /** Generations that are being built or may be resumed, by whomever. */
  underConstruction(): Promise<string[]> {
    return underConstruction(this.#surroundings);
  }

  /** After a start of the worker: finishes a switch that was cut short, and goes on with rebuilds. */
  recover(): Promise<void> {
    const recovering = this.#inTurn(async () => {
      const job = await readImportJob();
      if (job?.state === "running" && this.#running?.kind !== "import")
        await this.#finishOrInterrupt(job);
      await this.#startNextRebuild();
    });
    this.#recovered = recovering.catch(() => undefined);
    return recovering;
  }

  /**
   * Starts an import; it goes on after the call has ended. A rebuild makes way and goes on later.
   *
   * @throws MissingSourceError
   */
  import({ info, access, source }: ImportRequest): Promise<void> {
    return this.#inTurn(async () => {
      const { sources, newGeneration, now } = this.#surroundings;
      if ((await readImportJob()) !== null) throw new TypeError("another import is not done yet");
      if ((await readDirectory(sources, source)) === null) throw new MissingSourceError(source);
      const made = { generation: newGeneration(), addedAt: now() };
      const job = { state: "running", failure: null, info, access, source, ...made } as const;
      await this.#startImport(job, 0);
    });
  }

  /** Goes on with an import that was interrupted or failed. */
  resume(): Promise<void> {
    return this.#inTurn(async () => {
      const job = await readImportJob();
      if (job === null || this.#running?.kind === "import") return;
      const done = await this.#keptOf(job.generation).catch(() => 0);
      await this.#startImport({ ...job, state: "running", failure: null }, done);
    });
  }

  /** Cancels the import, running or not: nothing of it stays, unless it is in use already. */
  discard(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#running?.kind === "import") await this.#stopRunning();
      const job = await readImportJob();
      if (job === null) return;
      const { id } = job.info;
      // Switched, but the list could not follow: what was replaced is built anew from its source.
      const isSwitched = (await switchedTo(this.#surroundings, id, job.generation)) !== null;
      await sweep(this.#surroundings, job.generation, isSwitched ? id : null);
      if (isSwitched) await changeDataSet(id, (dataSet) => ({ ...dataSet, state: "stale" }));
      await this.#surroundings.sources.remove(job.source);
      await writeImportJob(null);
      await this.#startNextRebuild();
    });
  }

  /** Builds the index of a data set anew, whatever is there. */
  rebuild(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#givenUp.delete(id);
      await changeDataSet(id, (dataSet) => ({ ...dataSet, state: "stale" }));
      await this.#startNextRebuild();
    });
  }

  /** Builds anew what is marked `stale`, one data set after the other, in the background. */
  rebuildStale(): Promise<void> {
    return this.#inTurn(() => this.#startNextRebuild());
  }

  /** Stops the work on a data set, and changes it before any other work begins. */
  stopFor(id: string, change: () => Promise<unknown>): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#running?.id === id) await this.#stopRunning();
      await change();
      await this.#startNextRebuild();
    });
  }

  /** Settles when nothing runs any more. */
  async idle(): Promise<void> {
    do {
      await this.#running?.ended;
      await this.#lastOrder;
    } while (this.#running !== null);
  }

  /** One order after the other, so that what one finds still holds when it acts. */
  #inTurn(order: () => Promise<void>): Promise<void> {
    const next = this.#lastOrder.then(order);
    this.#lastOrder = next.catch(() => undefined);
    return next;
  }

  async #stopRunning(): Promise<void> {
    this.#running?.stop.abort();
    await this.#running?.ended;
  }

  async #finishOrInterrupt(job: ImportJob): Promise<void> {
    try {
      const record = await switchedTo(this.#surroundings, job.info.id, job.generation);
      if (record !== null) {
        await commitImport(this.#surroundings, job, record);
        return await this.#changed("import");
      }
    } catch (error) {
      report("import", error);
    }
    await writeImportJob({ ...job, state: "interrupted" });
  }

  /** Records that a build had done when it was stopped. */
  async #keptOf(generation: string): Promise<number> {
    return recordsDone(await this.#surroundings.openStore(), generation);
  }

  /** @param done records that are done already */
  async #startImport(job: ImportJob, done: number): Promise<void> {
    await this.#stopRunning();
    await writeImportJob(job);
    this.#start("import", job.info, done, async (run) => {
      if (await runImport(this.#surroundings, job, run)) await this.#changed("import");
    });
  }

  async #startNextRebuild(): Promise<void> {
    if (this.#running !== null) return;
    const next = (await readRegistry()).added.find(
      ({ info, state, deletedAt }) =>
        state === "stale" && deletedAt === null && !this.#givenUp.has(info.id),
    );
    if (next === undefined || (await this.#surroundings.openStore()).kind === "memory") return;
    const done = next.building === null ? 0 : await this.#keptOf(next.building).catch(() => 0);
    this.#start("rebuild", next.info, done, async (run) => {
      if (await runRebuild(this.#surroundings, next, run)) await this.#changed("rebuilt");
    });
  }

  /** Call within an order, while nothing runs. */
  #start(
    kind: JobStatus["kind"],
    { id, name, records: total }: DataSetInfo,
    done: number,
    work: (run: JobRun) => Promise<void>,
  ): void {
    const stop = new AbortController();
    const meter = new ProgressMeter(name, { done, total }, this.#surroundings.now);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const running: Running = { kind, id, stop, meter, ended };
    this.#running = running;
    const onRecords = (records: number) => {
      meter.set(records);
      if (meter.isDue()) this.#surroundings.onProgress(runningStatus(running));
    };
    void work({ signal: stop.signal, onRecords })
      .catch((error: unknown) => {
        if (kind === "rebuild") this.#givenUp.add(id);
        report(kind, error);
      })
      .finally(() => {
        this.#running = null;
        resolve();
        this.#surroundings.onProgress(null);
        // Who stopped it sees to what comes next.
        if (!stop.signal.aborted)
          this.rebuildStale().catch((error: unknown) => report("rebuild", error));
      });
  }

  /** The data sets have changed already: that somebody could not be told does not undo it. */
  async #changed(cause: "import" | "rebuilt"): Promise<void> {
    await this.#surroundings.onChange(cause).catch((error: unknown) => report(cause, error));
  }
}

function runningStatus({ kind, meter }: Running): JobStatus {
  const { done, total, perSecond } = meter;
  return { name: meter.name, kind, state: "running", failure: null, done, total, perSecond };
}

function report(what: string, error: unknown): void {
  console.error("Second Source:", what, error);
}
