import { HEADER_BYTES } from "../data-set-file/layout.ts";
import type { BlockPlace } from "../segment/format.ts";
import type { CheckedFile } from "./check-file.ts";

/** The places of the source blocks that a check has seen. */
export class CheckedBlocks {
  readonly #lengths = new Map<number, number>();

  constructor({ blocks }: Pick<CheckedFile, "blocks">) {
    let start = HEADER_BYTES;
    for (const length of blocks) {
      this.#lengths.set(start, length);
      start += length;
    }
  }

  /** Whether a place is that of a block, and not of bytes within one, which may hold records that nobody has checked. */
  has({ start, length }: BlockPlace): boolean {
    return this.#lengths.get(start) === length;
  }
}
