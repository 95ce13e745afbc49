import { type DataSet, dataSet as dataSetSchema } from "../../core/data-set/data-set.ts";
import { buildSegment } from "../../core/segment/build-segment.ts";
import type { SegmentReader } from "../../core/segment/segment-reader.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import { BUNDLED, isUsable, segmentOf } from "../store/build-row.ts";
import type { Ledger } from "../store/ledger.ts";
import { Once } from "../store/once.ts";
import { openSegment } from "./open-segment.ts";

/** What the bundled index needs. */
export interface BundledDeps {
  readonly ledger: Ledger;
  /** An update of the extension brings other bundled data. */
  readonly extensionVersion: string;
  /** The bundled data set as parsed JSON. */
  loadDataSet(): Promise<unknown>;
  /** Whether an index was ever built in this profile: where there is none, the database was emptied. */
  wasBuilt(): Promise<boolean>;
  markBuilt(): Promise<void>;
  /** The index was lost and is there again. */
  onRebuilt(): Promise<void>;
  now(): number;
}

/**
 * Keeps the index of the bundled data set at hand: builds it when it is missing, of another format
 * or of another version of the extension, and when it was wiped.
 */
export class BundledIndex {
  readonly #deps: BundledDeps;
  readonly #index = new Once(() => this.#openOrBuild());
  #builds = 0;

  constructor(deps: BundledDeps) {
    this.#deps = deps;
  }

  /** The index, once it can be used. A failure is not kept: the next call tries again. */
  open(): Promise<SegmentReader> {
    return this.#index.get();
  }

  /** The next call opens the index again: its story index was built or taken out. */
  forget(): void {
    if (this.#builds === 0) this.#index.forget();
  }

  /** Builds the index anew from the bundled data, whatever is there. */
  rebuild(): Promise<SegmentReader> {
    const before = this.#index.kept;
    const rebuild = async () => {
      await before?.catch(() => undefined);
      return this.#build();
    };
    return this.#index.keep(rebuild());
  }

  /** Builds anew an index that turned out damaged, unless that was done since `segment` was opened. */
  async repair(segment: SegmentReader): Promise<void> {
    const current = this.#index.kept;
    if (current !== null && (await current) !== segment) return;
    // Of several look-ups that trip over the same block, the first builds, the others wait.
    if (this.#index.kept !== current) return void (await this.#index.kept);
    await this.rebuild();
    await this.#deps.onRebuilt();
  }

  async #openOrBuild(): Promise<SegmentReader> {
    const { ledger, extensionVersion, wasBuilt, markBuilt, onRebuilt } = this.#deps;
    const [store, rows, isMarked] = await Promise.all([ledger.store(), ledger.rows(), wasBuilt()]);
    const row = segmentOf(BUNDLED, rows);
    const isCurrent = row !== null && row.version === extensionVersion && isUsable(row);
    if (isCurrent) {
      try {
        const segment = await openSegment(store, row, rows);
        if (!isMarked) await markBuilt();
        return segment;
      } catch (error) {
        if (!(error instanceof UnreadableSegmentError)) throw error;
      }
    }
    const index = await this.#build();
    const wasLost = isCurrent || (row === null && isMarked);
    if (wasLost && store.kind === "indexeddb") await onRebuilt();
    return index;
  }

  async #build(): Promise<SegmentReader> {
    this.#builds++;
    try {
      return await this.#buildFrom(dataSetSchema.parse(await this.#deps.loadDataSet()));
    } finally {
      this.#builds--;
    }
  }

  async #buildFrom(dataSet: DataSet): Promise<SegmentReader> {
    const { ledger, extensionVersion, now, markBuilt } = this.#deps;
    const build = await ledger.begin({
      owner: BUNDLED,
      part: "segment",
      source: null,
      version: extensionVersion,
    });
    try {
      for await (const block of buildSegment(dataSet)) await build.add(block);
      await build.flush();
    } catch (error) {
      await build.discard().catch(() => undefined);
      throw error;
    }
    const facts = { builtAt: now(), bytes: build.bytes, records: dataSet.records.length };
    const row = await build.commit(facts);
    await markBuilt();
    return openSegment(await ledger.store(), row, []);
  }
}
