/**
 * FNV-1a, 32 bits: tells damaged blocks. Not for adversaries.
 *
 * Source: draft-eastlake-fnv (offset basis 2166136261, prime 16777619).
 */
export function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  // By index: an iterator costs several times as much here.
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * MurmurHash3 (x86, 32 bits) of a text's UTF-16 code units, each as two bytes, low byte first:
 * well spread and fast on text as the engine holds it, without encoding it. Not for adversaries.
 *
 * Source: Austin Appleby, SMHasher, `MurmurHash3.cpp` (public domain).
 *
 * @param seed 32 bits; hashes under two seeds are independent
 * @returns an unsigned 32-bit number
 */
export function murmur3(text: string, seed: number): number {
  const even = text.length & ~1;
  let hash = seed | 0;
  for (let i = 0; i < even; i += 2) {
    hash ^= scrambled(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  if (even < text.length) hash ^= scrambled(text.charCodeAt(even));
  hash ^= text.length * 2;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scrambled(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
