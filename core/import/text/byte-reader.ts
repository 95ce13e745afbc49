const NEWLINE = 10;
const RETURN = 13;

/** A stream of bytes that allows to look ahead. */
export class ByteReader implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterator<Uint8Array>;
  #ahead: Uint8Array = new Uint8Array(0);
  /** The error of the source during a look ahead. It is thrown when all bytes before it were read. */
  #fault: { readonly reason: unknown } | null = null;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, which stay unread. Fewer only where the stream ends or fails. */
  async peek(length: number): Promise<Uint8Array> {
    const parts = [this.#ahead];
    let size = this.#ahead.length;
    while (size < length) {
      const { done, value } = await this.#next();
      if (done) break;
      parts.push(value);
      size += value.length;
    }
    if (parts.length > 1) this.#ahead = joined(parts);
    return this.#ahead.subarray(0, length);
  }

  /** Skips `count` bytes that were returned by `peek`. */
  skip(count: number): void {
    this.#ahead = this.#ahead.subarray(count);
  }

  /** Skips blanks and line ends up to the first other byte. Returns the number of line ends. */
  async skipBlank(): Promise<number> {
    let feeds = 0;
    let returns = 0;
    do {
      const ahead = this.#ahead;
      let i = 0;
      for (; i < ahead.length && isBlank(ahead[i]); i++) {
        if (ahead[i] === NEWLINE) feeds++;
        if (ahead[i] === RETURN) returns++;
      }
      this.#ahead = ahead.subarray(i);
    } while (this.#ahead.length === 0 && (await this.peek(1)).length > 0);
    return feeds === 0 ? returns : feeds;
  }

  /** The unread bytes. Closes the source when the loop is left early. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      if (this.#ahead.length > 0) {
        const ahead = this.#ahead;
        this.#ahead = new Uint8Array(0);
        yield ahead;
      }
      for (;;) {
        this.throwFault();
        const { done, value } = await this.#source.next();
        if (done) return;
        yield value;
      }
    } finally {
      await this.close();
    }
  }

  /** Throws the error of the source during a look ahead, if there was one. */
  throwFault(): void {
    if (this.#fault !== null) throw this.#fault.reason;
  }

  async #next(): Promise<IteratorResult<Uint8Array, unknown>> {
    if (this.#fault !== null) return { done: true, value: undefined };
    try {
      return await this.#source.next();
    } catch (reason) {
      this.#fault = { reason };
      return { done: true, value: undefined };
    }
  }

  /** Closes the source. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

/** Joins arrays of bytes; a single one is returned without a copy. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === NEWLINE || byte === RETURN;
}
