/** How rare keys and trigrams are in an index: bytes, `rarityByte` of their frequency. */
export interface Rarities {
  readonly articles: number;
  /** Exact for common keys (`COMMON_SHARE`); of any other what half as common a key has. */
  key(key: number): number;
  /** Of the trigram's bucket (`trigramBucket`). */
  trigram(hash: number): number;
}

/** A key in more than this share of the articles is common. */
export const COMMON_SHARE = 1 / 2048;
/** Hashes have 30 bits; trigrams are counted by the highest of them. */
const TRIGRAM_SHIFT = 15;
export const TRIGRAM_BUCKETS = 1 << (30 - TRIGRAM_SHIFT);
/** Steps of a byte in one unit of a natural logarithm. */
const STEPS = 16;

export function trigramBucket(hash: number): number {
  return hash >>> TRIGRAM_SHIFT;
}

/**
 * In fewer articles than this frequencies say little: all of a small data set may be on one story, whose names are then
 * in every article. They are taken for the middle (geometric mean) between what they are and what they would be among so many.
 */
const FEW_ARTICLES = 1000;

/** ln(articles ÷ frequency), at least 0, in sixteenths. */
export function rarityByte(frequency: number, articles: number): number {
  const missing = Math.max(1, FEW_ARTICLES / Math.max(1, articles));
  const rarity = Math.log((articles / Math.max(1, frequency)) * Math.sqrt(missing));
  return Math.max(0, Math.min(255, Math.round(STEPS * rarity)));
}

/** The logarithm that a byte stands for. */
export function rarityOf(byte: number): number {
  return byte / STEPS;
}
