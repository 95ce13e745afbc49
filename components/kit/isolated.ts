/** A name for use within a text: whatever its direction, the text around it keeps its own. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
