import { type Delimiter, detectTable } from "./tables/detect-table.ts";
import type { Encoding, LineEnd } from "./text/decode-text.ts";

/** The number of bytes at the start of a file from which its format is detected. */
export const HEAD_LENGTH = 64 * 1024;

/** The format of a file, by its first bytes and never by its name. */
export type Format =
  | { readonly kind: "gzip" | "zip" | "tar" | "unknown" }
  | {
      readonly kind: "text";
      readonly text: TextFormat;
      readonly encoding: Encoding;
      readonly lineEnd: LineEnd;
      /** The length of its byte order mark, in bytes. */
      readonly markLength: number;
    };

type TextFormat =
  | { readonly kind: "markdown" | "json" | "json-lines" }
  | { readonly kind: "table"; readonly delimiter: Delimiter };

/**
 * Detects the format of a file.
 *
 * @param head its first `HEAD_LENGTH` bytes, or the whole file when it is shorter
 */
export function detectFormat(head: Uint8Array): Format {
  if (startsWith(head, 0, [0x1f, 0x8b])) return { kind: "gzip" };
  // The header of a file in the archive, or the directory of an archive without files.
  if (startsWith(head, 0, [0x50, 0x4b, 3, 4]) || startsWith(head, 0, [0x50, 0x4b, 5, 6]))
    return { kind: "zip" };
  if (isTarHeader(head)) return { kind: "tar" };
  const { encoding, markLength } = detectEncoding(head);
  const isWhole = head.length < HEAD_LENGTH;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const decoded = decoder.decode(head.subarray(markLength));
  const lineEnd = /^[^\r\n]*\r[^\n]/.test(decoded) ? "\r" : "\n";
  const text = detectText(decoded.replaceAll(lineEnd, "\n"), isWhole);
  return text === null
    ? { kind: "unknown" }
    : { kind: "text", text, encoding, lineEnd, markLength };
}

function detectText(text: string, isWhole: boolean): TextFormat | null {
  if (/^---(?!-)/.test(text)) return { kind: "markdown" };
  const start = text.trimStart();
  // Two lines that open an object each, where one JSON text could not open the second one.
  if (/^\{[^\n]*[^\s[,:][ \t\r]*\n\s*\{/.test(start)) return { kind: "json-lines" };
  // A bracket alone is not enough: Markdown may begin with a link, and a style sheet has braces.
  if (/^(?:\{\s*["}]|\[\s*[[{"\]])/.test(start)) return { kind: "json" };
  const delimiter = detectTable(start, isWhole);
  return delimiter === null ? null : { kind: "table", delimiter };
}

/** By the byte order mark, or by the zeros between ASCII characters in UTF-16. */
function detectEncoding(head: Uint8Array): { encoding: Encoding; markLength: number } {
  if (startsWith(head, 0, [0xef, 0xbb, 0xbf])) return { encoding: "utf-8", markLength: 3 };
  if (startsWith(head, 0, [0xff, 0xfe])) return { encoding: "utf-16le", markLength: 2 };
  if (startsWith(head, 0, [0xfe, 0xff])) return { encoding: "utf-16be", markLength: 2 };
  const [a, b, c, d] = head;
  if (a && b === 0 && c && d === 0) return { encoding: "utf-16le", markLength: 0 };
  if (a === 0 && b && c === 0 && d) return { encoding: "utf-16be", markLength: 0 };
  return { encoding: "utf-8", markLength: 0 };
}

const TAR_HEADER_LENGTH = 512;

/** A tar header (POSIX.1-1988, "ustar") contains the octal sum of its bytes, in which the sum itself counts as blanks. */
function isTarHeader(head: Uint8Array): boolean {
  if (head.length < TAR_HEADER_LENGTH || head[0] === 0) return false;
  const stored = String.fromCharCode(...head.subarray(148, 156)).replace(/^ +|[ \0]+$/g, "");
  if (!/^[0-7]+$/.test(stored)) return false;
  let sum = 0;
  for (let i = 0; i < TAR_HEADER_LENGTH; i++) sum += i >= 148 && i < 156 ? 32 : (head[i] ?? 0);
  return sum === Number.parseInt(stored, 8);
}

function startsWith(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, i) => bytes[at + i] === byte);
}
