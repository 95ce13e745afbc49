/** How rare keys and trigrams are in an index (inverse document frequency), as bytes (`rarityByte`). */
export interface Rarities {
  readonly articles: number;
  /** Exact for common keys (`COMMON_SHARE`); all others count as half as frequent as the least common of these. */
  key(key: number): number;
  /** The rarity of the trigram's bucket (`trigramBucket`). */
  trigram(hash: number): number;
}

/** A key that occurs in more than this share of the articles is common. */
export const COMMON_SHARE = 1 / 2048;
/** Hashes have 30 bits; trigrams are counted in buckets by the highest 15. */
const TRIGRAM_SHIFT = 15;
export const TRIGRAM_BUCKETS = 1 << (30 - TRIGRAM_SHIFT);
/** Steps of a byte in one unit of a natural logarithm. */
const STEPS = 16;

/** The bucket in which a trigram is counted. */
export function trigramBucket(hash: number): number {
  return hash >>> TRIGRAM_SHIFT;
}

/**
 * With fewer articles than this, frequencies say little: all of a small data set may be about one story, whose names are
 * then in every article. The relative frequency is then the geometric mean of the real one and of the one among this many articles.
 */
const FEW_ARTICLES = 1000;

/** The inverse document frequency ln(articles ÷ frequency), at least 0, in sixteenths, as a byte. */
export function rarityByte(frequency: number, articles: number): number {
  const missing = Math.max(1, FEW_ARTICLES / Math.max(1, articles));
  const rarity = Math.log((articles / Math.max(1, frequency)) * Math.sqrt(missing));
  return Math.max(0, Math.min(255, Math.round(STEPS * rarity)));
}

/** The logarithm that a rarity byte stands for. */
export function rarityOf(byte: number): number {
  return byte / STEPS;
}
