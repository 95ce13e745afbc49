import { joined } from "./byte-reader.ts";

/** The encoding of a text file. In `utf-8`, each line that is not valid UTF-8 is read as Windows-1252. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** How lines end: with a line feed, perhaps after a carriage return, or with a carriage return alone (old Macs). */
export type LineEnd = "\n" | "\r";

/** A piece of text: whole lines, or a part of a very long line. */
export interface TextBlock {
  readonly text: string;
  /** The line of its first character; the first line of a file is 1. */
  readonly line: number;
}

/** A line of more bytes than this is returned in parts. */
const LONG_LINE = 256 * 1024;
const NEWLINE = 10;
const RETURN = 13;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/**
 * Decodes the text of a file as a stream, with a line feed at the end of each line. The byte order mark must have been
 * skipped before.
 *
 * @param firstLine the line of the first byte
 * @param onWindows1252 called with each line that is not UTF-8 and was read as Windows-1252
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

/** The same bytes, split after line feeds, and within a very long line between characters. */
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

/** The offset at which the last complete UTF-8 character of some bytes ends. */
function characterEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 4 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/**
 * Decodes whole lines as UTF-8, and each line that is not valid UTF-8 as Windows-1252.
 *
 * @param firstLine the line of the first byte
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

/** The number of line feeds in a text. */
export function countLines(text: string): number {
  let lines = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines++;
  return lines;
}
