import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import type { BlockPlace } from "./format.ts";
import {
  BLOCK_LENGTH,
  encodeSourceBlock,
  MAX_RECORDS,
  MAX_RELATED_LINES,
  type RelatedReference,
  relatedReference,
} from "./source-block.ts";

/**
 * The related articles that are remembered, so that the next record which names one refers to it: their JSON has up
 * to this many UTF-16 code units. Where there are more, the earliest are forgotten and would be stored again.
 */
const MAX_REMEMBERED = 16_777_216;

/** A block that is complete: where it starts in the source (in bytes), its bytes and its records. */
export interface SourceBlock {
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly records: readonly ArticleRecord[];
}

/** Stands for a block to which others refer: its place, `null` until it is complete. */
interface BlockIdentity {
  place: BlockPlace | null;
}

/** A block that is being filled. */
class OpenBlock {
  readonly identity: BlockIdentity = { place: null };
  readonly records: ArticleRecord[] = [];
  readonly lines: string[] = [];
  readonly related: string[] = [];
  /** The blocks that it refers to, with their numbers; itself is 0. */
  readonly referredTo = new Map<BlockIdentity, number>([[this.identity, 0]]);
  /** UTF-16 code units of its text. */
  length = 0;

  get isFull(): boolean {
    return this.length >= BLOCK_LENGTH || this.lines.length >= MAX_RECORDS;
  }
}

/** Where a related article is stored. */
interface RelatedPlace {
  readonly block: BlockIdentity;
  readonly index: number;
}

/** Packs records into the blocks of a source. */
export class SourceWriter {
  #end: number;
  #block = new OpenBlock();
  /** Where each related article is, by its JSON, in the order in which they were added. */
  readonly #remembered = new Map<string, RelatedPlace>();
  #rememberedLength = 0;

  /** @param start where the first block will begin, bytes */
  constructor(start = 0) {
    this.#end = start;
  }

  /** Where the next block will begin, bytes. */
  get end(): number {
    return this.#end;
  }

  /**
   * Adds a record. Returns the block when it is full now. Await each call before the next.
   *
   * @param json the JSON of the record, for callers that have it already
   */
  async add(record: ArticleRecord, json?: string): Promise<SourceBlock | null> {
    const line = this.#lineOf(record, json);
    this.#block.records.push(record);
    this.#block.lines.push(line);
    this.#block.length += line.length + 1;
    return this.#block.isFull ? this.close() : null;
  }

  /** The last block; `null` when no record is left. */
  async close(): Promise<SourceBlock | null> {
    const block = this.#block;
    if (block.records.length === 0) return null;
    this.#block = new OpenBlock();
    const bytes = await encodeSourceBlock({
      records: block.lines,
      related: block.related,
      referredTo: [...block.referredTo.keys()].flatMap(({ place }) => place ?? []),
    });
    const start = this.#end;
    block.identity.place = { start, length: bytes.length };
    this.#end += bytes.length;
    return { start, bytes, records: block.records };
  }

  #lineOf(record: ArticleRecord, json: string | undefined): string {
    const { related } = record;
    if (related === undefined || related.length === 0) return json ?? JSON.stringify(record);
    return JSON.stringify({ ...record, related: related.map((article) => this.#referTo(article)) });
  }

  #referTo(article: RelatedRecord): RelatedReference | RelatedRecord {
    const json = JSON.stringify(article);
    const known = this.#remembered.get(json);
    // One record may name more than a reference can tell apart: those are stored with it.
    if (known === undefined && this.#block.related.length >= MAX_RELATED_LINES) return article;
    const { block, index } = known ?? this.#remember(json);
    const { referredTo } = this.#block;
    const number = referredTo.get(block) ?? referredTo.size;
    referredTo.set(block, number);
    return relatedReference(number, index);
  }

  #remember(json: string): RelatedPlace {
    const block = this.#block;
    const added = { block: block.identity, index: block.related.push(json) - 1 };
    block.length += json.length + 1;
    this.#remembered.set(json, added);
    this.#rememberedLength += json.length;
    for (const earliest of this.#remembered.keys()) {
      if (this.#rememberedLength <= MAX_REMEMBERED) break;
      this.#remembered.delete(earliest);
      this.#rememberedLength -= earliest.length;
    }
    return added;
  }
}
