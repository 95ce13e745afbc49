import type { SiteAccess } from "../../core/data-set/data-set.ts";
import { FORMAT_VERSION } from "../../core/segment/format.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { placeOfDocuments } from "../../core/segment/source-blocks.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import {
  type StoryIndexReader,
  UnreadableStoriesError,
} from "../../core/story-index/story-index-reader.ts";
import {
  type DamageReport,
  type OpenSegment,
  openLiveSegments,
} from "../feeds/live/live-segments.ts";
import {
  type AddedDataSet,
  changeDataSet,
  type Registry,
  readRegistry,
} from "../storage/data-set-registry.ts";
import type { BlockStore, SegmentRecord } from "../store/block-store.ts";
import type { SourceStore } from "../store/source-store.ts";
import type { BundledIndex } from "./bundled-index.ts";
import { openStories } from "./open-stories.ts";
import { storiesOf } from "./story-record.ts";

/** Times a look-up has the bundled index mended: it may have been opened again meanwhile, damaged as it was. */
const MAX_BUNDLED_FAILURES = 2;

/** What the library needs. */
export interface LibrarySurroundings {
  readonly bundled: BundledIndex;
  readonly live: DamageReport;
  readonly sources: SourceStore;
  openStore(): Promise<BlockStore>;
  /** Generations under construction, which a removal must not sweep. */
  underConstruction(): Promise<readonly string[]>;
  /** An added data set was marked `stale`: its index is to be built anew. */
  onStale(): void;
  /** A story index was taken out: it is to be built anew. */
  onStoriesLost(): void;
}

/** What is open: the bundled data set unless it is switched off, the others, latest first, and the live articles. */
interface OpenDataSets {
  readonly bundled: SegmentReader | null;
  readonly added: readonly OpenDataSet[];
  /** The newest first. */
  readonly live: readonly OpenSegment[];
}

/** A data set of the reader's own. */
interface OpenDataSet extends OpenSegment {
  readonly id: string;
  readonly access: SiteAccess;
}

/**
 * The data sets that are switched on, open for look-ups. One that turns out damaged or lost is left
 * out until its index is built anew; the others go on answering.
 */
export class DataSetLibrary {
  readonly #surroundings: LibrarySurroundings;
  #open: Promise<OpenDataSets> | null = null;

  constructor(surroundings: LibrarySurroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * The segments in the order in which their word counts: what the reader added last comes first, feeds
   * after what is edited.
   */
  async segments(): Promise<SegmentReader[]> {
    return inOrder(await this.#opened());
  }

  /** Match patterns of the pages on which the content script may run. */
  async patterns(): Promise<string[]> {
    const { bundled, added } = await this.#opened();
    const shown = added.filter(({ access }) => access !== "toolbar").map(({ segment }) => segment);
    const segments = bundled === null ? shown : [...shown, bundled];
    const patterns = await Promise.all(segments.map((segment) => segment.patterns()));
    return [...new Set(patterns.flat())].sort();
  }

  /** Forgets what is open: the list of data sets has changed. */
  refresh(): void {
    this.#open = null;
  }

  /**
   * Runs a look-up, which can begin while the data sets open. When a block turns out missing or
   * damaged, the look-up runs again: with the bundled index built anew at once, or without the added
   * data set, whose turn comes later. What a story index lacks is answered without it.
   *
   * @throws UnreadableSegmentError when that does not help
   */
  async lookUp<Answer>(
    run: (segments: Promise<SegmentReader[]>) => Promise<Answer>,
  ): Promise<Answer> {
    const failed = new Set<string>();
    let bundledFailures = 0;
    const withoutStories = new Set<string>();
    const usable = (segment: SegmentReader) =>
      withoutStories.has(segment.stories?.dataSet ?? "") ? segment.withoutStories() : segment;
    for (;;) {
      const opening = this.#opened();
      try {
        return await run(opening.then((opened) => inOrder(opened).map(usable)));
      } catch (error) {
        if (!(error instanceof UnreadableSegmentError)) throw error;
        if (error instanceof UnreadableStoriesError) {
          // Another look-up has taken it out already, or another one has taken its place.
          if (this.#open !== opening) continue;
          if (withoutStories.has(error.dataSet)) throw error;
          withoutStories.add(error.dataSet);
          await this.#dropStories(error.dataSet).catch(report);
          continue;
        }
        const opened = await opening;
        const broken = [...opened.added, ...opened.live].find(
          ({ segment }) => segment.name === error.dataSet,
        );
        const tried = `${error.dataSet} ${broken?.generation ?? `bundled ${++bundledFailures}`}`;
        if (failed.has(tried) || bundledFailures > MAX_BUNDLED_FAILURES) throw error;
        failed.add(tried);
        await this.#repair(opened, broken);
      }
    }
  }

  /** Without its story index the data set answers by addresses, until that is built anew. */
  async #dropStories(dataSet: string): Promise<void> {
    this.refresh();
    const store = await this.#surroundings.openStore();
    await store.remove(storiesOf(dataSet), await this.#surroundings.underConstruction());
    this.refresh();
    this.#surroundings.onStoriesLost();
  }

  async #repair({ bundled, live }: OpenDataSets, broken: OpenSegment | undefined): Promise<void> {
    this.refresh();
    if (broken === undefined) {
      if (bundled !== null) await this.#surroundings.bundled.repair(bundled);
      return;
    }
    const { generation, segment } = broken;
    const records = await (await this.#surroundings.openStore()).segments();
    const inUse = records.find(({ dataSet }) => dataSet === segment.name);
    if (live.includes(broken)) {
      if (inUse?.generation === generation) this.#surroundings.live.onDamage(generation);
      return;
    }
    // Another index is in use by now: it was not damaged but taken away.
    if (inUse !== undefined && inUse.generation !== generation) return;
    // It may name records that cannot be read, and would be asked again once the index is there.
    await this.#dropStories(segment.name).catch(report);
    await this.#markStale(segment.name, generation);
  }

  /** Marks the index of a generation as lost; nothing when another is in use by now. */
  async #markStale(id: string, generation: string): Promise<void> {
    await changeDataSet(id, (dataSet) =>
      dataSet.generation === generation && dataSet.state === "ready"
        ? { ...dataSet, state: "stale" }
        : dataSet,
    );
    this.#surroundings.onStale();
  }

  #opened(): Promise<OpenDataSets> {
    if (this.#open === null) {
      const opening = this.#openAll();
      opening.catch(() => {
        if (this.#open === opening) this.#open = null;
      });
      this.#open = opening;
    }
    return this.#open;
  }

  async #openAll(): Promise<OpenDataSets> {
    const [registry, store] = await Promise.all([
      this.#readRegistry(),
      this.#surroundings.openStore(),
    ]);
    const records = store.segments();
    const [added, live] = await Promise.all([
      store.kind === "memory" ? [] : this.#openAdded(store, registry.added, records),
      records.then((all) => openLiveSegments(store, all, this.#surroundings.live)),
    ]);
    const canDoWithout = added.length + live.length > 0;
    const bundled = registry.isBundledEnabled ? await this.#openBundled(canDoWithout) : null;
    return { bundled, added, live };
  }

  /** @param canDoWithout where it cannot be built, the others answer, and the next call tries again */
  async #openBundled(canDoWithout: boolean): Promise<SegmentReader | null> {
    try {
      return (await this.#surroundings.bundled.open()).segment;
    } catch (error) {
      if (!canDoWithout) throw error;
      console.error("Second Source: no bundled index", error);
      this.refresh();
      return null;
    }
  }

  /** The list of data sets; their sources open while the database does, which takes as long. */
  async #readRegistry(): Promise<Registry> {
    const registry = await readRegistry();
    for (const { source } of registry.added.filter(isInUse))
      void this.#surroundings.sources.open(source).catch(() => undefined);
    return registry;
  }

  async #openAdded(
    store: BlockStore,
    added: readonly AddedDataSet[],
    inStore: Promise<readonly SegmentRecord[]>,
  ): Promise<OpenDataSet[]> {
    const inUse = added.filter(isInUse);
    if (inUse.length === 0) return [];
    const latestFirst = [...inUse].sort((a, b) => b.addedAt - a.addedAt);
    // All are asked for at once: a worker that was just woken waits for one answer, not for two.
    const metas = latestFirst.map(({ generation }) => store.read(generation, "meta"));
    const [records] = await Promise.all([inStore, ...metas]);
    const open = await Promise.all(
      latestFirst.map((dataSet, i) => {
        const record = records.find((one) => one.dataSet === dataSet.info.id);
        const meta = record?.generation === dataSet.generation ? metas[i] : undefined;
        const stories = record === undefined ? null : openStories(store, record, records);
        return this.#openOne(store, dataSet, record, meta, stories);
      }),
    );
    return open.filter((dataSet) => dataSet !== null);
  }

  async #openOne(
    store: BlockStore,
    { info, generation, access }: AddedDataSet,
    record: SegmentRecord | undefined,
    meta: ReturnType<BlockStore["read"]> | undefined,
    stories: StoryIndexReader | null,
  ): Promise<OpenDataSet | null> {
    const { sources } = this.#surroundings;
    // The list is written after the database; in between, the database has the newer word.
    if (record === undefined || record.format !== FORMAT_VERSION || record.source === null) {
      await this.#markStale(info.id, generation);
      return null;
    }
    const { source } = record;
    try {
      const segment = await SegmentReader.open(
        async (name) => {
          if (name === "meta" && meta !== undefined) return meta;
          const place = placeOfDocuments(name);
          if (place === null) return store.read(record.generation, name);
          try {
            const kept = await sources.open(source);
            return await kept?.read(place.start, place.start + place.length);
          } catch {
            return undefined;
          }
        },
        info,
        stories,
      );
      return { id: info.id, generation: record.generation, access, segment };
    } catch (error) {
      if (!(error instanceof UnreadableSegmentError)) throw error;
      await this.#markStale(info.id, generation);
      return null;
    }
  }
}

function report(error: unknown): void {
  console.error("Second Source: stories", error);
}

function inOrder({ bundled, added, live }: OpenDataSets): SegmentReader[] {
  const segmentOf = ({ segment }: OpenSegment) => segment;
  const own = bundled === null ? [] : [bundled];
  return [...added.map(segmentOf), ...own, ...live.map(segmentOf)];
}

function isInUse({ isEnabled, deletedAt, state }: AddedDataSet): boolean {
  return isEnabled && deletedAt === null && state === "ready";
}
