import { checksum } from "../hash.ts";
import type { ArticleRecord } from "../record/article-record.ts";
import { DamagedBlockError } from "./block-codec.ts";
import { deflate, inflate } from "./deflate.ts";
import type { DocumentsName, RecordPlace } from "./format.ts";

/**
 * The source of a data set: its validated records in blocks, one after the other. A block is
 *
 *   length of what follows (4 bytes, big-endian), checksum of the rest (`checksum`, 4 bytes),
 *   the records as JSON Lines, raw deflate
 *
 * so that the source can be read from its start, which is how an index is built from it, and a
 * record can be read by its place alone, which is how a look-up does. The records are kept once.
 */
const HEADER_BYTES = 8;
/** A block is closed when its text passes this many UTF-16 code units. */
const BLOCK_LENGTH = 32_768;
/** Records a block holds at most: their index has two bytes in the URL index. */
const MAX_RECORDS = 4096;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The name of the block at a place. */
export function documentsName({ start, length }: Omit<RecordPlace, "index">): DocumentsName {
  return `docs/${start}+${length}`;
}

/** Start and length of a block by its name, bytes; `null` for other blocks. */
export function placeOfDocuments(name: string): { start: number; length: number } | null {
  const match = /^docs\/(\d+)\+(\d+)$/.exec(name);
  return match === null ? null : { start: Number(match[1]), length: Number(match[2]) };
}

/** A closed block: where it starts in the source, its bytes, its records. */
export interface SourceBlock {
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly records: readonly ArticleRecord[];
}

/** Packs records into blocks. */
export class SourceWriter {
  #start = 0;
  #records: ArticleRecord[] = [];
  #lines: string[] = [];
  #length = 0;

  /**
   * The block that the record filled, if it did. Await each call before the next.
   *
   * @param json the record's, where it is at hand
   */
  async add(record: ArticleRecord, json = JSON.stringify(record)): Promise<SourceBlock | null> {
    this.#records.push(record);
    this.#lines.push(json);
    this.#length += json.length + 1;
    const isFull = this.#length >= BLOCK_LENGTH || this.#records.length >= MAX_RECORDS;
    return isFull ? this.close() : null;
  }

  /** The last block, if there is anything left. */
  async close(): Promise<SourceBlock | null> {
    if (this.#records.length === 0) return null;
    const text = encoder.encode(this.#lines.join("\n"));
    const packed = await deflate(text);
    const bytes = new Uint8Array(HEADER_BYTES + packed.length);
    const header = new DataView(bytes.buffer);
    header.setUint32(0, packed.length + 4);
    header.setUint32(4, checksum(packed));
    bytes.set(packed, HEADER_BYTES);
    const block = { start: this.#start, bytes, records: this.#records };
    this.#start += bytes.length;
    this.#records = [];
    this.#lines = [];
    this.#length = 0;
    return block;
  }
}

/**
 * The records of a block, each as JSON: a look-up wants one of a hundred.
 *
 * @throws DamagedBlockError when the bytes are not as they were written
 */
export async function readLines(
  name: DocumentsName,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string[]> {
  return (await readText(name, bytes)).split("\n");
}

/**
 * The records of a block.
 *
 * @throws DamagedBlockError when the bytes are not as they were written
 */
export async function readDocuments(
  name: DocumentsName,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ArticleRecord[]> {
  return JSON.parse(`[${(await readText(name, bytes)).replaceAll("\n", ",")}]`);
}

async function readText(name: DocumentsName, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes.length < HEADER_BYTES) throw new DamagedBlockError(name);
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const packed = bytes.subarray(HEADER_BYTES);
  if (header.getUint32(0) !== packed.length + 4 || header.getUint32(4) !== checksum(packed))
    throw new DamagedBlockError(name);
  return decoder.decode(await inflate(packed));
}

/** Bytes of a source from `start` to `end`; fewer at its end. */
export type ReadSource = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

/** A block of a source: its records, or `null` where it is damaged. */
export interface ScannedBlock {
  readonly start: number;
  readonly length: number;
  readonly records: readonly ArticleRecord[] | null;
}

/** Bytes asked for at once while a source is read from start to end. */
const SCAN_BYTES = 1_048_576;

/**
 * All blocks of a source from `from` on. A damaged block is given as such and passed over; where
 * even its length cannot be right, it is the last.
 *
 * @param size of the source, bytes
 */
export async function* scanSource(
  read: ReadSource,
  size: number,
  from = 0,
): AsyncGenerator<ScannedBlock> {
  let start = from;
  let window = new Uint8Array();
  let windowStart = from;
  while (start < size) {
    let at = start - windowStart;
    const length = () => 4 + new DataView(window.buffer, window.byteOffset + at).getUint32(0);
    if (at + HEADER_BYTES > window.length || at + length() > window.length) {
      const want = at + HEADER_BYTES > window.length ? HEADER_BYTES : length();
      if (start + want > size) return void (yield { start, length: size - start, records: null });
      window = await read(start, Math.min(size, start + Math.max(want, SCAN_BYTES)));
      windowStart = start;
      at = 0;
      if (window.length < want) return void (yield { start, length: size - start, records: null });
      continue;
    }
    const bytes = window.subarray(at, at + length());
    const place = { start, length: bytes.length };
    try {
      yield {
        ...place,
        records: await readDocuments(documentsName(place), bytes),
      };
    } catch (error) {
      if (!(error instanceof DamagedBlockError)) throw error;
      yield { ...place, records: null };
    }
    start += bytes.length;
  }
}
