import { decodeUtf8 } from "../../import/text/decode-text.ts";

const ESCAPE = 0x1b;
/** Where an XML declaration says its encoding; it comes first and is short. */
const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i;
const DECLARATION_BYTES = 256;

/**
 * Text of a feed. A byte order mark counts first. Bytes that are valid UTF-8 beyond ASCII are UTF-8,
 * whatever is said of them: other encodings hardly ever look like it. Then the first of what the XML
 * declaration, which comes from who wrote the feed, and the `Content-Type`, which is often the server's
 * default, say in which the bytes are valid; what says next to nothing comes last. Else UTF-8, of which lines
 * that are none are Windows-1252.
 *
 * @param contentType the header as it came; empty where there was none
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const marked = byMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const utf8 = decodedAs("utf-8", bytes);
  // ASCII may be more than it seems only where it has escapes: ISO-2022-JP.
  if (utf8 !== null && !bytes.includes(ESCAPE)) return utf8;
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARATION_BYTES));
  const said = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const labels = [DECLARATION.exec(start)?.[1], said].filter((label) => label !== undefined);
  for (const label of [...labels.filter(saysMuch), ...labels]) {
    const text = decodedAs(label, bytes);
    if (text !== null) return text;
  }
  return utf8 ?? decodeUtf8(bytes, 1, () => undefined);
}

/** The encoding that a byte order mark says, or that the first character (`<`, `{`) of two bytes shows. */
function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0 && (second === 0x3c || second === 0x7b)) return "utf-16be";
  return second === 0 && (first === 0x3c || first === 0x7b) ? "utf-16le" : null;
}

/** Whether a label is more than a server's default: any bytes are valid Windows-1252, and escapes are valid UTF-8. */
function saysMuch(label: string): boolean {
  return !/^(?:utf-?8|us-ascii|iso-?8859-1|latin-?1|windows-1252|cp-?1252)$/i.test(label);
}

/** `null` for bytes that are not valid in the encoding, and for an encoding that there is not. */
function decodedAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
