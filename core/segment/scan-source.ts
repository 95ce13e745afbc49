import type { ArticleRecord } from "../record/article-record.ts";
import { DamagedBlockError } from "./block-codec.ts";
import { type BlockPlace, type DocumentsName, MAX_BLOCK_BYTES } from "./format.ts";
import { type ReadSourceBlock, readRecordsOf } from "./read-records.ts";
import {
  decodeSourceBlock,
  documentsName,
  HEADER_BYTES,
  placeOfDocuments,
  type SourceLines,
} from "./source-block.ts";

/** Reads the bytes of a source from `start` to `end`; fewer at the end of the source. */
export type ReadSource = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

/** A block of a source with its records. */
export interface ScannedBlock extends BlockPlace {
  /**
   * `null` where the block is damaged; one of them is `null` where it refers to a block that is damaged.
   */
  readonly records: readonly (ArticleRecord | null)[] | null;
}

/** The records of a block that can be read, each with its index in the block. */
export function readableRecords({
  records,
}: Pick<ScannedBlock, "records">): (readonly [index: number, record: ArticleRecord])[] {
  return (records ?? []).flatMap((record, index) => (record === null ? [] : [[index, record]]));
}

/** Bytes that are read at once while a source is read from start to end. */
const SCAN_BYTES = 1_048_576;

/** Blocks that a scan keeps, about 100 kB each: a data set names the same related articles time and again. */
const MAX_KEPT_BLOCKS = 128;

/**
 * All blocks of a source from byte `from` on. After a damaged block the next one follows, unless the length of the
 * damaged one cannot be right: then it is the last.
 *
 * @param end where the source ends, bytes
 */
export async function* scanSource(
  read: ReadSource,
  end: number,
  from = 0,
): AsyncGenerator<ScannedBlock> {
  const related = new KeptBlocks((name) => readBlock(read, name));
  let start = from;
  let window = new Uint8Array();
  let windowStart = from;
  while (start < end) {
    let at = start - windowStart;
    const length = () => 4 + new DataView(window.buffer, window.byteOffset + at).getUint32(0);
    if (at + HEADER_BYTES > window.length || at + length() > window.length) {
      const want = at + HEADER_BYTES > window.length ? HEADER_BYTES : length();
      if (start + want > end || want > MAX_BLOCK_BYTES)
        return void (yield { start, length: end - start, records: null });
      window = await read(start, Math.min(end, start + Math.max(want, SCAN_BYTES)));
      windowStart = start;
      at = 0;
      if (window.length < want) return void (yield { start, length: end - start, records: null });
      continue;
    }
    const bytes = window.subarray(at, at + length());
    const place = { start, length: bytes.length };
    yield { ...place, records: await scanBlock(place, bytes, related) };
    start += bytes.length;
  }
}

/**
 * The records of one block, for who has the blocks of a source one by one.
 *
 * @param related reads the blocks that its records refer to
 */
export async function scanBlock(
  place: BlockPlace,
  bytes: Uint8Array<ArrayBuffer>,
  related: KeptBlocks,
): Promise<ScannedBlock["records"]> {
  const name = documentsName(place);
  const block = await decodeSourceBlock(name, bytes).catch(nullIfDamaged);
  if (block === null) return null;
  if (block.related.length > 0) related.keep(name, block);
  return readRecordsOf(block, place, related.read);
}

/** The latest blocks that records referred to, or may refer to. */
export class KeptBlocks {
  readonly #blocks = new Map<DocumentsName, Promise<SourceLines | null>>();
  readonly #read: ReadSourceBlock;

  constructor(read: ReadSourceBlock) {
    this.#read = read;
  }

  /** Reads a block, unless it is kept. */
  readonly read: ReadSourceBlock = (name) => {
    const block = this.#blocks.get(name) ?? this.#read(name);
    this.#put(name, block);
    return block;
  };

  keep(name: DocumentsName, block: SourceLines): void {
    this.#put(name, Promise.resolve(block));
  }

  /** Marks a block as the last one used, and drops the one that was not used for the longest time. */
  #put(name: DocumentsName, block: Promise<SourceLines | null>): void {
    this.#blocks.delete(name);
    this.#blocks.set(name, block);
    const [first] = this.#blocks.keys();
    if (first !== undefined && this.#blocks.size > MAX_KEPT_BLOCKS) this.#blocks.delete(first);
  }
}

async function readBlock(read: ReadSource, name: DocumentsName): Promise<SourceLines | null> {
  const place = placeOfDocuments(name);
  if (place === null || place.length > MAX_BLOCK_BYTES) return null;
  const bytes = await read(place.start, place.start + place.length);
  return decodeSourceBlock(name, bytes).catch(nullIfDamaged);
}

/** For a catch: `null` where a block is damaged. */
export function nullIfDamaged(error: unknown): null {
  if (error instanceof DamagedBlockError) return null;
  throw error;
}
