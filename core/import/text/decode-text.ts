import { joined } from "./byte-reader.ts";

/** How a text file's bytes are to be read; what is not UTF-8 line by line is Windows-1252. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** How a text file's lines end: with a line feed, also after a carriage return, or as on old Macs. */
export type LineEnd = "\n" | "\r";

/** A piece of text: whole lines, or part of a line that is very long. */
export interface TextBlock {
  readonly text: string;
  /** Line of its first character; the first line of a file is 1. */
  readonly line: number;
}

/** Bytes of one line from which it is given in parts. */
const LONG_LINE = 256 * 1024;
const NEWLINE = 10;
const RETURN = 13;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/**
 * Text of a file, decoded as it comes, with a line feed at each line's end. The byte order mark must have
 * been taken off.
 *
 * @param firstLine line of the first byte
 * @param onWindows1252 told each line that is not UTF-8 and was read as Windows-1252
 */
export function decodeText(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, lineEnd }: { readonly encoding: Encoding; readonly lineEnd: LineEnd },
  firstLine: number,
  onWindows1252: (line: number) => void,
): AsyncGenerator<TextBlock, void, undefined> {
  if (encoding !== "utf-8") return decodeUtf16(bytes, encoding, lineEnd, firstLine);
  return decodeLines(lineEnd === "\r" ? withLineFeeds(bytes) : bytes, firstLine, onWindows1252);
}

async function* withLineFeeds(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes) yield chunk.map((byte) => (byte === RETURN ? NEWLINE : byte));
}

async function* decodeLines(
  bytes: AsyncIterable<Uint8Array>,
  firstLine: number,
  onWindows1252: (line: number) => void,
): AsyncGenerator<TextBlock, void, undefined> {
  let line = firstLine;
  for await (const part of wholeLines(bytes)) {
    const text = decodeUtf8(part, line, onWindows1252);
    yield { text, line };
    line += countLines(text);
  }
}

async function* decodeUtf16(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  lineEnd: LineEnd,
  firstLine: number,
): AsyncGenerator<TextBlock, void, undefined> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let line = firstLine;
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true }).replaceAll(lineEnd, "\n");
    yield { text, line };
    line += countLines(text);
  }
  yield { text: decoder.decode(), line };
}

/** The same bytes, cut after line feeds, and in a very long line between characters. */
async function* wholeLines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    let cut = chunk.lastIndexOf(NEWLINE) + 1;
    if (cut === 0 && size + chunk.length > LONG_LINE) cut = characterEnd(chunk);
    if (cut > 0) {
      kept.push(chunk.subarray(0, cut));
      yield joined(kept);
      kept = [];
      size = 0;
    }
    if (cut < chunk.length) {
      kept.push(chunk.subarray(cut));
      size += chunk.length - cut;
    }
  }
  if (size > 0) yield joined(kept);
}

/** Where the last whole UTF-8 character of some bytes ends. */
function characterEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 4 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/**
 * Bytes of whole lines as UTF-8, and lines that are none as Windows-1252.
 *
 * @param firstLine line of the first byte
 */
export function decodeUtf8(
  bytes: Uint8Array,
  firstLine: number,
  onWindows1252: (line: number) => void,
): string {
  const whole = decodeStrictly(bytes);
  if (whole !== null) return whole;
  let text = "";
  let line = firstLine;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    const segment = bytes.subarray(start, end);
    const decoded = decodeStrictly(segment);
    if (decoded === null) onWindows1252(line);
    text += decoded ?? windows1252.decode(segment);
    start = end;
  }
  return text;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** How many line feeds a text has. */
export function countLines(text: string): number {
  let lines = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines++;
  return lines;
}
