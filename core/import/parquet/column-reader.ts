import type { ColumnMetaData, DecodedArray, PageHeader, SchemaTree } from "hyparquet";
import { parquetHeader, readPage } from "hyparquet/src/column.js";
import { convert, DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import {
  getMaxDefinitionLevel,
  getMaxRepetitionLevel,
  isFlatColumn,
} from "hyparquet/src/schema.js";
import type { UnpackMeter } from "../run/limits.ts";
import { ReadFault } from "../text/read-fault.ts";
import { unpackersFor } from "./page-compression.ts";
import { PARSERS } from "./parquet-values.ts";
import { checkRuns } from "./run-lengths.ts";

/** The most bytes that one page unpacks to, and the most values in it. Writers make pages of about 1 MiB. */
const MAX_PAGE = 256 * 2 ** 20;
const MAX_PAGE_VALUES = 2 ** 24;

/**
 * Decodes a column of a row group page by page, so that no more than one page and the rows that were asked for are in
 * memory. What a page says of itself is checked before it is decoded.
 */
export class ColumnReader {
  readonly #reader: { view: DataView; offset: number };
  readonly #decoder: Parameters<typeof readPage>[2];
  readonly #isFlat: boolean;
  readonly #levels: { readonly definition: number; readonly repetition: number };
  #dictionary: DecodedArray | undefined;
  #rows: unknown[] = [];
  #valuesLeft: number;
  /** The page that is being decoded. */
  #page: PageHeader | null = null;

  /**
   * @param bytes of the column in this row group
   * @param schemaPath the schema from its root to the column
   */
  constructor(
    bytes: ArrayBuffer,
    chunk: ColumnMetaData,
    schemaPath: SchemaTree[],
    meter: UnpackMeter,
  ) {
    this.#reader = { view: new DataView(bytes), offset: 0 };
    this.#isFlat = isFlatColumn(schemaPath);
    this.#levels = {
      definition: getMaxDefinitionLevel(schemaPath),
      repetition: getMaxRepetitionLevel(schemaPath),
    };
    this.#valuesLeft = Number(chunk.num_values);
    const element = schemaPath.at(-1)?.element;
    if (element === undefined) throw new ReadFault("damaged Parquet file: a column without type");
    this.#decoder = {
      pathInSchema: chunk.path_in_schema,
      type: chunk.type,
      element,
      schemaPath,
      codec: chunk.codec,
      parsers: { ...DEFAULT_PARSERS, ...PARSERS },
      compressors: unpackersFor(meter, (page) => this.#checkPage(page)),
    };
  }

  /** The values of the next `count` rows; fewer where the column ends. */
  take(count: number): unknown[] {
    // The last row of a nested column may continue in the next page.
    while (this.#rows.length < (this.#isFlat ? count : count + 1) && this.#valuesLeft > 0)
      this.#readPage();
    return this.#rows.splice(0, count);
  }

  #readPage(): void {
    const reader = this.#reader;
    if (reader.offset >= reader.view.byteLength)
      throw new ReadFault("damaged Parquet file: a column has fewer values than it says");
    const header = parquetHeader(reader);
    this.#checkHeader(header);
    this.#page = header;
    const start = reader.view.byteOffset + reader.offset;
    const packed = new Uint8Array(reader.view.buffer, start, header.compressed_page_size);
    const isPlain = this.#decoder.codec === "UNCOMPRESSED";
    if (header.data_page_header_v2 !== undefined)
      this.#checkLevels(packed, header.data_page_header_v2);
    if (isPlain) this.#checkPage(packed.subarray(levelBytes(header)));
    const before = this.#isFlat ? undefined : (this.#rows as DecodedArray);
    const { data } = readPage(reader, header, this.#decoder, this.#dictionary, before, 0);
    if (header.type === "DICTIONARY_PAGE") this.#dictionary = data && convert(data, this.#decoder);
    else if (data !== undefined && data !== before)
      for (const value of data) this.#rows.push(value);
  }

  #checkHeader(header: PageHeader): void {
    const { uncompressed_page_size: unpacked, compressed_page_size: packed } = header;
    const { view, offset } = this.#reader;
    const data = header.data_page_header ?? header.data_page_header_v2;
    const values = (data ?? header.dictionary_page_header)?.num_values ?? 0;
    if (!(packed >= 0 && packed <= view.byteLength - offset && unpacked >= 0 && values >= 0))
      throw new ReadFault("damaged Parquet file: a page reaches beyond its column");
    if (unpacked > MAX_PAGE || values > MAX_PAGE_VALUES)
      throw new ReadFault(
        `expected Parquet pages of at most ${MAX_PAGE} bytes and ${MAX_PAGE_VALUES} values`,
      );
    if (data === undefined) return;
    if (values > this.#valuesLeft)
      throw new ReadFault("damaged Parquet file: a column has more values than it says");
    this.#valuesLeft -= values;
  }

  /** Checks the levels of a page of version 2, which are in front of its packed bytes. */
  #checkLevels(bytes: Uint8Array, page: NonNullable<PageHeader["data_page_header_v2"]>): void {
    const repetition = page.repetition_levels_byte_length;
    const end = repetition + page.definition_levels_byte_length;
    if (!(repetition >= 0 && end >= repetition && end <= bytes.length))
      throw new ReadFault("damaged Parquet file: a page reaches beyond its column");
    const { num_values } = page;
    const levels = this.#levels;
    checkRuns({ bytes, start: 0, end: repetition, width: bitsOf(levels.repetition) }, num_values);
    checkRuns({ bytes, start: repetition, end, width: bitsOf(levels.definition) }, num_values);
  }

  /** Checks the runs in an unpacked page: levels, and numbers of entries of the dictionary. */
  #checkPage(bytes: Uint8Array): void {
    const page = this.#page?.data_page_header;
    const { num_values = 0, encoding } = page ?? this.#page?.data_page_header_v2 ?? {};
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    if (page !== undefined)
      for (const level of [this.#levels.repetition, this.#levels.definition]) {
        if (level === 0) continue;
        const length = view.getUint32(start, true);
        start += 4;
        checkRuns({ bytes, start, end: start + length, width: bitsOf(level) }, num_values);
        start += length;
      }
    const end = bytes.length;
    if (encoding === "PLAIN_DICTIONARY" || encoding === "RLE_DICTIONARY")
      checkRuns({ bytes, start: start + 1, end, width: bytes[start] ?? 0 }, num_values);
    else if (encoding === "RLE") checkRuns({ bytes, start: start + 4, end, width: 1 }, num_values);
  }
}

/** The bytes of the levels in front of a page of version 2. */
function levelBytes({ data_page_header_v2: page }: PageHeader): number {
  return page === undefined
    ? 0
    : page.repetition_levels_byte_length + page.definition_levels_byte_length;
}

/** The bits of a number up to `most`. */
function bitsOf(most: number): number {
  return 32 - Math.clz32(most);
}
