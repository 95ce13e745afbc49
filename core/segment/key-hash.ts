import { murmur3 } from "../hash.ts";

/**
 * What the index stores of a URL key: `bucket` selects the bucket, `fingerprint` tells the keys of one bucket
 * apart. Two keys have both in common with a chance of 1 in 2⁶⁴, so a look-up also compares the addresses of
 * the record it finds.
 */
export interface KeyHash {
  readonly bucket: number;
  readonly fingerprint: number;
}

export function keyHash(key: string): KeyHash {
  return { bucket: murmur3(key, 0), fingerprint: murmur3(key, 0x9e3779b9) };
}

/** The bucket of a registrable domain among `count` buckets, for those who build and who read a segment. */
export function domainBucket(site: string, count: number): number {
  return murmur3(site, 0) % count;
}
