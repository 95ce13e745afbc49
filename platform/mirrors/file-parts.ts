import type { ReadSource } from "../../core/segment/scan-source.ts";

/**
 * A file is kept in parts of this many bytes. A browser rewrites a whole file of the origin-private file system, and
 * stores it when it is closed. If a download is killed, at most this much is fetched twice.
 */
const PART_BYTES = 8_388_608;

/** The name of a part, from 0 on. */
export function partName(version: string, number: number | ""): string {
  return `${version}-${number}`;
}

/** The parts of one file. */
export interface PartsFolder {
  /** `null` when there is none. */
  file(number: number): Promise<Blob | null>;
  /** Writes a part, over the one that is there; all of it or nothing. */
  write(number: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Writes a file from its end on. What was given to it counts once its part is full, or after `flush`. */
export class PartWriter {
  readonly #parts: PartsFolder;
  readonly #partBytes: number;
  #pending: Uint8Array<ArrayBuffer>;
  /** Of the pending bytes. */
  #filled: number;
  #number: number;

  private constructor(parts: PartsFolder, size: number, partBytes: number) {
    this.#parts = parts;
    this.#partBytes = partBytes;
    this.#number = Math.floor(size / partBytes);
    this.#filled = 0;
    this.#pending = new Uint8Array();
  }

  /** @param size bytes that are there */
  static async open(
    parts: PartsFolder,
    size: number,
    partBytes: number = PART_BYTES,
  ): Promise<PartWriter> {
    const writer = new PartWriter(parts, size, partBytes);
    const begun = size % partBytes === 0 ? null : await parts.file(writer.#number);
    if (begun !== null) writer.#add(new Uint8Array(await begun.arrayBuffer()));
    return writer;
  }

  /** Bytes that were given to it, those that were there included. */
  get bytes(): number {
    return this.#number * this.#partBytes + this.#filled;
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    let from = 0;
    while (from < bytes.length) {
      const to = Math.min(bytes.length, from + this.#partBytes - this.#filled);
      this.#add(bytes.subarray(from, to));
      from = to;
      if (this.#filled < this.#partBytes) continue;
      await this.flush();
      this.#number++;
      this.#filled = 0;
    }
  }

  /** Writes the part that is not full yet. */
  async flush(): Promise<void> {
    if (this.#filled > 0)
      await this.#parts.write(this.#number, this.#pending.slice(0, this.#filled));
  }

  /** Reads bytes that were given to it, from `start` to `end`. */
  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const written = this.#number * this.#partBytes;
    const before =
      start < written
        ? await readParts(this.#parts, this.#number, this.#partBytes)(start, Math.min(end, written))
        : new Uint8Array();
    const pending = this.#pending.subarray(
      Math.max(0, start - written),
      Math.min(this.#filled, Math.max(0, end - written)),
    );
    const bytes = new Uint8Array(before.length + pending.length);
    bytes.set(before);
    bytes.set(pending, before.length);
    return bytes;
  }

  #add(bytes: Uint8Array<ArrayBuffer>): void {
    const needed = this.#filled + bytes.length;
    if (needed > this.#pending.length) {
      const larger = new Uint8Array(
        Math.min(this.#partBytes, Math.max(needed, 65_536, 2 * needed)),
      );
      larger.set(this.#pending.subarray(0, this.#filled));
      this.#pending = larger;
    }
    this.#pending.set(bytes, this.#filled);
    this.#filled = needed;
  }
}

/** Reads a file of a number of parts. Each part's snapshot is asked for once: that costs more than to read from it. */
export function readParts(
  parts: PartsFolder,
  count: number,
  partBytes: number = PART_BYTES,
): ReadSource {
  const files = new Map<number, Promise<Blob | null>>();
  const fileOf = (number: number) => {
    const file = files.get(number) ?? parts.file(number);
    files.set(number, file);
    file.catch(() => files.delete(number));
    return file;
  };
  return async (start, end) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const last = Math.min(count - 1, Math.floor((end - 1) / partBytes));
    for (let number = Math.floor(start / partBytes); number <= last; number++) {
      const from = number * partBytes;
      const file = await fileOf(number);
      const slice = file?.slice(Math.max(0, start - from), Math.min(partBytes, end - from));
      if (slice !== undefined) chunks.push(new Uint8Array(await slice.arrayBuffer()));
    }
    const [only] = chunks;
    if (only !== undefined && chunks.length === 1) return only;
    const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  };
}
