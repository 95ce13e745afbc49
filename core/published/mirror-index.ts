import { DataSetFile, UnreadableDataSetFileError } from "../data-set-file/data-set-file.ts";
import { decodeBlock, unsealBytes } from "../segment/block-codec.ts";
import { inflateJson } from "../segment/deflate.ts";
import {
  type BlockName,
  MAX_BLOCK_BYTES,
  type OutletProfile,
  type SegmentMeta,
} from "../segment/format.ts";
import { domainBucket, keyHash } from "../segment/key-hash.ts";
import type { ReadSource } from "../segment/scan-source.ts";
import { coversHost, sitesOfHost } from "../segment/segment-reader.ts";

/**
 * The index of a mirror says which of its files have an address or an outlet, so that a look-up asks and opens only
 * these, however many there are. It is derived from the files and names those that it covers: a file that it does not
 * name is asked itself, so an index that is lost or out of date costs time but no answers.
 *
 * It is a data set file without a source. Its blocks have the names of those of a segment:
 *
 * urls/N     rows of 6 bytes, big-endian: fingerprint of a URL key (4), number of the file (2) domains/N  the outlets
 * (`IndexedOutlet`): JSON, deflate patterns   the match patterns of all files meta       `IndexMeta`: JSON, deflate
 */
export const INDEX_VERSION = 1;
export const ADDRESS_ROW_BYTES = 6;
/** Addresses in a bucket on average: 3 kB. */
export const ADDRESSES_IN_BUCKET = 512;

/** What a look-up needs to know of a file before it is opened. */
export interface IndexedFile {
  readonly name: string;
  readonly hasStories: boolean;
  readonly meta: Omit<SegmentMeta, "dataSet">;
}

/** The number of a file is its index in `files`. */
export interface IndexMeta {
  readonly version: typeof INDEX_VERSION;
  readonly files: readonly IndexedFile[];
  /** Names of the files that it does not cover, because it has no room for their addresses. */
  readonly others: readonly string[];
  readonly urlBuckets: number;
  readonly domainBuckets: number;
}

/** An outlet with its profile over all files, and the number of each file that has it, with the time of its latest article there. */
export interface IndexedOutlet {
  readonly profile: OutletProfile;
  /** Files with rated articles of it come first, else in the order of the mirror. */
  readonly files: readonly (readonly [file: number, latest: number | null])[];
}

/** Hosts and keys whose answers are kept: every file of a mirror asks for the same one. */
const MAX_KEPT = 64;

/** An open index. Every answer is `undefined` when it cannot be read; the files are then asked themselves. */
export class MirrorIndex {
  readonly meta: IndexMeta;
  readonly #file: DataSetFile;
  readonly #outlets = new Map<string, Promise<IndexedOutlet | null | undefined>>();
  readonly #files = new Map<string, Promise<ReadonlySet<number> | undefined>>();
  #patterns: Promise<readonly string[] | undefined> | null = null;

  private constructor(file: DataSetFile, meta: IndexMeta) {
    this.#file = file;
    this.meta = meta;
  }

  /**
   * @param size bytes
   * @returns `null` when it is damaged, or of another format
   */
  static async open(read: ReadSource, size: number): Promise<MirrorIndex | null> {
    try {
      const file = await DataSetFile.open(read, size);
      if (!file.hasSegment) return null;
      const meta = await packed<IndexMeta>(file, "meta");
      return meta.version === INDEX_VERSION ? new MirrorIndex(file, meta) : null;
    } catch (error) {
      if (error instanceof UnreadableDataSetFileError) return null;
      return undefinedIfUnreadable(error) ?? null;
    }
  }

  /** The numbers of the files that may have an article with a URL key. Reads one block. */
  filesWith(key: string): Promise<ReadonlySet<number> | undefined> {
    return kept(this.#files, key, async () => {
      const { fingerprint } = keyHash(key);
      const name: BlockName = `urls/${addressBucket(fingerprint, this.meta.urlBuckets)}`;
      const rows = unsealBytes(name, await bytesOf(this.#file, name));
      const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
      const files = new Set<number>();
      for (let at = 0; at < rows.length; at += ADDRESS_ROW_BYTES)
        if (view.getUint32(at) === fingerprint) files.add(view.getUint16(at + 4));
      return files;
    });
  }

  /** The outlet that a host belongs to; `null` when there is none. Reads at most four blocks. */
  outlet(hostname: string): Promise<IndexedOutlet | null | undefined> {
    return kept(this.#outlets, hostname, async () => {
      for (const site of sitesOfHost(hostname)) {
        const name: BlockName = `domains/${domainBucket(site, this.meta.domainBuckets)}`;
        const bucket = await packed<readonly IndexedOutlet[]>(this.#file, name);
        const found = bucket.find(({ profile }) => profile.site === site);
        if (found !== undefined && coversHost(found.profile, hostname)) return found;
      }
      return null;
    });
  }

  /** Match patterns of all files that it covers. */
  patterns(): Promise<readonly string[] | undefined> {
    this.#patterns ??= bytesOf(this.#file, "patterns")
      .then((bytes) => decodeBlock<string[]>("patterns", bytes))
      .catch(undefinedIfUnreadable);
    return this.#patterns;
  }
}

/** The bucket of a fingerprint among `count`. */
export function addressBucket(fingerprint: number, count: number): number {
  return Math.floor((fingerprint / 2 ** 32) * count);
}

function kept<Value>(
  values: Map<string, Promise<Value | undefined>>,
  name: string,
  load: () => Promise<Value>,
): Promise<Value | undefined> {
  const known = values.get(name);
  if (known !== undefined) return known;
  const loading = load().catch(undefinedIfUnreadable);
  if (values.size >= MAX_KEPT) values.clear();
  values.set(name, loading);
  return loading;
}

async function packed<Value>(file: DataSetFile, name: BlockName): Promise<Value> {
  return inflateJson<Value>(name, unsealBytes(name, await bytesOf(file, name)), MAX_BLOCK_BYTES);
}

async function bytesOf(file: DataSetFile, name: BlockName): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await file.read(name);
  if (bytes === undefined) throw new UnreadableDataSetFileError("damaged");
  return bytes;
}

/** Whatever is wrong with the index, the files have all that is in it. */
function undefinedIfUnreadable(error: unknown): undefined {
  console.warn("Second Source: the index of a mirror cannot be read", error);
}
