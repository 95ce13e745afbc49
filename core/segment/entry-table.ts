import { sealBytes, unsealBytes } from "./block-codec.ts";
import type { ArticlePlace } from "./format.ts";
import type { KeyHash } from "./key-hash.ts";

/** One address of one article in one record. */
export interface Entry {
  readonly key: KeyHash;
  readonly place: ArticlePlace;
  /** Whether it is the address of the article's page, not of another rendition. */
  readonly isPage: boolean;
  /** ms since 1970. */
  readonly published: number | null;
  readonly quality: number | null;
  /** Number of the article's registrable domain. */
  readonly site: number;
}

const ROW_BYTES = 44;
/** A chunk has about 45 kB, because Chromium moves values of 64 kB and more out of its database into files. */
const ROWS_IN_CHUNK = 1024;
const CHUNK_BYTES = ROW_BYTES * ROWS_IN_CHUNK;
const NOT_RELATED = 0xffff;
const PAGE_FLAG = 1;

/**
 * Entries as rows of bytes. A million of them take 44 MB, and they can be written to disk and read back
 * unchanged. Rows are numbered from 0 in the order in which they were added.
 */
export class EntryTable {
  readonly #chunks: DataView<ArrayBuffer>[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add({ key, place, isPage, published, quality, site }: Entry): void {
    if (this.#size % ROWS_IN_CHUNK === 0)
      this.#chunks.push(new DataView(new ArrayBuffer(CHUNK_BYTES)));
    const { view, at } = this.#row(this.#size++);
    view.setUint32(at, key.bucket);
    view.setUint32(at + 4, key.fingerprint);
    view.setUint32(at + 8, place.start % 2 ** 32);
    view.setUint16(at + 12, Math.floor(place.start / 2 ** 32));
    view.setUint8(at + 14, isPage ? PAGE_FLAG : 0);
    view.setUint32(at + 16, place.length);
    view.setUint16(at + 20, place.index);
    view.setUint16(at + 22, place.related ?? NOT_RELATED);
    view.setFloat64(at + 24, published ?? Number.NaN);
    view.setFloat64(at + 32, quality ?? Number.NaN);
    view.setUint32(at + 40, site);
  }

  bucketHash(row: number): number {
    const { view, at } = this.#row(row);
    return view.getUint32(at);
  }

  fingerprint(row: number): number {
    const { view, at } = this.#row(row);
    return view.getUint32(at + 4);
  }

  isOwn(row: number): boolean {
    const { view, at } = this.#row(row);
    return view.getUint16(at + 22) === NOT_RELATED;
  }

  isPage(row: number): boolean {
    const { view, at } = this.#row(row);
    return view.getUint8(at + 14) === PAGE_FLAG;
  }

  place(row: number): ArticlePlace {
    const { view, at } = this.#row(row);
    const related = view.getUint16(at + 22);
    return {
      start: view.getUint16(at + 12) * 2 ** 32 + view.getUint32(at + 8),
      length: view.getUint32(at + 16),
      index: view.getUint16(at + 20),
      related: related === NOT_RELATED ? null : related,
    };
  }

  /** In ms since 1970; −∞ when unknown. */
  published(row: number): number {
    const { view, at } = this.#row(row);
    const published = view.getFloat64(at + 24);
    return Number.isNaN(published) ? Number.NEGATIVE_INFINITY : published;
  }

  /**
   * When the record was published that a row comes from. For a row of a related article, that is the record
   * that names it: its own rows are the last ones before.
   */
  recordPublished(row: number): number {
    let own = row;
    while (own > 0 && !this.isOwn(own)) own--;
    return this.published(own);
  }

  quality(row: number): number | null {
    const { view, at } = this.#row(row);
    const quality = view.getFloat64(at + 32);
    return Number.isNaN(quality) ? null : quality;
  }

  site(row: number): number {
    const { view, at } = this.#row(row);
    return view.getUint32(at + 40);
  }

  /** The number of chunks that hold a number of rows. */
  static chunksOf(rows: number): number {
    return Math.ceil(rows / ROWS_IN_CHUNK);
  }

  /**
   * The rows from row `from` on, as sealed chunks to be stored. A last chunk that is not full yet will be part of
   * the next call's result again.
   */
  *chunksFrom(from: number): Generator<{ number: number; bytes: Uint8Array<ArrayBuffer> }> {
    for (let number = Math.floor(from / ROWS_IN_CHUNK); number < this.#chunks.length; number++) {
      const rows = Math.min(ROWS_IN_CHUNK, this.#size - number * ROWS_IN_CHUNK);
      const chunk = this.#chunks[number];
      if (chunk !== undefined)
        yield { number, bytes: sealBytes(new Uint8Array(chunk.buffer, 0, rows * ROW_BYTES)) };
    }
  }

  /**
   * Restores a table with the first `size` rows out of the chunks of `chunksFrom`; `null` when they hold fewer
   * rows.
   *
   * @throws DamagedBlockError
   */
  static restore(chunks: readonly Uint8Array[], size: number): EntryTable | null {
    const table = new EntryTable();
    for (let number = 0; number < EntryTable.chunksOf(size); number++) {
      const sealed = chunks[number];
      if (sealed === undefined) return null;
      const rows = Math.min(ROWS_IN_CHUNK, size - number * ROWS_IN_CHUNK);
      const bytes = unsealBytes(`entries/${number}`, sealed).subarray(0, rows * ROW_BYTES);
      if (bytes.length < rows * ROW_BYTES) return null;
      const chunk = new Uint8Array(CHUNK_BYTES);
      chunk.set(bytes);
      table.#chunks.push(new DataView(chunk.buffer));
    }
    table.#size = size;
    return table;
  }

  #row(row: number): { view: DataView<ArrayBuffer>; at: number } {
    const view = this.#chunks[Math.floor(row / ROWS_IN_CHUNK)];
    if (view === undefined) throw new RangeError(`no row ${row}`);
    return { view, at: (row % ROWS_IN_CHUNK) * ROW_BYTES };
  }
}
