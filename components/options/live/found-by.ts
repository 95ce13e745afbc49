/** Whether a text contains all words of a query, regardless of case and accents. */
export function isFoundBy(query: string, text: string): boolean {
  const folded = plain(text);
  return plain(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
