/**
 * A short text by which one article of an answer is told from the others by its address, for the addresses of the pages that
 * cite it and compare it. The browser may keep these in its history, so they must not have the article's own in them.
 *
 * It is a polynomial hash of 32 bits: a story has too few articles for two to share one by chance, and `murmur3` would weigh on
 * every view that has a card.
 */
export function addressToken(url: string): string {
  let hash = 0;
  for (let i = 0; i < url.length; i++) hash = (Math.imul(hash, 31) + url.charCodeAt(i)) | 0;
  return (hash >>> 0).toString(36);
}
