import { checksum } from "../hash.ts";
import type { ArticleRecord } from "../record/article-record.ts";
import { DamagedBlockError } from "./block-codec.ts";
import { deflate, inflate } from "./deflate.ts";
import type { DocumentsName, RecordPlace } from "./format.ts";

/**
 * The source of a data set: a sequence of blocks with its validated records. A block consists of
 *
 *   length of what follows (4 bytes, big-endian), checksum of the rest (`checksum`, 4 bytes),
 *   the records as JSON Lines, raw deflate
 *
 * so that the source can be read from start to end, to build an index from it, and a single record can be read
 * by its place, in a look-up. The records are stored only once.
 */
const HEADER_BYTES = 8;
/** A block is closed when its text has this many UTF-16 code units or more. */
const BLOCK_LENGTH = 32_768;
/** The most records of a block. Their index takes two bytes in a URL bucket. */
const MAX_RECORDS = 4096;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The name of the source block at a place. */
export function documentsName({ start, length }: Omit<RecordPlace, "index">): DocumentsName {
  return `docs/${start}+${length}`;
}

/** The start and the length in bytes of the source block with a name; `null` for other blocks. */
export function placeOfDocuments(name: string): { start: number; length: number } | null {
  const match = /^docs\/(\d+)\+(\d+)$/.exec(name);
  return match === null ? null : { start: Number(match[1]), length: Number(match[2]) };
}

/** A block that is complete: where it starts in the source (in bytes), its bytes and its records. */
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
   * Adds a record. Returns the block when it is full now. Await each call before the next.
   *
   * @param json the JSON of the record, for callers that have it already
   */
  async add(record: ArticleRecord, json = JSON.stringify(record)): Promise<SourceBlock | null> {
    this.#records.push(record);
    this.#lines.push(json);
    this.#length += json.length + 1;
    const isFull = this.#length >= BLOCK_LENGTH || this.#records.length >= MAX_RECORDS;
    return isFull ? this.close() : null;
  }

  /** The last block; `null` when no record is left. */
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
 * The records of a block, each as JSON. A look-up parses only the one of a hundred that it needs.
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

/** Reads the bytes of a source from `start` to `end`; fewer at the end of the source. */
export type ReadSource = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

/** A block of a source with its records; `null` where it is damaged. */
export interface ScannedBlock {
  readonly start: number;
  readonly length: number;
  readonly records: readonly ArticleRecord[] | null;
}

/** Bytes that are read at once while a source is read from start to end. */
const SCAN_BYTES = 1_048_576;

/**
 * All blocks of a source from byte `from` on. After a damaged block the next one follows, unless the length of the
 * damaged one cannot be right: then it is the last.
 *
 * @param size of the source, in bytes
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
