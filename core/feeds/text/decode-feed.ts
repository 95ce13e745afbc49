import { encodingLabel } from "./encoding-label.ts";

const ESCAPE = 0x1b;
const NEWLINE = 0x0a;
/** The encoding in an XML declaration, which is short and at the start. */
const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i;
const DECLARATION_BYTES = 256;
/** A text with at least so many valid characters outside ASCII for one that is not is in the encoding, and was cut or damaged. */
const VALID_PER_INVALID = 4;

/**
 * Decodes the text of a feed. The encoding is, in this order:
 *
 * 1. that of a byte order mark;
 * 2. UTF-8 if the bytes are valid UTF-8, or nearly all characters outside ASCII are, since text in other encodings almost
 *    never is;
 * 3. the first encoding in which the bytes are valid, or nearly so, of the XML declaration (written by the feed's author) and
 *    the `Content-Type` (often the server's default); labels that are common defaults come last;
 * 4. UTF-8, with Windows-1252 for the lines that are not valid.
 *
 * Programs that cut texts after a number of bytes leave halves of characters, and one of them must not make the whole feed
 * unreadable. Such halves are dropped where the text ends, and become U+FFFD elsewhere.
 *
 * @param contentType value of the header; empty when there was none
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const marked = byMark(bytes);
  if (marked !== null && marked !== "utf-8") return new TextDecoder(marked).decode(bytes);
  const utf8 = decodedAs("utf-8", bytes);
  // Bytes that look like ASCII but contain escape characters may be ISO-2022-JP.
  if (utf8 !== null && !bytes.includes(ESCAPE)) return utf8;
  const joined = utf8 === null ? withJoinedSurrogates(bytes) : bytes;
  if (utf8 === null && (marked !== null || nearlyDecodedAs("utf-8", joined) !== null))
    return decodedByLine(joined);
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARATION_BYTES));
  const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const labels = [DECLARATION.exec(start)?.[1], declared]
    .filter((label) => label !== undefined)
    .map(encodingLabel);
  const specific = labels.filter(isSpecific);
  const text =
    firstOf(specific, (label) => decodedAs(label, bytes)) ??
    firstOf(specific, (label) => nearlyDecodedAs(label, bytes)) ??
    firstOf(labels, (label) => decodedAs(label, bytes));
  return text ?? utf8 ?? decodedByLine(bytes);
}

/** The encoding by the byte order mark, or by a first character (`<`, `{`) of two bytes; `null` when neither is there. */
function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0 && (second === 0x3c || second === 0x7b)) return "utf-16be";
  return second === 0 && (first === 0x3c || first === 0x7b) ? "utf-16le" : null;
}

/** Whether a label is no common default. Any bytes are valid Windows-1252, and escape characters are valid UTF-8. */
function isSpecific(label: string): boolean {
  return !/^(?:utf-?8|us-ascii|iso-?8859-1|latin-?1|windows-1252|cp-?1252)$/i.test(label);
}

function firstOf(
  labels: readonly string[],
  decode: (label: string) => string | null,
): string | null {
  for (const label of labels) {
    const text = decode(label);
    if (text !== null) return text;
  }
  return null;
}

/** The text, or `null` when the bytes are not valid in the encoding or the encoding does not exist. */
function decodedAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text without its few invalid characters, or `null` when most characters outside ASCII are invalid. */
function nearlyDecodedAs(label: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(label).decode(bytes);
    const invalid = text.match(/\ufffd/g)?.length ?? 0;
    const others = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
    if (others < invalid * VALID_PER_INVALID) return null;
    return text.replace(/\ufffd(?=\s{0,9}(?:<|\]\]>|\.\.\.|…|$))/g, "");
  } catch {
    return null;
  }
}

/** UTF-8; lines of which most characters outside ASCII are not are Windows-1252. */
function decodedByLine(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    const text = decodedAs("utf-8", line) ?? nearlyDecodedAs("utf-8", line);
    lines.push(text ?? new TextDecoder("windows-1252").decode(line));
    start = end;
  }
  return lines.join("");
}

/**
 * UTF-8 in which each half of a surrogate pair was encoded alone (CESU-8, as MySQL and Java write it), with the characters that the
 * pairs stand for (https://www.unicode.org/reports/tr26/).
 */
function withJoinedSurrogates(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0xed)) return bytes;
  const joined = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const point = bytes[at] === 0xed ? pairAt(bytes, at) : null;
    if (point === null) {
      joined[length++] = bytes[at++] ?? 0;
      continue;
    }
    joined.set(new TextEncoder().encode(String.fromCodePoint(point)), length);
    length += 4;
    at += 6;
  }
  return joined.subarray(0, length);
}

/** The code point of a surrogate pair of which each half was encoded alone; `null` where there is none. */
function pairAt(bytes: Uint8Array, at: number): number | null {
  const [, high = 0, highEnd = 0, second, low = 0, lowEnd = 0] = bytes.subarray(at, at + 6);
  const isPair = second === 0xed && (high & 0xf0) === 0xa0 && (low & 0xf0) === 0xb0;
  if (!isPair || (highEnd & 0xc0) !== 0x80 || (lowEnd & 0xc0) !== 0x80) return null;
  const tens = ((high & 0x0f) << 6) | (highEnd & 0x3f);
  return 0x10000 + (tens << 10) + (((low & 0x0f) << 6) | (lowEnd & 0x3f));
}
