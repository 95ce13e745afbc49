/** Characters that Windows-1252 puts at 0x80–0x9F (WHATWG Encoding, index-windows-1252). */
const HIGH_CONTROLS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The byte of each character. Some software reads 0x80–0x9F as the control characters of ISO 8859-1, so these
 * are included.
 */
const BYTES: ReadonlyMap<string, number> = new Map([
  ...Array.from(HIGH_CONTROLS, (character, i): [string, number] => [character, 0x80 + i]),
  ...Array.from({ length: 0x80 }, (_, i): [string, number] => [
    String.fromCharCode(0x80 + i),
    0x80 + i,
  ]),
]);

/**
 * The text with the control characters at 0x80–0x9F as what they are in Windows-1252, since text never means these
 * controls; those that Windows-1252 lacks stay.
 */
export function controlsAsWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) =>
    HIGH_CONTROLS.charAt(control.charCodeAt(0) - 0x80),
  );
}

/** A run of characters as it arises when UTF-8 outside ASCII is read as Windows-1252. */
const SUSPECT = new RegExp(`[\\u0080-\\u00ff${HIGH_CONTROLS}]{2,}`, "g");

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Repairs text whose UTF-8 was once read as Windows-1252 (`â€”` for `—`): characters whose bytes are valid
 * UTF-8 are decoded. In undamaged text that is very unlikely, because an accented letter would have to be
 * followed by exactly the right number of symbols.
 */
export function undoDoubleEncoding(text: string): string {
  return text.replace(SUSPECT, (run) => {
    let out = "";
    for (let i = 0; i < run.length; ) {
      const length = sequenceLength(BYTES.get(run.charAt(i)) ?? 0);
      const decoded = length > 0 ? decodeSequence(run.slice(i, i + length)) : null;
      out += decoded ?? run.charAt(i);
      i += decoded === null ? 1 : length;
    }
    return out;
  });
}

/** The length in bytes of the UTF-8 sequence that starts with `byte`; 0 when none does. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  if (byte >= 0xf0 && byte <= 0xf4) return 4;
  return 0;
}

/** The character of a UTF-8 sequence that was read as Windows-1252; `null` when it is not valid or not complete. */
function decodeSequence(characters: string): string | null {
  const bytes = Uint8Array.from(characters, (character) => BYTES.get(character) ?? 0);
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
