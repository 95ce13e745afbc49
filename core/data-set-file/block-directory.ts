import type { BlockPlace } from "../segment/format.ts";
import type { FileDirectory } from "./layout.ts";

/** A number that ends a block's name, and what is before it. */
export const NUMBERED_NAME = /^(.*\/)(\d+)$/;

/** The blocks with consecutive numbers that lie one after the other. */
interface Run {
  readonly first: number;
  /** Where each block starts; the last is where the run ends. */
  readonly starts: readonly number[];
}

/** Where the last block ends by a directory, bytes: there the directory itself begins. */
export function endOfBlocks({ runs, sourceEnd }: FileDirectory): number {
  return runs.reduce(
    (end, [, , lengths]) => lengths.reduce((sum, length) => sum + length, end),
    sourceEnd,
  );
}

/** Finds the place of a block by its name. */
export class BlockDirectory {
  readonly #runs = new Map<string, Run[]>();

  constructor({ runs, sourceEnd }: FileDirectory) {
    let at = sourceEnd;
    for (const [prefix, first, lengths] of runs) {
      const starts = [at];
      for (const length of lengths) {
        at += length;
        starts.push(at);
      }
      const run = { first: first ?? 0, starts };
      const same = this.#runs.get(prefix);
      if (same === undefined) this.#runs.set(prefix, [run]);
      else same.push(run);
    }
  }

  /** `null` when there is no such block. */
  placeOf(name: string): BlockPlace | null {
    const [, prefix = name, digits = "0"] = NUMBERED_NAME.exec(name) ?? [];
    const number = Number(digits);
    for (const { first, starts } of this.#runs.get(prefix) ?? []) {
      const start = starts[number - first];
      const end = starts[number - first + 1];
      if (start !== undefined && end !== undefined) return { start, length: end - start };
    }
    return null;
  }
}
