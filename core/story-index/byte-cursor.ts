import { DamagedBlockError } from "../segment/block-codec.ts";

/**
 * Reads what `ByteWriter` has written. The checksum of the bytes only shows that they are what was written, and a
 * published file may be written by anybody: to read past their end is an error, so no count in them can make a loop
 * longer than the bytes are.
 *
 * @throws DamagedBlockError from every method, past the end of the bytes
 */
export class ByteCursor {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw new DamagedBlockError("of a story index");
    return value;
  }

  uint32(): number {
    this.#require(4);
    const value = this.#view.getUint32(this.at);
    this.at += 4;
    return value;
  }

  float64(): number {
    this.#require(8);
    const value = this.#view.getFloat64(this.at);
    this.at += 8;
    return value;
  }

  /** A number as `ByteWriter.varint` writes it. */
  varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  bytes(length: number): Uint8Array {
    this.#require(length);
    const bytes = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return bytes;
  }

  #require(length: number): void {
    if (this.at + length > this.#bytes.length) throw new DamagedBlockError("of a story index");
  }
}
