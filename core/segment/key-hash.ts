import { murmur3 } from "../hash.ts";

/**
 * What the index keeps of a URL key: `bucket` says where to look, `fingerprint` tells keys of one
 * bucket apart. Two keys agree in both once in 2⁶⁴; a look-up compares the record's own addresses.
 */
export interface KeyHash {
  readonly bucket: number;
  readonly fingerprint: number;
}

export function keyHash(key: string): KeyHash {
  return { bucket: murmur3(key, 0), fingerprint: murmur3(key, 0x9e3779b9) };
}

/** The bucket of a registrable domain among `count`. Builder and reader must agree on it. */
export function domainBucket(site: string, count: number): number {
  return murmur3(site, 0) % count;
}
