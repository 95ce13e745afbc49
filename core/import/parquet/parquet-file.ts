import {
  type ColumnMetaData,
  type FileMetaData,
  parquetMetadataAsync,
  parquetSchema,
  type RowGroup,
  type SchemaTree,
} from "hyparquet";
import { assembleNested } from "hyparquet/src/assemble.js";
import { DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { getTreePath } from "hyparquet/src/schema.js";
import type { ReadRun } from "../run/read-run.ts";
import { CHANGED, ReadFault } from "../text/read-fault.ts";
import { ColumnReader } from "./column-reader.ts";
import { isSound } from "./parquet-footer.ts";
import { PARSERS, plainValue } from "./parquet-values.ts";

const MIB = 2 ** 20;
const MAX_FOOTER = 64 * MIB;
/** The most bytes, as they are packed, of the columns that are read of one row group. */
const MAX_GROUP = 512 * MIB;
/** The number of rows that are decoded at once. */
const PART_ROWS = 4096;

/** A row, its columns by name. */
export type ParquetRow = ReadonlyMap<string, unknown>;

/** Rows that follow each other. */
export interface ParquetPart {
  readonly rows: readonly ParquetRow[];
  /** The number of the first row in the file, from 1. */
  readonly first: number;
  /** Bytes of a row, on average. */
  readonly rowBytes: number;
}

/**
 * A Parquet file of which only the parts that are needed are read: the footer, and of one row group after the other the
 * columns that are asked for. It is not trusted: what it says of sizes and counts is checked before it is decoded.
 */
export class ParquetFile {
  readonly metadata: FileMetaData;
  readonly schema: SchemaTree;
  readonly #source: BlobParts;
  readonly #run: ReadRun;

  private constructor(source: BlobParts, metadata: FileMetaData, schema: SchemaTree, run: ReadRun) {
    this.#source = source;
    this.metadata = metadata;
    this.schema = schema;
    this.#run = run;
  }

  /**
   * @param isCounted whether the bytes that are read count as read from the user's files
   * @throws ReadFault for a file that is damaged or cannot be read
   */
  static async open(blob: Blob, run: ReadRun, isCounted: boolean): Promise<ParquetFile> {
    const source = new BlobParts(blob, run, isCounted);
    const end = new Uint8Array(await source.slice(Math.max(0, blob.size - 8), blob.size));
    if (end.length < 8 || new TextDecoder().decode(end.subarray(4)) !== "PAR1")
      throw new ReadFault("expected the rest of the Parquet file; it is cut off");
    const footer = new DataView(end.buffer).getUint32(0, true);
    if (footer > MAX_FOOTER)
      throw new ReadFault(`expected a Parquet footer of at most ${MAX_FOOTER} bytes`);
    const options = { parsers: PARSERS, geoparquet: false };
    const metadata = await parquetMetadataAsync(source, options).catch(throwFault);
    if (!isSound(metadata)) throw damaged("its list of columns makes no sense");
    return new ParquetFile(
      source,
      metadata,
      orFault(() => parquetSchema(metadata)),
      run,
    );
  }

  /**
   * The rows of the whole file, with the columns of these names.
   *
   * @throws ReadFault where the file cannot be read any further
   */
  async *parts(columns: readonly string[]): AsyncGenerator<ParquetPart, void, undefined> {
    let first = 1;
    for (const group of this.metadata.row_groups) {
      const { chunks, readers } = await this.#readersOf(group, columns);
      const count = Number(group.num_rows);
      const bytes = chunks.reduce((sum, chunk) => sum + Number(chunk.total_uncompressed_size), 0);
      for (let at = 0; at < count; at += PART_ROWS) {
        this.#run.signal?.throwIfAborted();
        const length = Math.min(PART_ROWS, count - at);
        const rows = orFault(() => this.#rowsOf(readers, columns, length));
        yield { rows, first: first + at, rowBytes: bytes / count };
      }
      first += count;
    }
  }

  /** The first rows, with all columns. A column that cannot be read is left out. */
  async firstRows(count: number, columns: readonly string[]): Promise<readonly ParquetRow[]> {
    const [group] = this.metadata.row_groups;
    if (group === undefined) return [];
    const length = Math.min(count, Number(group.num_rows));
    const rows = Array.from({ length }, () => new Map<string, unknown>());
    for (const column of columns)
      try {
        const { readers } = await this.#readersOf(group, [column]);
        const found = orFault(() => this.#rowsOf(readers, [column], length));
        for (const [at, row] of found.entries()) rows[at]?.set(column, row.get(column));
      } catch (error) {
        if (!(error instanceof ReadFault)) throw error;
      }
    return rows;
  }

  /** Reads the bytes of columns of a row group. */
  async #readersOf(group: RowGroup, columns: readonly string[]) {
    const chunks = group.columns.flatMap(({ meta_data }) =>
      meta_data !== undefined && columns.includes(meta_data.path_in_schema[0] ?? "")
        ? [meta_data]
        : [],
    );
    const size = chunks.reduce((sum, chunk) => sum + Number(chunk.total_compressed_size), 0);
    if (size > MAX_GROUP)
      throw new ReadFault(
        `expected row groups of at most ${MAX_GROUP} bytes in the columns that are read; write the file with smaller ones`,
      );
    const readers = new Map<string, ColumnReader>();
    for (const chunk of chunks) {
      const bytes = await this.#source.slice(startOf(chunk), endOf(chunk));
      const path = orFault(() => getTreePath(this.schema, chunk.path_in_schema));
      readers.set(
        chunk.path_in_schema.join("."),
        new ColumnReader(bytes, chunk, path, this.#run.meter),
      );
    }
    return { chunks, readers };
  }

  #rowsOf(
    readers: ReadonlyMap<string, ColumnReader>,
    columns: readonly string[],
    length: number,
  ): readonly ParquetRow[] {
    const values = this.schema.children
      .filter(({ element }) => columns.includes(element.name))
      .map((column) => [column.element.name, valuesOf(column, readers, length)] as const);
    return Array.from(
      { length },
      (_, at) => new Map(values.map(([name, column]) => [name, plainValue(column[at])])),
    );
  }
}

/** The next values of a column, of which those of columns in it are assembled. */
function valuesOf(
  column: SchemaTree,
  readers: ReadonlyMap<string, ColumnReader>,
  length: number,
): ArrayLike<unknown> {
  const parts = new Map<string, unknown[]>();
  for (const path of leavesOf(column)) {
    const values = readers.get(path)?.take(length);
    if (values?.length !== length) throw damaged("a row group has fewer rows than it says");
    parts.set(path, values);
  }
  const name = column.path.join(".");
  if (column.children.length > 0) assembleNested(parts, column, { ...DEFAULT_PARSERS, ...PARSERS });
  const assembled = parts.get(name);
  if (assembled?.length !== length) throw damaged("a nested column does not fit together");
  return assembled;
}

function leavesOf({ path, children }: SchemaTree): string[] {
  return children.length === 0 ? [path.join(".")] : children.flatMap(leavesOf);
}

/** The position of the first page of a column: of its dictionary, if it has one. */
function startOf({ dictionary_page_offset = 0n, data_page_offset }: ColumnMetaData): number {
  const hasDictionary = dictionary_page_offset > 0n && dictionary_page_offset < data_page_offset;
  return Number(hasDictionary ? dictionary_page_offset : data_page_offset);
}

function endOf(chunk: ColumnMetaData): number {
  return startOf(chunk) + Number(chunk.total_compressed_size);
}

/** Reads parts of a blob. */
class BlobParts {
  readonly byteLength: number;
  readonly #blob: Blob;
  readonly #run: ReadRun;
  readonly #isCounted: boolean;
  #counted = 0;

  constructor(blob: Blob, run: ReadRun, isCounted: boolean) {
    this.#blob = blob;
    this.#run = run;
    this.#isCounted = isCounted;
    this.byteLength = blob.size;
  }

  async slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    this.#run.signal?.throwIfAborted();
    if (end > this.byteLength) throw damaged("a column reaches beyond the file");
    const part = this.#blob.slice(start, end);
    const bytes = await part.arrayBuffer().catch(() => null);
    if (bytes === null || bytes.byteLength !== part.size) throw new ReadFault(CHANGED, "input");
    // Some parts are read twice, so no more bytes are counted than the file has.
    const counted = this.#isCounted ? Math.min(part.size, this.#blob.size - this.#counted) : 0;
    this.#counted += counted;
    this.#run.bytesRead += counted;
    return bytes;
  }
}

/** Runs code of hyparquet, whose errors are faults of the file. */
function orFault<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    return throwFault(error);
  }
}

function throwFault(error: unknown): never {
  if (error instanceof ReadFault || !(error instanceof Error) || error.name === "AbortError")
    throw error;
  // Damaged bytes make code stumble that trusts them; its own words then say nothing about the file.
  const isOwn = !(error instanceof TypeError || error instanceof RangeError);
  throw damaged(isOwn ? error.message.replace(/^parquet /, "") : "its bytes make no sense");
}

function damaged(why: string): ReadFault {
  return new ReadFault(`damaged Parquet file: ${why}`);
}
