import { murmur3 } from "../hash.ts";

const SEEDS = [0x9747b28c, 0x1b873593] as const;

/**
 * A set of texts that keeps 64 bits of hash for each instead of the text: 1 million of them take
 * 16 to 32 MB. Two texts pass for one with a chance of about n²/2⁶⁵: 1 in 37 million for a million.
 *
 * Open addressing with linear probing; two words a slot, both 0 for a free one.
 */
export class KeySet {
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  /** How many texts are in the set. */
  get size(): number {
    return this.#size;
  }

  /** Puts a text in; `false` when it was there already. */
  add(text: string): boolean {
    if (this.#size * 2 * 10 >= this.#slots.length * 7) this.#grow();
    const high = murmur3(text, SEEDS[0]) || 1; // never the mark of a free slot
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

/** Whether the hash is new to `slots`, whose length is a power of two and which is never full. */
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
