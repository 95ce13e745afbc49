import type { OutletDirectory } from "../data-set/data-set.ts";
import type { ArticleRecord } from "../record/article-record.ts";
import { sealBytes } from "../segment/block-codec.ts";
import { deflateJson } from "../segment/deflate.ts";
import { FORMAT_VERSION } from "../segment/format.ts";
import { type SourceBlock, SourceWriter } from "../segment/source-writer.ts";
import { STORY_FORMAT_VERSION } from "../story-index/format.ts";
import { NUMBERED_NAME } from "./block-directory.ts";
import {
  type FileBlockName,
  type FileDirectory,
  HEADER_BYTES,
  LAYOUT_VERSION,
  MAGIC,
  OUTLETS_BLOCK,
} from "./layout.ts";
import { encodeTrailer } from "./trailer.ts";

/** Takes the bytes of a file in their order. */
export interface FileSink {
  /** Await each call before the next. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> | void;
}

/**
 * Writes a data set file from its start to its end: `addRecord` for each record, `endSource`, then `addBlock` for each
 * block of the indexes, `close`. A file without indexes is complete too; they can be built from its source.
 */
export class DataSetFileWriter {
  readonly #sink: FileSink;
  readonly #source = new SourceWriter(HEADER_BYTES);
  readonly #runs: [prefix: string, first: number | null, lengths: number[]][] = [];
  #segment: FileDirectory["segment"] = null;
  #stories: FileDirectory["stories"] = null;
  #written = 0;

  constructor(sink: FileSink) {
    this.#sink = sink;
  }

  /** Where the source ends, so far, bytes. */
  get sourceEnd(): number {
    return this.#source.end;
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#written;
  }

  /**
   * Adds a record. Returns the source block that is complete now.
   *
   * @param json the JSON of the record, for callers that have it already
   */
  async addRecord(record: ArticleRecord, json?: string): Promise<SourceBlock | null> {
    return this.#writeSource(await this.#source.add(record, json));
  }

  /** Ends the source. Returns its last block. */
  async endSource(outlets: OutletDirectory): Promise<SourceBlock | null> {
    const last = await this.#writeSource(await this.#source.close());
    await this.#add(OUTLETS_BLOCK, sealBytes(await deflateJson(outlets)));
    return last;
  }

  /** Adds a block of the segment or of the story index. */
  async addBlock(block: { name: FileBlockName; bytes: Uint8Array<ArrayBuffer> }): Promise<void> {
    if (block.name === "meta") this.#segment = FORMAT_VERSION;
    if (block.name === "story-meta") this.#stories = STORY_FORMAT_VERSION;
    await this.#add(block.name, block.bytes);
  }

  /** Writes the directory: without it the file is known to be incomplete. */
  async close(): Promise<void> {
    const directory: FileDirectory = {
      segment: this.#segment,
      stories: this.#stories,
      sourceEnd: this.#source.end,
      runs: this.#runs,
    };
    const bytes = await deflateJson(directory);
    const trailer = encodeTrailer(this.#written, bytes);
    await this.#write(bytes);
    await this.#write(trailer);
  }

  async #writeSource(block: SourceBlock | null): Promise<SourceBlock | null> {
    if (block === null) return null;
    await this.#ensureHeader();
    await this.#write(block.bytes);
    return block;
  }

  async #ensureHeader(): Promise<void> {
    if (this.#written > 0) return;
    const header = new Uint8Array(HEADER_BYTES);
    header.set(MAGIC);
    new DataView(header.buffer).setUint32(MAGIC.length, LAYOUT_VERSION);
    await this.#write(header);
  }

  async #add(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const [, prefix = name, digits] = NUMBERED_NAME.exec(name) ?? [];
    const number = digits === undefined ? null : Number(digits);
    const last = this.#runs.at(-1);
    const follows =
      last !== undefined &&
      last[0] === prefix &&
      last[1] !== null &&
      last[1] + last[2].length === number;
    if (follows) last[2].push(bytes.length);
    else this.#runs.push([prefix, number, [bytes.length]]);
    await this.#ensureHeader();
    await this.#write(bytes);
  }

  async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#written += bytes.length;
    await this.#sink.write(bytes);
  }
}
