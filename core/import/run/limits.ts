import { ReadFault } from "../text/read-fault.ts";

const MIB = 2 ** 20;

/** What reading stops at, so that a file made to harm cannot take the machine with it. */
export interface Limits {
  /** Bytes that all packed files together may unpack to, as counted while unpacking. */
  readonly unpackedBytes: number;
  /** How many times its own size a packed file may unpack to, … */
  readonly ratio: number;
  /** … once it has unpacked to more than this many bytes. */
  readonly ratioFromBytes: number;
  /** Entries of one archive. */
  readonly entries: number;
  /** Bytes of one Markdown file. */
  readonly markdownBytes: number;
  /** UTF-16 code units of one line of JSON Lines or TSV, and bytes of one record of JSON. */
  readonly lineLength: number;
  /** UTF-16 code units of one row of CSV, which may have many lines. */
  readonly rowLength: number;
}

/** The limits that hold where none are given. */
export const LIMITS: Limits = {
  unpackedBytes: 8 * 1024 * MIB,
  ratio: 200,
  ratioFromBytes: 64 * MIB,
  entries: 1_000_000,
  markdownBytes: 32 * MIB,
  lineLength: 16 * MIB,
  rowLength: MIB,
};

/** Counts what packed files unpack to, byte by byte as it comes, whatever their headers say. */
export class UnpackMeter {
  readonly #limits: Limits;
  #total = 0;
  #ofFile = 0;
  #packedSize = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Begins with the next input file, of `size` bytes. */
  begin(size: number): void {
    this.#packedSize = size;
    this.#ofFile = 0;
  }

  /** @throws ReadFault when it is too much */
  count(bytes: number): void {
    this.#total += bytes;
    this.#ofFile += bytes;
    const { unpackedBytes, ratio, ratioFromBytes } = this.#limits;
    if (this.#total > unpackedBytes)
      throw new ReadFault(`expected at most ${unpackedBytes} bytes when unpacked`, "input");
    if (this.#ofFile > ratioFromBytes && this.#ofFile > ratio * this.#packedSize)
      throw new ReadFault(`expected at most ${ratio} times its size when unpacked`, "input");
  }
}
