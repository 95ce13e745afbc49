import type { Encoding, LineEnd } from "../text/decode-text.ts";

/** The number of bytes at the start of a file from which its format is recognised. */
export const HEAD_LENGTH = 64 * 1024;

/** The start of a file, as bytes and as text. A format is recognised by it and never by the file's name. */
export class FileHead {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** The length of the byte order mark, in bytes. */
  readonly markLength: number;
  /** Whether this is the whole file. */
  readonly isWhole: boolean;
  #decoded: { readonly text: string; readonly lineEnd: LineEnd } | null = null;

  /** @param bytes the first `HEAD_LENGTH` bytes, or the whole file when it is shorter */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.isWhole = bytes.length < HEAD_LENGTH;
    const { encoding, markLength } = detectEncoding(bytes);
    this.encoding = encoding;
    this.markLength = markLength;
  }

  /** The start as text, without the byte order mark, each line ending with a line feed. */
  get text(): string {
    return this.#decode().text;
  }

  get lineEnd(): LineEnd {
    return this.#decode().lineEnd;
  }

  /** Whether these bytes, or characters of ASCII, are at an offset. */
  has(expected: string | readonly number[], at = 0): boolean {
    const bytes =
      typeof expected === "string"
        ? Array.from(expected, (character) => character.charCodeAt(0))
        : expected;
    return bytes.every((byte, i) => this.bytes[at + i] === byte);
  }

  #decode() {
    if (this.#decoded === null) {
      const decoder = new TextDecoder(this.encoding, { ignoreBOM: true });
      const decoded = decoder.decode(this.bytes.subarray(this.markLength));
      const lineEnd = /^[^\r\n]*\r[^\n]/.test(decoded) ? "\r" : "\n";
      this.#decoded = { text: decoded.replaceAll(lineEnd, "\n"), lineEnd };
    }
    return this.#decoded;
  }
}

/** By the byte order mark, or by the zeros between ASCII characters in UTF-16. */
function detectEncoding(head: Uint8Array): { encoding: Encoding; markLength: number } {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", markLength: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2 };
  if (a && b === 0 && c && d === 0) return { encoding: "utf-16le", markLength: 0 };
  if (a === 0 && b && c === 0 && d) return { encoding: "utf-16be", markLength: 0 };
  return { encoding: "utf-8", markLength: 0 };
}
