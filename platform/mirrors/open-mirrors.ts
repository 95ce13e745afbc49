import type { DataSetInfo, SiteAccess } from "../../core/data-set/data-set.ts";
import { DataSetFile, UnreadableDataSetFileError } from "../../core/data-set-file/data-set-file.ts";
import type { FileBlockName } from "../../core/data-set-file/layout.ts";
import { CheckedBlocks } from "../../core/published/checked-blocks.ts";
import { type IndexedMirror, IndexedSegment } from "../../core/published/indexed-segment.ts";
import type { MirrorList } from "../../core/published/mirror-list.ts";
import type { PublishedFile } from "../../core/published/published-manifest.ts";
import type { PublishedSubscription } from "../../core/published/subscription.ts";
import type { ReadBlock } from "../../core/segment/format.ts";
import type { Segment } from "../../core/segment/segment.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import type { TimeSpan } from "../../core/segment/segment-stories.ts";
import { placeOfDocuments } from "../../core/segment/source-block.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import { StoryIndexReader } from "../../core/story-index/story-index-reader.ts";
import type { OpenSegment } from "../indexing/open-segment.ts";
import { readPublishedSets } from "../storage/published-store.ts";
import { Once } from "../store/once.ts";
import { readCheckNote } from "./check-note.ts";
import { openMirrorIndex } from "./index-mirror.ts";
import type { MirrorFiles } from "./mirror-files.ts";
import { readMirrorList } from "./update-mirror.ts";

/** A file of a mirror, open for look-ups: one of several segments of a data set. */
export interface OpenMirrorFile extends OpenSegment {
  readonly access: SiteAccess;
  /** When the user subscribed, ms since 1970. */
  readonly addedAt: number;
}

/** What a file is read through. It never changes, so it stays open as long as it is in use. */
interface OpenFile {
  readonly read: ReadBlock;
  readonly file: DataSetFile;
  /** Its match patterns, which are read once. */
  patterns(): Promise<readonly string[]>;
}

/** A file of a mirror that is in use. */
interface FileInUse {
  /** Id of the subscription. */
  readonly id: string;
  readonly published: PublishedFile;
  readonly info: DataSetInfo;
}

/** Opens the files of mirrors for look-ups. Those that the mirror's index covers are opened when they are needed. */
export class OpenMirrors {
  readonly #files: MirrorFiles;
  readonly #onDamage: (id: string, name: string) => Promise<void>;
  readonly #open = new Map<string, Promise<OpenFile | null>>();
  /** The mirrors in use that have an index, by their subscriptions. */
  readonly #indexed = new Map<string, IndexedMirror>();
  readonly #withoutStories = new Set<string>();

  /** @param onDamage called with the subscription and the name of a file that cannot be read */
  constructor(files: MirrorFiles, onDamage: (id: string, name: string) => Promise<void>) {
    this.#files = files;
    this.#onDamage = onDamage;
  }

  /** The files that are in use and can be read, the newest of each mirror first. */
  async segments(): Promise<OpenMirrorFile[]> {
    const enabled = (await readPublishedSets()).filter(
      ({ isEnabled, removedAt }) => isEnabled && removedAt === null,
    );
    const opened = await Promise.all(enabled.map((one) => this.#openMirror(one)));
    for (const id of this.#indexed.keys())
      if (!enabled.some((one) => one.id === id)) this.#indexed.delete(id);
    const files = opened.flat();
    const names = new Set(files.map(({ generation }) => generation));
    for (const name of this.#open.keys()) if (!names.has(name)) this.#open.delete(name);
    return files;
  }

  /** Match patterns of the sites of a mirror's files that can be read. */
  async patternsOf(id: string): Promise<string[]> {
    const prefix = `${id}/`;
    const names = [...this.#open.keys()].filter((name) => name.startsWith(prefix));
    const patterns = names.map(async (name) => {
      const open = await this.#open.get(name)?.catch(() => null);
      return (await open?.patterns()) ?? [];
    });
    const indexed = (await this.#indexed.get(id)?.index.patterns()) ?? [];
    return [...new Set([...(await Promise.all(patterns)).flat(), ...indexed])].sort();
  }

  /** Takes a file that turned out damaged out of use. */
  async drop(generation: string): Promise<void> {
    const [id = "", name = ""] = generation.split("/");
    this.#open.delete(generation);
    await this.#onDamage(id, name);
  }

  /** Lets a file answer only by addresses while this worker runs, because its story index cannot be read. */
  dropStories(generation: string): void {
    this.#withoutStories.add(generation);
  }

  async #openMirror(subscription: PublishedSubscription): Promise<OpenMirrorFile[]> {
    const { id, name, access, addedAt } = subscription;
    const [list, index, names] = await Promise.all([
      readMirrorList(this.#files, id),
      openMirrorIndex(this.#files, id),
      this.#files.names(id),
    ]);
    if (list === null) return [];
    const held = new Set(names);
    const info = infoOf(id, name, list);
    const mirror: IndexedMirror | null = index && { index, segments: new Map() };
    if (mirror === null) this.#indexed.delete(id);
    else this.#indexed.set(id, mirror);
    const numbers = new Map(index?.meta.files.map((file, number) => [file.name, number]));
    const opening = list.files.map(async (published) => {
      const generation = `${id}/${published.name}`;
      const file = { id, published, info };
      const number = numbers.get(published.name);
      if (mirror !== null && number !== undefined) {
        if (!held.has(published.name)) return null;
        const segment = this.#indexedSegment(file, mirror, number);
        return { generation, segment, access, addedAt };
      }
      try {
        const segment = await this.#openSegment(file);
        return segment && { generation, segment, access, addedAt };
      } catch (error) {
        if (!(error instanceof UnreadableSegmentError)) throw error;
        await this.drop(generation);
        return null;
      }
    });
    return (await Promise.all(opening)).filter((file) => file !== null);
  }

  /** A file that is opened once it is needed. */
  #indexedSegment(file: FileInUse, mirror: IndexedMirror, number: number): Segment {
    const { id, published, info } = file;
    const name = `${id}/${published.name}`;
    const indexed = mirror.index.meta.files[number];
    if (indexed === undefined) throw new RangeError(`no file ${number}`);
    const read = async (names: readonly FileBlockName[]) => {
      const open = await this.#openFile(id, published.name);
      if (open === null) throw new UnreadableSegmentError(name, "it is not there");
      return open.file.readAll(names);
    };
    const hasStories = indexed.hasStories && !this.#withoutStories.has(name);
    const stories = hasStories ? new StoryIndexReader(name, read, spanOf(published)) : null;
    const opening = new Once(async () => {
      const segment = await this.#openSegment(file);
      if (segment === null) throw new UnreadableSegmentError(name, "it is not there");
      return segment;
    });
    const open = () => opening.get();
    const segment = new IndexedSegment(mirror, { number, indexed, info, name, stories, open });
    mirror.segments.set(number, segment);
    return segment;
  }

  async #openSegment({ id, published, info }: FileInUse): Promise<SegmentReader | null> {
    const generation = `${id}/${published.name}`;
    const open = await this.#openFile(id, published.name);
    if (open === null) return null;
    const { file, read } = open;
    const hasStories = file.hasStories && !this.#withoutStories.has(generation);
    const stories = hasStories
      ? new StoryIndexReader(generation, (names) => file.readAll(names), spanOf(published))
      : null;
    return SegmentReader.open(read, info, stories, generation);
  }

  async #openFile(id: string, name: string): Promise<OpenFile | null> {
    const generation = `${id}/${name}`;
    const opening = this.#open.get(generation) ?? openFile(this.#files, id, name);
    this.#open.set(generation, opening);
    opening.catch(() => this.#open.delete(generation));
    const open = await opening;
    if (open === null) this.#open.delete(generation);
    return open;
  }
}

/** `null` when it is not there, was not checked, or waits to be rebuilt. */
async function openFile(files: MirrorFiles, id: string, name: string): Promise<OpenFile | null> {
  const note = await readCheckNote(files, id, name);
  if (note === null) {
    // Deletes the rest, so that it does not count as a whole file; the next update fetches it again.
    await files.removeFile(id, name);
    return null;
  }
  const [source, size] = await Promise.all([
    files.reader(id, name, note.version),
    files.size(id, name, note.version),
  ]);
  const checked = new CheckedBlocks(note);
  try {
    const file = await DataSetFile.open(source, size);
    if (!file.hasSegment) return null;
    const read: ReadBlock = async (block) => {
      const place = placeOfDocuments(block);
      return place === null || checked.has(place) ? file.read(block) : undefined;
    };
    let patterns: Promise<readonly string[]> | null = null;
    return {
      file,
      read,
      patterns() {
        patterns ??= SegmentReader.open(read)
          .then((segment) => segment.patterns())
          .catch(() => []);
        return patterns;
      },
    };
  } catch (error) {
    if (!(error instanceof UnreadableDataSetFileError)) throw error;
    throw new UnreadableSegmentError(`${id}/${name}`, error.message);
  }
}

/** The data set as a whole, whichever of its files an article is from. */
export function infoOf(id: string, name: string, { manifest, files }: MirrorList): DataSetInfo {
  const { description, licence, source, version } = manifest;
  const spans = files.map(spanOf).filter((span) => span !== null);
  return {
    ...{ id, name, description, licence, source },
    version: String(version),
    from: spans.length === 0 ? null : Math.min(...spans.map(({ from }) => from)),
    to: spans.length === 0 ? null : Math.max(...spans.map(({ to }) => to)),
    records: files.reduce((sum, { records }) => sum + records, 0),
  };
}

function spanOf({ from, to }: PublishedFile): TimeSpan | null {
  return from === null || to === null ? null : { from: Date.parse(from), to: Date.parse(to) };
}
