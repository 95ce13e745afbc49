import type { Block } from "../../core/segment/format.ts";
import type { StoryBlock } from "../../core/story-index/format.ts";
import type { BlockStore, StoredBlock, StoredName } from "./block-store.ts";

/** Blocks in one transaction, which must stay well under half a second. */
const BLOCKS_IN_TRANSACTION = 32;

/** The blocks of one generation: the way in which every build writes them, and reads them again. */
export class Generation {
  readonly store: BlockStore;
  readonly generation: string;
  #pending: (Block | StoryBlock)[] = [];
  /** Bytes of the blocks that were added. */
  bytes = 0;

  constructor(store: BlockStore, generation: string) {
    this.store = store;
    this.generation = generation;
  }

  read(name: StoredName): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.store.read(this.generation, name);
  }

  /** Names of the blocks that begin with `prefix`, in no order. */
  names(prefix: string): Promise<string[]> {
    return this.store.names(this.generation, prefix);
  }

  /**
   * Writes what a build keeps of its work, all of it or none, at once.
   *
   * @throws QuotaExceededError
   */
  async write(blocks: readonly StoredBlock[]): Promise<void> {
    await this.store.write(this.generation, blocks);
  }

  /**
   * Adds a block of the index. Blocks are written some at a time.
   *
   * @throws QuotaExceededError
   */
  async add(block: Block | StoryBlock): Promise<void> {
    this.#pending.push(block);
    this.bytes += block.bytes.length;
    if (this.#pending.length >= BLOCKS_IN_TRANSACTION) await this.flush();
  }

  /** Writes the blocks that were added and not written yet. */
  async flush(): Promise<void> {
    const blocks = this.#pending;
    this.#pending = [];
    if (blocks.length > 0) await this.store.write(this.generation, blocks);
  }
}
