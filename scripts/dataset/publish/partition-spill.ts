import { createHash, hash } from "node:crypto";
import { appendFileSync, closeSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { addressKey } from "../../../core/url/url-key.ts";

const MAX_BUFFERED = 64 * 2 ** 20;

/**
 * What is kept of a record beside its JSON, all little-endian: its time (ms since 1970, infinite when it has none),
 * the start of the hash of its page's URL key, the start of the hash of its JSON, and where that is.
 */
const ROW = { time: 0, page: 8, digest: 16, offset: 32, length: 40, bytes: 44 } as const;

interface Buffered {
  readonly lines: Buffer[];
  readonly rows: Buffer[];
  /** Bytes of all lines so far, those that were written included. */
  length: number;
}

/**
 * Divides the records of a data set into partitions, on disk, because they may be more than memory holds. A partition
 * is read back in an order that does not depend on the order of the input.
 */
export class PartitionSpill {
  readonly #folder: string;
  readonly #partitions = new Map<string, Buffered>();
  readonly #maxBuffered: number;
  #buffered = 0;

  /**
   * @param folder an empty one
   * @param maxBuffered bytes that are kept in memory before they are written
   */
  constructor(folder: string, maxBuffered = MAX_BUFFERED) {
    this.#folder = folder;
    this.#maxBuffered = maxBuffered;
  }

  /** @param partition a name that can be one of a file */
  add(partition: string, record: ArticleRecord): void {
    const line = Buffer.from(JSON.stringify(record));
    const of = this.#partitions.get(partition) ?? { lines: [], rows: [], length: 0 };
    this.#partitions.set(partition, of);
    of.lines.push(line);
    of.rows.push(rowOf(record, line, of.length));
    of.length += line.length;
    this.#buffered += line.length + ROW.bytes;
    if (this.#buffered >= this.#maxBuffered) this.#flush();
  }

  /** The names of the partitions, in order. */
  names(): string[] {
    return [...this.#partitions.keys()].sort();
  }

  /** A partition, once all records were added. */
  read(partition: string): SpilledPartition {
    this.#flush();
    return new SpilledPartition(
      this.#path(partition, "jsonl"),
      readFileSync(this.#path(partition, "rows")),
    );
  }

  /** Frees the disk of a partition that is not needed any more. */
  remove(partition: string): void {
    for (const ending of ["jsonl", "rows"]) rmSync(this.#path(partition, ending), { force: true });
  }

  #flush(): void {
    if (this.#buffered === 0) return;
    for (const [partition, { lines, rows }] of this.#partitions) {
      if (rows.length === 0) continue;
      appendFileSync(this.#path(partition, "jsonl"), Buffer.concat(lines));
      appendFileSync(this.#path(partition, "rows"), Buffer.concat(rows));
      lines.length = 0;
      rows.length = 0;
    }
    this.#buffered = 0;
  }

  #path(partition: string, ending: string): string {
    return join(this.#folder, `${partition}.${ending}`);
  }
}

function rowOf(record: ArticleRecord, line: Buffer, offset: number): Buffer {
  const page = pageAddress(record);
  const row = Buffer.alloc(ROW.bytes);
  const time = Date.parse(record.publishedDateTime ?? "");
  row.writeDoubleLE(Number.isNaN(time) ? Number.POSITIVE_INFINITY : time, ROW.time);
  hash("sha256", addressKey(page), "buffer").copy(row, ROW.page, 0, 8);
  hash("sha256", line, "buffer").copy(row, ROW.digest, 0, 16);
  row.writeDoubleLE(offset, ROW.offset);
  row.writeUInt32LE(line.length, ROW.length);
  return row;
}

/**
 * The records of one partition, each page once: of several records of a page, the first one of the input. They are in
 * the order of their times, those of one time by the hash of their content.
 */
export class SpilledPartition implements Iterable<ArticleRecord> {
  readonly #path: string;
  readonly #rows: Buffer;
  readonly #order: Uint32Array;

  constructor(path: string, rows: Buffer) {
    this.#path = path;
    this.#rows = rows;
    this.#order = orderOf(rows);
  }

  get size(): number {
    return this.#order.length;
  }

  get duplicates(): number {
    return this.#rows.length / ROW.bytes - this.size;
  }

  /** A hash of all records in order, in hex. */
  digest(): string {
    const all = createHash("sha256");
    for (const start of this.#order)
      all.update(this.#rows.subarray(start + ROW.digest, start + ROW.offset));
    return all.digest("hex");
  }

  *[Symbol.iterator](): Generator<ArticleRecord, void, undefined> {
    const file = openSync(this.#path, "r");
    try {
      for (const start of this.#order) {
        const line = Buffer.allocUnsafe(this.#rows.readUInt32LE(start + ROW.length));
        readSync(file, line, 0, line.length, this.#rows.readDoubleLE(start + ROW.offset));
        yield JSON.parse(line.toString()) as ArticleRecord;
      }
    } finally {
      closeSync(file);
    }
  }
}

/** Where the rows start, sorted, without the duplicates. */
function orderOf(rows: Buffer): Uint32Array {
  const pages = new Set<bigint>();
  const starts: number[] = [];
  for (let start = 0; start < rows.length; start += ROW.bytes) {
    const before = pages.size;
    pages.add(rows.readBigUInt64LE(start + ROW.page));
    if (pages.size > before) starts.push(start);
  }
  return Uint32Array.from(starts).sort((a, b) => {
    const [one, other] = [rows.readDoubleLE(a), rows.readDoubleLE(b)];
    if (one !== other) return one < other ? -1 : 1;
    return rows.compare(rows, b + ROW.digest, b + ROW.offset, a + ROW.digest, a + ROW.offset);
  });
}
