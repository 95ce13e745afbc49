import type { DataSetFile } from "../data-set-file/data-set-file.ts";
import { DataSetFileWriter, type FileSink } from "../data-set-file/data-set-file-writer.ts";
import { DamagedBlockError, decodeBlock, encodeBlock, sealBytes } from "../segment/block-codec.ts";
import { deflateJson } from "../segment/deflate.ts";
import type { BlockName, DomainBucket, OutletProfile, SegmentMeta } from "../segment/format.ts";
import { domainBucket } from "../segment/key-hash.ts";
import { decodeLatest } from "../segment/latest-articles.ts";
import { fingerprintsInUrlBucket } from "../segment/url-bucket.ts";
import {
  ADDRESS_ROW_BYTES,
  ADDRESSES_IN_BUCKET,
  addressBucket,
  INDEX_VERSION,
  type IndexedFile,
  type IndexedOutlet,
  type IndexMeta,
} from "./mirror-index.ts";

/** The most addresses of an index, each counted once a file. They take 100 MB of memory meanwhile. */
const MAX_ADDRESSES = 8_000_000;
/** Entries of a bucket of outlets on average, one for each file that has the outlet. */
const FILES_IN_BUCKET = 512;
/** Blocks that are read at once. */
const BLOCKS_AT_ONCE = 64;

/** An outlet, and the files that have it. */
interface OutletEntry {
  /** Over all files. Its name is that of the file with the most articles of it. */
  readonly profile: OutletProfile;
  /** Articles in that file. */
  readonly most: number;
  readonly rated: [file: number, latest: number | null][];
  readonly others: [file: number, latest: number | null][];
}

/** Builds the index of a mirror out of its files, which are given one after the other in the order of the mirror. */
export class MirrorIndexBuilder {
  readonly #files: IndexedFile[] = [];
  readonly #outlets = new Map<string, OutletEntry>();
  readonly #patterns = new Set<string>();
  /** Names of the files for whose addresses there was no room. */
  readonly #others: string[] = [];
  readonly #maxAddresses: number;
  #fingerprints = new Uint32Array(65_536);
  #numbers = new Uint16Array(65_536);
  #addresses = 0;

  constructor(maxAddresses: number = MAX_ADDRESSES) {
    this.#maxAddresses = maxAddresses;
  }

  /**
   * Adds a file that was checked (`checkFile`). From the first one on for whose addresses there is no room, files are
   * only named.
   *
   * @throws DamagedBlockError; the builder is then of no use
   */
  async add(name: string, file: DataSetFile): Promise<void> {
    const number = this.#files.length;
    if (this.#others.length > 0 || !(await this.#addAddresses(file, number))) {
      this.#others.push(name);
      return;
    }
    const { dataSet: _, ...meta } = decodeBlock<SegmentMeta>("meta", await bytesOf(file, "meta"));
    this.#files.push({ name, hasStories: file.hasStories, meta });
    const latest = new Map<string, number | null>();
    for await (const [block, bytes] of blocksOf(file, "latest", meta.domainBuckets))
      for (const [site, [first]] of await decodeLatest(block, bytes))
        latest.set(site, first?.published ?? null);
    for await (const [block, bytes] of blocksOf(file, "domains", meta.domainBuckets))
      for (const [site, profile] of decodeBlock<DomainBucket>(block, bytes))
        this.#addOutlet(
          profile,
          [number, latest.get(site) ?? null],
          meta.thirds !== null && profile.quality !== null,
        );
    for (const pattern of decodeBlock<string[]>("patterns", await bytesOf(file, "patterns")))
      this.#patterns.add(pattern);
  }

  /** Writes the index. */
  async write(sink: FileSink): Promise<void> {
    const writer = new DataSetFileWriter(sink);
    const urlBuckets = Math.max(1, Math.ceil(this.#addresses / ADDRESSES_IN_BUCKET));
    for (const [bucket, rows] of this.#addressesByBucket(urlBuckets))
      await writer.addBlock({ name: `urls/${bucket}`, bytes: sealBytes(rows) });
    const outlets = Array.from(this.#outlets.values(), indexedOutlet);
    const entries = outlets.reduce((sum, { files }) => sum + files.length, 0);
    const domainBuckets = Math.max(1, Math.ceil(entries / FILES_IN_BUCKET));
    const byBucket = Map.groupBy(outlets, ({ profile }) =>
      domainBucket(profile.site, domainBuckets),
    );
    for (let bucket = 0; bucket < domainBuckets; bucket++)
      await addPacked(writer, `domains/${bucket}`, byBucket.get(bucket) ?? []);
    await writer.addBlock({ name: "patterns", bytes: encodeBlock([...this.#patterns].sort()) });
    const meta: IndexMeta = {
      version: INDEX_VERSION,
      files: this.#files,
      others: this.#others,
      urlBuckets,
      domainBuckets,
    };
    await addPacked(writer, "meta", meta);
    await writer.close();
  }

  /** @returns `false` when there is no room for all of them */
  async #addAddresses(file: DataSetFile, number: number): Promise<boolean> {
    const { urlBuckets } = decodeBlock<SegmentMeta>("meta", await bytesOf(file, "meta"));
    for await (const [block, bytes] of blocksOf(file, "urls", urlBuckets))
      for (const fingerprint of fingerprintsInUrlBucket(block, bytes)) {
        if (this.#addresses === this.#maxAddresses) return false;
        this.#addAddress(fingerprint, number);
      }
    return true;
  }

  #addAddress(fingerprint: number, file: number): void {
    if (this.#addresses === this.#fingerprints.length) {
      const size = Math.min(this.#maxAddresses, 2 * this.#addresses);
      const fingerprints = new Uint32Array(size);
      const numbers = new Uint16Array(size);
      fingerprints.set(this.#fingerprints);
      numbers.set(this.#numbers);
      this.#fingerprints = fingerprints;
      this.#numbers = numbers;
    }
    this.#fingerprints[this.#addresses] = fingerprint;
    this.#numbers[this.#addresses] = file;
    this.#addresses++;
  }

  /** @param isRated whether the file rates enough articles for the outlet's quality to be asked of it */
  #addOutlet(added: OutletProfile, file: [number, number | null], isRated: boolean): void {
    const entry = this.#outlets.get(added.site);
    const { articles, rated, quality } = entry?.profile ?? NO_ARTICLES;
    const isFirstRated = isRated && (entry?.rated.length ?? 0) === 0;
    const most = Math.max(entry?.most ?? 0, added.articles);
    const profile: OutletProfile = {
      ...(entry?.profile ?? added),
      name: entry === undefined || most > entry.most ? added.name : entry.profile.name,
      articles: articles + added.articles,
      rated: rated + added.rated,
      quality: isFirstRated ? added.quality : (quality ?? added.quality),
    };
    const all = { profile, most, rated: entry?.rated ?? [], others: entry?.others ?? [] };
    (isRated ? all.rated : all.others).push(file);
    this.#outlets.set(added.site, all);
  }

  /** The rows of each bucket. A counting sort. */
  *#addressesByBucket(buckets: number): Generator<[bucket: number, rows: Uint8Array]> {
    const bucketOf = (i: number) => addressBucket(this.#fingerprints[i] ?? 0, buckets);
    const counts = new Uint32Array(buckets);
    for (let i = 0; i < this.#addresses; i++) {
      const bucket = bucketOf(i);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    let sum = 0;
    const next = counts.map((count) => {
      sum += count;
      return sum - count;
    });
    const rows = new DataView(new ArrayBuffer(this.#addresses * ADDRESS_ROW_BYTES));
    for (let i = 0; i < this.#addresses; i++) {
      const bucket = bucketOf(i);
      const row = next[bucket] ?? 0;
      rows.setUint32(row * ADDRESS_ROW_BYTES, this.#fingerprints[i] ?? 0);
      rows.setUint16(row * ADDRESS_ROW_BYTES + 4, this.#numbers[i] ?? 0);
      next[bucket] = row + 1;
    }
    let start = 0;
    for (const [bucket, count] of counts.entries()) {
      const length = count * ADDRESS_ROW_BYTES;
      yield [bucket, new Uint8Array(rows.buffer, start, length)];
      start += length;
    }
  }
}

const NO_ARTICLES = { articles: 0, rated: 0, quality: null } as const;

function indexedOutlet({ profile, rated, others }: OutletEntry): IndexedOutlet {
  return { profile, files: [...rated, ...others] };
}

async function addPacked(writer: DataSetFileWriter, name: BlockName, value: unknown) {
  await writer.addBlock({ name, bytes: sealBytes(await deflateJson(value)) });
}

async function* blocksOf(
  file: DataSetFile,
  kind: "urls" | "domains" | "latest",
  count: number,
): AsyncGenerator<[name: BlockName, bytes: Uint8Array<ArrayBuffer>]> {
  for (let from = 0; from < count; from += BLOCKS_AT_ONCE) {
    const names = Array.from(
      { length: Math.min(BLOCKS_AT_ONCE, count - from) },
      (_, i): BlockName => `${kind}/${from + i}`,
    );
    const blocks = await file.readAll(names);
    for (const [i, name] of names.entries()) yield [name, found(name, blocks[i])];
  }
}

async function bytesOf(file: DataSetFile, name: BlockName): Promise<Uint8Array<ArrayBuffer>> {
  return found(name, await file.read(name));
}

function found(name: BlockName, bytes: Uint8Array<ArrayBuffer> | undefined) {
  if (bytes === undefined) throw new DamagedBlockError(name);
  return bytes;
}
