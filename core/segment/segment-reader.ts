import { decodeBlock } from "./block-codec.ts";
import { bucketOf } from "./bucket.ts";
import {
  type BlockName,
  type DocumentBlock,
  type DocumentPlace,
  type DomainBucket,
  FORMAT_VERSION,
  type NamingPlace,
  type OutletProfile,
  type ReadBlock,
  type SegmentDocument,
  type SegmentMeta,
  type UrlBucket,
  type UrlEntry,
} from "./format.ts";

/** A segment that lacks a block, or was written by another version of the format. */
export class UnreadableSegmentError extends Error {}

/** Names tried for the outlet of a host, longest first: bounds the blocks read. */
const MAX_SUFFIXES = 4;

/**
 * Look-ups in one segment through `read`, one block at a time. Nothing but `meta` is kept.
 *
 * @throws UnreadableSegmentError, DamagedBlockError from every method
 */
export class SegmentReader {
  readonly meta: SegmentMeta;
  readonly #read: ReadBlock;

  private constructor(meta: SegmentMeta, read: ReadBlock) {
    this.meta = meta;
    this.#read = read;
  }

  static async open(read: ReadBlock): Promise<SegmentReader> {
    const meta = await load<SegmentMeta>(read, "meta");
    if (meta.format !== FORMAT_VERSION)
      throw new UnreadableSegmentError(
        `the index has format ${meta.format}, not ${FORMAT_VERSION}`,
      );
    return new SegmentReader(meta, read);
  }

  /** What is known under a URL key; reads one block. */
  async url(key: string): Promise<UrlEntry | null> {
    const bucket = await load<UrlBucket>(this.#read, `urls/${bucketOf(key, this.meta.urlBuckets)}`);
    return bucket.find(([name]) => name === key)?.[1] ?? null;
  }

  /** The documents at `places`; reads each block once. */
  async documents(places: readonly (DocumentPlace | NamingPlace)[]): Promise<SegmentDocument[]> {
    const numbers = [...new Set(places.map(([block]) => block))];
    const blocks = new Map(
      await Promise.all(
        numbers.map(
          async (number) =>
            [number, await load<DocumentBlock>(this.#read, `docs/${number}`)] as const,
        ),
      ),
    );
    return places.map(([block, index]) => {
      const document = blocks.get(block)?.[index];
      if (document === undefined) throw new UnreadableSegmentError(`no document ${block}/${index}`);
      return document;
    });
  }

  /** The profile of the outlet a host belongs to; reads at most four blocks. */
  async outlet(hostname: string): Promise<OutletProfile | null> {
    const labels = hostname.split(".");
    const suffixes = labels.slice(0, -1).map((_, i) => labels.slice(i).join("."));
    for (const site of suffixes.slice(-MAX_SUFFIXES)) {
      const name: BlockName = `domains/${bucketOf(site, this.meta.domainBuckets)}`;
      const bucket = await load<DomainBucket>(this.#read, name);
      const profile = bucket.find(([domain]) => domain === site)?.[1];
      if (profile?.covers === "site" || (profile !== undefined && site === hostname))
        return profile;
    }
    return null;
  }
}

async function load<Value>(read: ReadBlock, name: BlockName): Promise<Value> {
  const bytes = await read(name);
  if (bytes === undefined) throw new UnreadableSegmentError(`the index lacks its block ${name}`);
  return decodeBlock<Value>(name, bytes);
}
