import { ByteWriter } from "./byte-writer.ts";

export type SpillName = `spill/${string}/${number}/${number}`;

/** Where a build keeps for a while what would be too much for memory. */
export interface SpillStore {
  write(name: SpillName, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  read(name: SpillName): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Bytes at which a partition's rows are written: Chromium moves values of 64 kB into files. */
const CHUNK_BYTES = 49_152;

/** Rows that are sorted into partitions on the way to the disk, and read back by partition in their order. */
export class Spill {
  readonly #store: SpillStore;
  readonly #name: string;
  readonly #partitions: { readonly writer: ByteWriter; chunks: number }[];

  /** @param name tells it from other spills of the same store */
  constructor(store: SpillStore, name: string, partitions: number) {
    this.#store = store;
    this.#name = name;
    this.#partitions = Array.from({ length: partitions }, () => ({
      writer: new ByteWriter(),
      chunks: 0,
    }));
  }

  /** Adds a row; waits for the disk only when a chunk is full. */
  add(partition: number, write: (writer: ByteWriter) => void): Promise<void> | null {
    const { writer } = this.#of(partition);
    write(writer);
    return writer.length < CHUNK_BYTES ? null : this.#flush(partition);
  }

  /** The chunks of a partition, each of whole rows; it can be read once. */
  async *read(partition: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const { writer, chunks } = this.#of(partition);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const bytes = await this.#store.read(this.#chunkName(partition, chunk));
      if (bytes === undefined) throw new Error(`${this.#chunkName(partition, chunk)} is gone`);
      yield bytes;
    }
    yield writer.take();
  }

  async #flush(partition: number): Promise<void> {
    const of = this.#of(partition);
    await this.#store.write(this.#chunkName(partition, of.chunks++), of.writer.take());
  }

  #chunkName(partition: number, chunk: number): SpillName {
    return `spill/${this.#name}/${partition}/${chunk}`;
  }

  #of(partition: number) {
    const of = this.#partitions[partition];
    if (of === undefined) throw new RangeError(`no partition ${partition}`);
    return of;
  }
}

/** A spill store in memory, for small data sets and for tests. */
export function createMemorySpill(): SpillStore {
  const chunks = new Map<SpillName, Uint8Array<ArrayBuffer>>();
  return {
    async write(name, bytes) {
      chunks.set(name, bytes);
    },
    async read(name) {
      return chunks.get(name);
    },
  };
}
