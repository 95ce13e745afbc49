import * as z from "zod/mini";
import { checksum } from "../hash.ts";
import { DamagedBlockError } from "./block-codec.ts";
import { deflate, inflate } from "./deflate.ts";
import { type BlockPlace, type DocumentsName, MAX_BLOCK_BYTES } from "./format.ts";

/**
 * The source of a data set: a sequence of blocks with its validated records, each record once. A block consists of
 *
 *   the length of what follows (4 bytes, big-endian), the checksum of the rest (`checksum`, 4 bytes),
 *   lines of JSON, raw deflate
 *
 * The first line is `[records, [[start, length], …]]`: the number of records, and the earlier blocks that they refer
 * to. Then come the records, a line each, and the related articles that are named here first. Data sets name the same
 * related articles again and again, so each distinct one is stored once, and the `related` of a record is a list of
 * references: of 4,941 real records, the 161,223 related ones are only 4,172, which lie in two other blocks at most.
 */
export const HEADER_BYTES = 8;
/** A block is closed when its text has this many UTF-16 code units or more. */
export const BLOCK_LENGTH = 32_768;
/** The most records of a block. Their index takes two bytes in a URL bucket. */
export const MAX_RECORDS = 4096;
/** The most related articles that are stored in a block. */
export const MAX_RELATED_LINES = 65_536;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The name of the source block at a place. */
export function documentsName({ start, length }: BlockPlace): DocumentsName {
  return `docs/${start}+${length}`;
}

/** The start and the length in bytes of the source block with a name; `null` for other blocks. */
export function placeOfDocuments(name: string): BlockPlace | null {
  const match = /^docs\/(\d+)\+(\d+)$/.exec(name);
  return match === null ? null : { start: Number(match[1]), length: Number(match[2]) };
}

/** What a source block holds, each article as JSON: a look-up parses only the one of a hundred that it needs. */
export interface SourceLines {
  readonly records: readonly string[];
  /** The related articles that are stored in this block. */
  readonly related: readonly string[];
  /** The other blocks that references count in. */
  readonly referredTo: readonly BlockPlace[];
}

/** The bytes of a source block. */
export async function encodeSourceBlock({
  records,
  related,
  referredTo,
}: SourceLines): Promise<Uint8Array<ArrayBuffer>> {
  const head = [records.length, referredTo.map(({ start, length }) => [start, length])];
  const text = [JSON.stringify(head), ...records, ...related].join("\n");
  const packed = await deflate(encoder.encode(text));
  const bytes = new Uint8Array(HEADER_BYTES + packed.length);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, packed.length + 4);
  header.setUint32(4, checksum(packed));
  bytes.set(packed, HEADER_BYTES);
  return bytes;
}

/**
 * What a source block holds.
 *
 * @throws DamagedBlockError when the bytes are not as they were written
 */
export async function decodeSourceBlock(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SourceLines> {
  if (bytes.length < HEADER_BYTES) throw new DamagedBlockError(name);
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const packed = bytes.subarray(HEADER_BYTES);
  if (header.getUint32(0) !== packed.length + 4 || header.getUint32(4) !== checksum(packed))
    throw new DamagedBlockError(name);
  const text = decoder.decode(await inflate(name, packed, MAX_BLOCK_BYTES));
  const [head = "", ...lines] = text.split("\n");
  const [records, places] = decodeHead(name, head);
  return {
    records: lines.slice(0, records),
    related: lines.slice(records),
    referredTo: places.map(([start, length]) => ({ start, length })),
  };
}

const count = z.int().check(z.nonnegative());
const headLine = z.tuple([count, z.array(z.tuple([count, count]))]);

function decodeHead(name: string, line: string): z.infer<typeof headLine> {
  try {
    return headLine.parse(JSON.parse(line));
  } catch {
    throw new DamagedBlockError(name);
  }
}

/** A reference to a related article, in the place of the article: a number, so that it takes little room. */
export type RelatedReference = number;

/**
 * @param block 0 for the block of the record itself, else the number of its block among `referredTo`, from 1
 * @param index of the article among the `related` of that block
 */
export function relatedReference(block: number, index: number): RelatedReference {
  return block * MAX_RELATED_LINES + index;
}

/** The block and the index of a reference, as they were given to `relatedReference`. */
export function placeOfReference(reference: RelatedReference): { block: number; index: number } {
  return { block: Math.floor(reference / MAX_RELATED_LINES), index: reference % MAX_RELATED_LINES };
}
