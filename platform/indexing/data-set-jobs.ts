import type { JobFailure, JobStatus } from "../../core/protocol/data-set-status.ts";
import { reportError } from "../report-error.ts";
import type { Edition } from "../storage/data-set-entry.ts";
import { addEdition, readDataSets, removeEdition } from "../storage/data-sets.ts";
import { createInTurn } from "../storage/in-turn.ts";
import type { BuildPlan, UnfinishedRow } from "../store/build-row.ts";
import { Generation } from "../store/generation.ts";
import { failureOf, MissingSourceError } from "../store/job-failure.ts";
import type { Build, Ledger } from "../store/ledger.ts";
import { retried } from "../store/retried.ts";
import { readDirectory } from "../store/source-directory.ts";
import type { SourceStore } from "../store/source-store.ts";
import { type AddedDataSet, addedDataSets } from "./added-data-set.ts";
import { buildAddedSegment } from "./build-added-segment.ts";
import { recordsDone } from "./build-from-source.ts";
import { ProgressMeter } from "./progress-meter.ts";
import { throttled } from "./throttled.ts";

/** What the jobs need. */
export interface JobDeps {
  readonly ledger: Ledger;
  readonly sources: SourceStore;
  now(): number;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
  /** Something runs, continues, or has ended (`null`). */
  onProgress(status: JobStatus | null): void;
}

/** Progress is shown at most this often, ms. */
const SHOW_EVERY_MS = 500;

/** A job that runs. */
interface Running {
  readonly kind: JobStatus["kind"];
  readonly id: string;
  readonly stop: AbortController;
  readonly meter: ProgressMeter;
  readonly ended: Promise<void>;
}

/** What a job builds, and the way to begin or to continue that. */
interface Job {
  readonly edition: Edition;
  readonly isImport: boolean;
  begin(): Promise<Build>;
}

/**
 * Work on data sets that takes a while, one job at a time: imports that the user confirmed, and rebuilds of lost
 * indexes from the kept source.
 *
 * What the user confirmed is in the list of data sets from then on; the ledger says whether it answers. A worker that
 * is killed anywhere leaves the old index or the new one. A later one resumes rebuilds, and asks before it resumes an
 * import.
 */
export class DataSetJobs {
  readonly #deps: JobDeps;
  #running: Running | null = null;
  readonly #inTurn = createInTurn();
  /** Data sets whose build failed in this worker: not tried again until the next one starts. */
  readonly #givenUp = new Set<string>();

  constructor(deps: JobDeps) {
    this.#deps = deps;
  }

  /** What runs, or the import that waits for the user's decision. */
  async status(): Promise<JobStatus | null> {
    if (this.#running !== null) return runningStatus(this.#running);
    const pending = await this.#pendingImport();
    if (pending === null) return null;
    const { edition, row } = pending;
    const { name, records: total } = edition.info;
    const state = row.state === "failed" ? "failed" : "interrupted";
    const done = await this.#recordsDone(row);
    return { name, kind: "import", state, failure: row.failure, done, total, perSecond: null };
  }

  /**
   * Starts an import; it continues after the call has ended. A rebuild is stopped and continues later.
   *
   * @throws MissingSourceError
   */
  import(edition: Edition): Promise<void> {
    return this.#inTurn(async () => {
      const { sources, ledger, now } = this.#deps;
      const { info, source } = edition;
      if ((await this.#pendingImport()) !== null)
        throw new TypeError("another import is not done yet");
      if ((await readDirectory(sources, source)) === null) throw new MissingSourceError(source);
      await this.#stopRunning();
      const before = (await this.#dataSets()).find(({ entry }) => entry.id === info.id);
      await addEdition(edition, ({ source }) => source === before?.shown?.source, now());
      const beginning = ledger.begin(planFor(edition, true));
      // An import that cannot even be begun has failed like one that fails later.
      await beginning.catch(() => undefined);
      this.#start({ edition, isImport: true, begin: () => beginning }, 0);
    });
  }

  /** Continues an import that was interrupted or failed. */
  resume(): Promise<void> {
    return this.#inTurn(async () => {
      const pending = await this.#pendingImport();
      if (pending === null || this.#running?.kind === "import") return;
      const { edition, row } = pending;
      const done = await this.#recordsDone(row).catch(() => 0);
      await this.#stopRunning();
      const build = await this.#deps.ledger.resume(row);
      this.#start({ edition, isImport: true, begin: async () => build }, done);
    });
  }

  /** Cancels the import, running or not: nothing of it stays, unless it is in use already. */
  discard(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#running?.kind === "import") await this.#stopRunning();
      const pending = await this.#pendingImport();
      if (pending === null) return;
      const { edition, row } = pending;
      await removeEdition(edition.info.id, edition.source);
      await this.#deps.ledger.discard(row);
      await this.#deps.sources.remove(edition.source);
      await this.#startNext();
    });
  }

  /** Rebuilds the index of a data set; the present one answers until then. */
  rebuild(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#givenUp.delete(id);
      const dataSet = (await this.#dataSets()).find(({ entry }) => entry.id === id);
      const edition = dataSet?.shown ?? null;
      if (dataSet?.toBuild === null && edition !== null && !(await this.#isInMemory()))
        await this.#deps.ledger.begin(planFor(edition, false));
      await this.#startNext();
    });
  }

  /** Builds what is missing or damaged, one data set after the other, in the background. */
  schedule(): Promise<void> {
    return this.#inTurn(() => this.#startNext());
  }

  /** Stops the work on a data set, and runs `change` before any other work begins. */
  stopFor(id: string, change: () => Promise<unknown>): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#running?.id === id) await this.#stopRunning();
      await change();
      await this.#startNext();
    });
  }

  /** Settles when nothing runs any more. */
  async idle(): Promise<void> {
    do {
      await this.#running?.ended;
      await this.#inTurn(async () => undefined);
    } while (this.#running !== null);
  }

  async #stopRunning(): Promise<void> {
    this.#running?.stop.abort();
    await this.#running?.ended;
  }

  /** The data sets that are listed. */
  async #dataSets(): Promise<AddedDataSet[]> {
    const [entries, rows] = await Promise.all([readDataSets(), this.#deps.ledger.rows()]);
    return addedDataSets(
      entries.filter(({ removedAt }) => removedAt === null),
      rows,
    );
  }

  async #pendingImport(): Promise<AddedDataSet["pending"]> {
    return (await this.#dataSets()).find(({ pending }) => pending !== null)?.pending ?? null;
  }

  /** Records that a build had done when it was stopped. */
  async #recordsDone({ generation }: UnfinishedRow): Promise<number> {
    return recordsDone(new Generation(await this.#deps.ledger.store(), generation));
  }

  async #isInMemory(): Promise<boolean> {
    return (await this.#deps.ledger.store()).kind === "memory";
  }

  async #startNext(): Promise<void> {
    if (this.#running !== null || (await this.#isInMemory())) return;
    const next = (await this.#dataSets()).find(
      ({ entry, toBuild }) => toBuild !== null && !this.#givenUp.has(entry.id),
    );
    if (next === undefined || next.toBuild === null) return;
    const { edition, row } = next.toBuild;
    const { ledger } = this.#deps;
    const done = row === null ? 0 : await this.#recordsDone(row).catch(() => 0);
    const begin = () => (row === null ? ledger.begin(planFor(edition, false)) : ledger.resume(row));
    this.#start({ edition, isImport: false, begin }, done);
  }

  /**
   * Call inside `#inTurn`, while nothing runs.
   *
   * @param done records that are done already
   */
  #start(job: Job, done: number): void {
    const { id, name, records: total } = job.edition.info;
    const kind = job.isImport ? "import" : "rebuild";
    const stop = new AbortController();
    const meter = new ProgressMeter(name, { done, total }, this.#deps.now);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const running: Running = { kind, id, stop, meter, ended };
    this.#running = running;
    void this.#build(job, running)
      .catch(reportError(kind))
      .finally(() => {
        this.#running = null;
        resolve();
        this.#deps.onProgress(null);
        // A caller that stopped it starts the next job itself.
        if (!stop.signal.aborted) this.schedule().catch(reportError(kind));
      });
  }

  /** Builds the index of an edition and puts it into use; a failure is kept in its row. */
  async #build(job: Job, running: Running): Promise<void> {
    const { sources, pause, now } = this.#deps;
    const { edition, isImport } = job;
    const { signal } = running.stop;
    const showProgress = throttled(
      () => this.#deps.onProgress(runningStatus(running)),
      SHOW_EVERY_MS,
      now,
    );
    const onProgress = (records: number) => {
      running.meter.set(records);
      showProgress();
    };
    let row: UnfinishedRow | null = null;
    try {
      const build = await job.begin();
      row = build.row;
      const built = await buildAddedSegment({ build, edition, sources, signal, pause, onProgress });
      signal.throwIfAborted();
      await build.commit({ ...built, builtAt: now() });
    } catch (error) {
      if (signal.aborted) return;
      await this.#keepFailure(job, row ?? planFor(edition, isImport), failureOf(error));
      throw error;
    }
    if (isImport) await this.#cleanUp(edition).catch(() => undefined);
  }

  async #keepFailure(
    { edition: { source, info }, isImport }: Job,
    plan: BuildPlan | UnfinishedRow,
    failure: JobFailure,
  ): Promise<void> {
    const { sources, ledger } = this.#deps;
    // Without the room that an import holds in reserve nothing can be written to a full disk.
    if (isImport && failure !== "internal")
      await sources.releaseReserve(source).catch(() => undefined);
    const keep = () => ledger.fail(plan, failure);
    try {
      await (failure === "disk-full" ? retried(keep) : keep());
    } catch {
      this.#givenUp.add(info.id);
    }
  }

  /** What cannot be deleted here has no owner any more, and is swept at a later start. */
  async #cleanUp({ info, source }: Edition): Promise<void> {
    const { sources } = this.#deps;
    await sources.releaseReserve(source);
    const dataSet = (await this.#dataSets()).find(({ entry }) => entry.id === info.id);
    for (const { source: one } of dataSet?.entry.editions ?? [])
      if (dataSet?.sources.includes(one) === false) await sources.remove(one);
  }
}

function planFor({ info, source }: Edition, isImport: boolean): BuildPlan {
  return { owner: info.id, part: "segment", source, isImport };
}

function runningStatus({ kind, meter }: Running): JobStatus {
  const { name, done, total, perSecond } = meter;
  return { name, kind, state: "running", failure: null, done, total, perSecond };
}
