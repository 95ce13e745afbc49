import { decodeUtf8 } from "../../import/text/decode-text.ts";

const ESCAPE = 0x1b;
/** The encoding in an XML declaration, which is short and at the start. */
const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i;
const DECLARATION_BYTES = 256;

/**
 * Decodes the text of a feed. The encoding is, in this order:
 *
 * 1. that of a byte order mark;
 * 2. UTF-8 if the bytes are valid UTF-8, since text in other encodings almost never is;
 * 3. the first encoding in which the bytes are valid, of the XML declaration (written by the feed's author) and the
 *    `Content-Type` (often the server's default); labels that are common defaults come last;
 * 4. UTF-8, with Windows-1252 for the lines that are not valid.
 *
 * @param contentType value of the header; empty when there was none
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const marked = byMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const utf8 = decodedAs("utf-8", bytes);
  // Bytes that look like ASCII but contain escape characters may be ISO-2022-JP.
  if (utf8 !== null && !bytes.includes(ESCAPE)) return utf8;
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARATION_BYTES));
  const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const labels = [DECLARATION.exec(start)?.[1], declared].filter((label) => label !== undefined);
  for (const label of [...labels.filter(isSpecific), ...labels]) {
    const text = decodedAs(label, bytes);
    if (text !== null) return text;
  }
  return utf8 ?? decodeUtf8(bytes, 1, () => undefined);
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

/** The text, or `null` when the bytes are not valid in the encoding or the encoding does not exist. */
function decodedAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
