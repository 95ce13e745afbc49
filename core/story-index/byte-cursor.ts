/**
 * Reads what `ByteWriter` has written. The caller has checked the checksum of the bytes, so nothing is read past
 * their end.
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
    return this.#bytes[this.at++] ?? 0;
  }

  uint32(): number {
    const value = this.#view.getUint32(this.at);
    this.at += 4;
    return value;
  }

  float64(): number {
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
    const bytes = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return bytes;
  }
}
