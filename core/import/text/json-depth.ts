/** The deepest nesting of lists and objects that is read. The format needs 5 levels. */
export const MAX_JSON_DEPTH = 64;

/**
 * Whether a JSON text nests no deeper than `MAX_JSON_DEPTH`. `JSON.parse` has no limit, and code that walks a deeper
 * result later would run out of stack.
 */
export function isShallow(text: string): boolean {
  if (text.length <= MAX_JSON_DEPTH) return true;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') {
      i = stringEnd(text, i);
      if (i < 0) return true; // not JSON: the parser will say so
    } else if (character === "[" || character === "{") {
      if (++depth > MAX_JSON_DEPTH) return false;
    } else if (character === "]" || character === "}") depth--;
  }
  return true;
}

/** The position of the quote that ends the string starting at `start`, or −1. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return end;
  }
  return -1;
}
