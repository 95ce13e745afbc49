import type { SiteAccess } from "../../core/data-set/data-set.ts";
import type { Segment } from "../../core/segment/segment.ts";
import { placeOfDocuments } from "../../core/segment/source-block.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import { UnreadableStoriesError } from "../../core/story-index/story-index-reader.ts";
import { reportError } from "../report-error.ts";
import type { DataSetEntry, Edition } from "../storage/data-set-entry.ts";
import { type DataSetList, dataSetsItem } from "../storage/stored-items.ts";
import type { BlockStore } from "../store/block-store.ts";
import type { BuildRow, ReadyRow } from "../store/build-row.ts";
import { Emitter } from "../store/emitter.ts";
import type { Ledger } from "../store/ledger.ts";
import { Once } from "../store/once.ts";
import type { SourceStore } from "../store/source-store.ts";
import { addedDataSets } from "./added-data-set.ts";
import type { BundledDataSet } from "./bundled-data-set.ts";
import { type OpenSegment, openIfReadable } from "./open-segment.ts";

/** What the library needs. */
export interface LibraryDeps {
  readonly ledger: Ledger;
  readonly bundled: BundledDataSet;
  /** The articles of live outlets. */
  readonly live: {
    /** Its segments that can be read, the newest first. */
    openSegments(store: BlockStore, rows: readonly BuildRow[]): Promise<OpenSegment[]>;
  };
  /** Files of published data sets. */
  readonly mirrors: {
    /** Those in use that can be read, the newest of each data set first. */
    segments(): Promise<OpenMirrored[]>;
    /** By their `generation`. */
    drop(file: string): Promise<void>;
    dropStories(file: string): void;
  };
  readonly sources: SourceStore;
}

/** A file of a published data set: one of several segments of it. */
interface OpenMirrored extends OpenDataSet {
  /** When the user subscribed, ms since 1970. */
  readonly addedAt: number;
}

/** What is open: the bundled data set unless it is switched off, the others, latest first, and the live articles. */
interface OpenDataSets {
  readonly bundled: Segment | null;
  readonly added: readonly OpenDataSet[];
  readonly mirrored: readonly OpenMirrored[];
  /** The newest first. */
  readonly live: readonly OpenSegment[];
}

/** A data set that the user added. */
interface OpenDataSet extends OpenSegment {
  readonly access: SiteAccess;
}

/**
 * The data sets that are switched on, open for look-ups. One that turns out damaged or lost is left out until its
 * index is rebuilt; the others keep answering.
 */
export class DataSetLibrary {
  /** A data set was found to have no index that can answer. */
  readonly missing = new Emitter<null>();
  readonly #deps: LibraryDeps;
  readonly #open = new Once(() => this.#openAll());

  constructor(deps: LibraryDeps) {
    this.#deps = deps;
  }

  /**
   * The segments in order of precedence: the data set that the user added last comes first, live articles after data
   * sets that somebody edits.
   */
  async segments(): Promise<Segment[]> {
    return inOrder(await this.#open.get());
  }

  /** Match patterns of the pages on which the content script may run. */
  async patterns(): Promise<string[]> {
    const { bundled, added, mirrored } = await this.#open.get();
    const shown = [...added, ...mirrored]
      .filter(({ access }) => access !== "toolbar")
      .map(({ segment }) => segment);
    const segments = bundled === null ? shown : [...shown, bundled];
    const patterns = await Promise.all(segments.map((segment) => segment.patterns()));
    return [...new Set(patterns.flat())].sort();
  }

  /** Forgets what is open: the list of data sets has changed. */
  refresh(): void {
    this.#open.forget();
  }

  /**
   * Runs a look-up, which can begin while the data sets open. When a block turns out missing or damaged, the look-up
   * runs again: with the bundled data set opened again, or without the added data set, whose index is rebuilt later.
   * If a story index is damaged, the look-up runs without it.
   *
   * @throws UnreadableSegmentError when that does not help
   */
  async lookUp<Answer>(run: (segments: Promise<Segment[]>) => Promise<Answer>): Promise<Answer> {
    const failed = new Set<string>();
    const withoutStories = new Set<string>();
    const usable = (segment: Segment) =>
      withoutStories.has(segment.stories?.dataSet ?? "") ? segment.withoutStories() : segment;
    for (;;) {
      const opening = this.#open.get();
      try {
        return await run(opening.then((opened) => inOrder(opened).map(usable)));
      } catch (error) {
        if (!(error instanceof UnreadableSegmentError)) throw error;
        if (error instanceof UnreadableStoriesError) {
          // Another look-up has dropped it already, or another one has replaced it.
          if (this.#open.kept !== opening) continue;
          if (withoutStories.has(error.dataSet)) throw error;
          withoutStories.add(error.dataSet);
          await this.#dropStories(error.dataSet).catch(reportError("stories"));
          continue;
        }
        const opened = await opening;
        const broken = [...opened.added, ...opened.mirrored, ...opened.live].find(
          ({ segment }) => segment.name === error.dataSet,
        );
        const tried = `${error.dataSet} ${broken?.generation ?? "bundled"}`;
        if (failed.has(tried)) throw error;
        failed.add(tried);
        await this.#repair(opened, broken);
      }
    }
  }

  /** Without its story index the data set answers by addresses, until the index is rebuilt. */
  async #dropStories(dataSet: string): Promise<void> {
    this.refresh();
    this.#deps.mirrors.dropStories(dataSet);
    await this.#deps.ledger.dropStories(dataSet);
    this.refresh();
  }

  /** @param broken the segment that failed; `undefined` for the bundled data set, which is opened again */
  async #repair({ mirrored }: OpenDataSets, broken: OpenSegment | undefined): Promise<void> {
    this.refresh();
    if (broken === undefined) this.#deps.bundled.forget();
    else if (mirrored.some((file) => file === broken))
      await this.#deps.mirrors.drop(broken.generation);
    else await this.#deps.ledger.markDamaged(broken.generation);
  }

  async #openAll(): Promise<OpenDataSets> {
    const { ledger, live, mirrors } = this.#deps;
    const [list, store, rows] = await Promise.all([
      this.#readList(),
      ledger.store(),
      ledger.rows(),
    ]);
    const [added, mirrored, liveSegments] = await Promise.all([
      store.kind === "memory" ? [] : this.#openAdded(store, list.added, rows),
      store.kind === "memory" ? [] : mirrors.segments().catch(noneOpen),
      live.openSegments(store, rows),
    ]);
    const canDoWithout = added.length + mirrored.length + liveSegments.length > 0;
    const bundled = list.isBundledEnabled ? await this.#openBundled(canDoWithout) : null;
    return { bundled, added, mirrored, live: liveSegments };
  }

  /** @param canDoWithout where it cannot be opened, the others answer, and the next call tries again */
  async #openBundled(canDoWithout: boolean): Promise<Segment | null> {
    try {
      return (await this.#deps.bundled.open()).segment;
    } catch (error) {
      if (!canDoWithout) throw error;
      console.error("Second Source: no bundled data set", error);
      this.refresh();
      return null;
    }
  }

  /** The list of data sets; their sources open while the database does, which takes as long. */
  async #readList(): Promise<DataSetList> {
    const list = await dataSetsItem.read();
    for (const { source } of list.added.filter(isSwitchedOn).flatMap(({ editions }) => editions))
      void this.#deps.sources.open(source).catch(() => undefined);
    return list;
  }

  async #openAdded(
    store: BlockStore,
    entries: readonly DataSetEntry[],
    rows: readonly BuildRow[],
  ): Promise<OpenDataSet[]> {
    const added = addedDataSets(entries.filter(isSwitchedOn), rows);
    if (added.some(({ toBuild }) => toBuild !== null)) void this.missing.emit(null);
    const latestFirst = added.sort((a, b) => b.entry.addedAt - a.entry.addedAt);
    const opening = latestFirst.map(
      ({ shown, answering }) => shown && answering && this.#openOne(store, shown, answering, rows),
    );
    return (await Promise.all(opening)).filter((dataSet) => dataSet !== null);
  }

  async #openOne(
    store: BlockStore,
    { info, access, source }: Edition,
    row: ReadyRow,
    rows: readonly BuildRow[],
  ): Promise<OpenDataSet | null> {
    const { ledger, sources } = this.#deps;
    const open = await openIfReadable(
      store,
      row,
      rows,
      {
        info,
        async read(name) {
          if (placeOfDocuments(name) === null) return store.read(row.generation, name);
          try {
            return await (await sources.open(source))?.read(name);
          } catch {
            return undefined;
          }
        },
      },
      (generation) => ledger.markDamaged(generation),
    );
    return open && { ...open, access };
  }
}

/** Where the browser refuses files, the other data sets answer. */
function noneOpen(error: unknown): OpenMirrored[] {
  reportError("published data sets")(error);
  return [];
}

function inOrder({ bundled, added, mirrored, live }: OpenDataSets): Segment[] {
  const segmentOf = ({ segment }: OpenSegment) => segment;
  const own = bundled === null ? [] : [bundled];
  const subscribed = mirrored.toSorted((a, b) => b.addedAt - a.addedAt);
  return [...added.map(segmentOf), ...subscribed.map(segmentOf), ...own, ...live.map(segmentOf)];
}

function isSwitchedOn({ isEnabled, removedAt }: DataSetEntry): boolean {
  return isEnabled && removedAt === null;
}
