import { ReadFault } from "../text/read-fault.ts";

/** Bytes that hold numbers as runs: the hybrid of run lengths and packed bits of the Parquet format. */
export interface Runs {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Bits of each number. */
  readonly width: number;
}

/**
 * Checks that no run is longer than the page. hyparquet writes a run out before it counts, so that one wrong bit could
 * fill the memory.
 *
 * @param values the number of values in the page
 * @throws ReadFault
 */
export function checkRuns({ bytes, start, end, width }: Runs, values: number): void {
  let at = start;
  for (let seen = 0; seen < values && at < end; ) {
    let header = 0;
    for (let shift = 0; at < end; shift += 7) {
      const byte = bytes[at++] ?? 0;
      header += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const count = Math.floor(header / 2);
    if (header % 2 === 1) {
      at += count * width; // groups of eight numbers
      seen += count * 8;
    } else {
      if (count > values - seen) throw new ReadFault("damaged Parquet file: a run is too long");
      at += Math.ceil(width / 8);
      seen += count;
    }
  }
}
