import { ByteWriter } from "./byte-writer.ts";

export type SpillName = `spill/${string}/${number}/${number}`;

/** Stores data of a build that does not fit into memory, until it is finished. */
export interface SpillStore {
  write(name: SpillName, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  read(name: SpillName): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** A partition is written to the store in chunks of this size, since Chromium moves values of 64 kB and more into files. */
const CHUNK_BYTES = 49_152;

/** Sorts rows into partitions on disk. Each partition is read back in the order in which its rows were added. */
export class Spill {
  readonly #store: SpillStore;
  readonly #name: string;
  readonly #partitions: { readonly writer: ByteWriter; chunks: number }[];

  /** @param name tells apart the spills of one store */
  constructor(store: SpillStore, name: string, partitions: number) {
    this.#store = store;
    this.#name = name;
    this.#partitions = Array.from({ length: partitions }, () => ({
      writer: new ByteWriter(),
      chunks: 0,
    }));
  }

  /** Adds a row. Returns a promise only when a chunk is full and has to be written. */
  add(partition: number, write: (writer: ByteWriter) => void): Promise<void> | null {
    const { writer } = this.#of(partition);
    write(writer);
    return writer.length < CHUNK_BYTES ? null : this.#flush(partition);
  }

  /** The chunks of a partition; each has whole rows. A partition can be read once. */
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
