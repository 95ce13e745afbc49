/**
 * MurmurHash3 (x86, 32 bits) of the UTF-16 code units of a text, each as two bytes, low byte first. It spreads
 * well and needs no encoding of the text. Not safe against input that is made to collide.
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
  return finished(hash ^ (text.length * 2));
}

/**
 * A checksum that detects damaged bytes: MurmurHash3 (x86, 32 bits, seed 0). It reads words of four bytes; a
 * hash of single bytes takes twice as long in a worker that was just woken. Not safe against forgery.
 */
export function checksum(bytes: Uint8Array): number {
  const isAligned = bytes.byteOffset % 4 === 0;
  const { buffer, byteOffset } = isAligned ? bytes : bytes.slice();
  const words = new Uint32Array(buffer, byteOffset, bytes.length >> 2);
  let hash = 0;
  // A loop by index, because an iterator takes several times as long here.
  for (let i = 0; i < words.length; i++) {
    hash ^= scrambled(words[i] ?? 0);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  let rest = 0;
  for (let i = bytes.length - 1; i >= words.length * 4; i--) rest = (rest << 8) | (bytes[i] ?? 0);
  return finished(hash ^ scrambled(rest) ^ bytes.length);
}

function scrambled(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
