import { murmur3 } from "../hash.ts";

const SEEDS = [0x9747b28c, 0x1b873593] as const;

/**
 * A set of texts that keeps a hash of 64 bits instead of each text: a million texts take 16 to 32 MB. The
 * chance that any two texts of n are taken for the same is about n²/2⁶⁵: for a million, 1 in 37 million.
 *
 * A hash table with open addressing and linear probing. A slot has two words; both are 0 in a free one.
 */
export class KeySet {
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  /** How many texts are in the set. */
  get size(): number {
    return this.#size;
  }

  /** Adds a text. Returns `false` when it was in the set already. */
  add(text: string): boolean {
    if (this.#size * 2 * 10 >= this.#slots.length * 7) this.#grow();
    const high = murmur3(text, SEEDS[0]) || 1; // 0 marks a free slot
    if (!insert(this.#slots, high, murmur3(text, SEEDS[1]))) return false;
    this.#size++;
    return true;
  }

  #grow(): void {
    const grown = new Uint32Array(this.#slots.length * 2);
    for (let i = 0; i < this.#slots.length; i += 2) {
      const high = this.#slots[i] ?? 0;
      if (high !== 0) insert(grown, high, this.#slots[i + 1] ?? 0);
    }
    this.#slots = grown;
  }
}

/**
 * Inserts a hash and tells whether it is new. The length of `slots` is a power of two, and one slot at least
 * is free.
 */
function insert(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let slot = low & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot * 2];
    if (found === 0) {
      slots[slot * 2] = high;
      slots[slot * 2 + 1] = low;
      return true;
    }
    if (found === high && slots[slot * 2 + 1] === low) return false;
  }
}
