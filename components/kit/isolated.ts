/** Isolates a name within a text, so that its writing direction does not change that of the text. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
