import type { JobFailure } from "../../core/protocol/data-set-status.ts";
import { reportError } from "../report-error.ts";
import type { BlockStore } from "./block-store.ts";
import {
  type BuildFacts,
  type BuildPlan,
  type BuildRow,
  formatOf,
  isReady,
  type ReadyRow,
  recordsOf,
  type UnfinishedRow,
} from "./build-row.ts";
import { Emitter } from "./emitter.ts";
import { Generation } from "./generation.ts";
import { isAbandoned, type StoreChange } from "./store-change.ts";

/** What the ledger needs. */
export interface LedgerDeps {
  openStore(): Promise<BlockStore>;
  /** Names this worker among all that come after it. */
  readonly worker: string;
  newGeneration(): string;
}

/** Indexes that answer have changed. */
export interface LedgerChange {
  /** Those that came into use. */
  readonly ready: readonly ReadyRow[];
  /** One could not be read, and is to be rebuilt. */
  readonly isDamage: boolean;
  /** The indexes hold the same articles as before, so answers do not change. */
  readonly isSameContent: boolean;
}

/**
 * The ledger of all indexes, whoever builds them: which are ready, being built or failed. A build begins with
 * a row, writes its blocks beside the index in use, and takes its place in one transaction, so a worker
 * killed at any moment leaves the old index or the new one. Blocks that no row names are swept.
 */
export class Ledger {
  readonly changes = new Emitter<LedgerChange>();
  readonly #deps: LedgerDeps;
  /** Generations found damaged by this worker, in case a full disk keeps that from being written. */
  readonly #damaged = new Set<string>();

  constructor(deps: LedgerDeps) {
    this.#deps = deps;
  }

  store(): Promise<BlockStore> {
    return this.#deps.openStore();
  }

  async rows(): Promise<BuildRow[]> {
    const rows = await (await this.store()).rows();
    if (this.#damaged.size === 0) return rows;
    return rows.map((row) =>
      isReady(row) && this.#damaged.has(row.generation) ? { ...row, isDamaged: true } : row,
    );
  }

  /** Begins a build. */
  async begin(plan: BuildPlan): Promise<Build> {
    const [build] = await this.beginAll([plan]);
    return build;
  }

  /** Begins builds that are committed together. */
  async beginAll<Plans extends readonly [BuildPlan, ...BuildPlan[]]>(
    plans: Plans,
  ): Promise<{ [Index in keyof Plans]: Build }> {
    const rows = plans.map((plan) => this.#newRow(plan));
    await this.#apply({ put: rows });
    const store = await this.store();
    return rows.map((row) => new Build(this, store, row)) as { [Index in keyof Plans]: Build };
  }

  /** Continues a build that was interrupted or failed. */
  async resume(row: UnfinishedRow): Promise<Build> {
    const { worker } = this.#deps;
    const resumed = { ...row, state: "building", failure: null, worker } as const;
    await this.#apply({ put: [resumed] });
    return new Build(this, await this.store(), resumed);
  }

  /** Deletes a build and its blocks. */
  discard({ generation }: BuildRow): Promise<void> {
    return this.#apply({ revise: (row) => (row.generation === generation ? null : row) });
  }

  /**
   * Records that a build failed, or could not be begun. If the disk is full its blocks are deleted; otherwise it can
   * be resumed from its last checkpoint.
   */
  fail(build: BuildPlan | UnfinishedRow, failure: JobFailure): Promise<void> {
    const { worker } = this.#deps;
    const begun = "generation" in build ? build : null;
    const row = failure === "internal" && begun !== null ? begun : this.#newRow(build);
    return this.#apply({
      put: [{ ...row, worker, state: "failed", failure }],
      revise: (one) => (one.generation === begun?.generation ? null : one),
    });
  }

  /**
   * Makes a change, and calls the listeners of `changes`. Use `Build.commit` when a single build becomes ready.
   *
   * @param isSameContent as in `LedgerChange`
   */
  async change(change: StoreChange, isSameContent = false): Promise<void> {
    await this.#apply(change);
    const { put = [], revise } = change;
    const ready = put.filter(isReady);
    if (ready.length > 0 || revise !== undefined)
      await this.changes.emit({ ready, isDamage: false, isSameContent });
  }

  /** Deletes all indexes of an owner. */
  drop(owner: string): Promise<void> {
    return this.#apply({ revise: (row) => (row.owner === owner ? null : row) });
  }

  /**
   * Takes a segment out of use and deletes its story index, which may name records that cannot be read. Does nothing
   * if another segment is in use by now.
   */
  async markDamaged(generation: string): Promise<void> {
    const rows = await this.rows();
    const damaged = rows.filter(isReady).find((row) => row.generation === generation);
    if (damaged === undefined) return;
    this.#damaged.add(generation);
    const { owner } = damaged;
    await this.#apply({
      revise(row) {
        if (isReady(row) && row.generation === generation) return { ...row, isDamaged: true };
        const isOfDamaged = row.owner === owner && row.source === recordsOf(damaged);
        return row.part === "stories" && row.state === "ready" && isOfDamaged ? null : row;
      },
    }).catch(reportError("ledger"));
    await this.#emitDamage();
  }

  /** Deletes a story index that cannot be read: its segment answers only by addresses until the index is rebuilt. */
  async dropStories(owner: string): Promise<void> {
    await this.#apply({
      revise: (row) => (row.owner === owner && row.part === "stories" && isReady(row) ? null : row),
    });
    await this.#emitDamage();
  }

  /** Deletes what earlier workers left unfinished, and segments whose source belongs to no data set. */
  async sweep(isSourceUsed: (source: string) => boolean): Promise<void> {
    const isOrphan = ({ part, source }: BuildRow) =>
      part === "segment" && source !== null && !isSourceUsed(source);
    const rows = await this.rows();
    if (!rows.some((row) => isOrphan(row) || isAbandoned(row, this.#deps.worker))) return;
    await this.#apply({ revise: (row) => (isOrphan(row) ? null : row) });
  }

  #newRow(plan: BuildPlan): UnfinishedRow {
    const { worker, newGeneration } = this.#deps;
    const base = { isImport: false, ...plan, format: formatOf(plan.part) };
    return { ...base, generation: newGeneration(), worker, state: "building", failure: null };
  }

  #emitDamage(): Promise<void> {
    return this.changes.emit({ ready: [], isDamage: true, isSameContent: false });
  }

  async #apply(change: StoreChange): Promise<void> {
    await (await this.store()).change({ worker: this.#deps.worker, ...change });
  }
}

/** A build under way. */
export class Build extends Generation {
  readonly row: UnfinishedRow;
  readonly #ledger: Ledger;

  constructor(ledger: Ledger, store: BlockStore, row: UnfinishedRow) {
    super(store, row.generation);
    this.#ledger = ledger;
    this.row = row;
  }

  /** The row of this build once it is complete, to be committed together with other changes. */
  ready(facts: BuildFacts): ReadyRow {
    const { failure: _, ...row } = this.row;
    return { ...row, ...facts, state: "ready", isDamaged: false };
  }

  /**
   * Replaces its owner's index: deletes the old blocks and this build's checkpoints.
   *
   * @throws DiscardedBuildError, QuotaExceededError; then all is as it was
   */
  async commit(facts: BuildFacts): Promise<ReadyRow> {
    const ready = this.ready(facts);
    await this.#ledger.change({ put: [ready] });
    return ready;
  }

  discard(): Promise<void> {
    return this.#ledger.discard(this.row);
  }
}
