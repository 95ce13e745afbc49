import { ReadFault } from "../text/read-fault.ts";

const MIB = 2 ** 20;

/** The limits of reading, so that a malicious file cannot exhaust the machine. */
export interface Limits {
  /** The most bytes that all packed files together may unpack to, as counted while unpacking. */
  readonly unpackedBytes: number;
  /** The most bytes that a packed file may unpack to, as a multiple of its own size… */
  readonly ratio: number;
  /** …which is checked once it has unpacked to more than this many bytes. */
  readonly ratioFromBytes: number;
  /** The most entries of one archive. */
  readonly entries: number;
  /** The most bytes of one Markdown file. */
  readonly markdownBytes: number;
  /** The most bytes of a member of an archive that has to be read as a whole, such as Parquet. */
  readonly wholeMemberBytes: number;
  /** The most UTF-16 code units of a line of JSON Lines or TSV, and the most bytes of a record of JSON. */
  readonly lineLength: number;
  /** The most UTF-16 code units of a row of CSV, which may have many lines. */
  readonly rowLength: number;
}

/** The default limits. */
export const LIMITS: Limits = {
  unpackedBytes: 8 * 1024 * MIB,
  ratio: 200,
  ratioFromBytes: 64 * MIB,
  entries: 1_000_000,
  markdownBytes: 32 * MIB,
  wholeMemberBytes: 512 * MIB,
  lineLength: 16 * MIB,
  rowLength: MIB,
};

/** Counts the bytes that packed files really unpack to, whatever their headers say. */
export class UnpackMeter {
  readonly #limits: Limits;
  #total = 0;
  #ofFile = 0;
  #packedSize = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Starts with the next input file, of `size` bytes. */
  begin(size: number): void {
    this.#packedSize = size;
    this.#ofFile = 0;
  }

  /**
   * Counts unpacked bytes.
   *
   * @throws ReadFault when they exceed a limit
   */
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
