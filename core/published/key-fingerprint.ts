import { fromBase64 } from "./base64.ts";

/** 128 bits: enough that nobody finds another key with the same fingerprint. */
const BYTES = 16;

/**
 * What a user compares of a publisher's key: the first 16 bytes of its SHA-256 in hex, in eight groups.
 *
 * @param subtle `crypto.subtle` of the caller
 * @param key in base64
 * @example "3f2a 91c0 77de 0b14 c2a8 5e61 9d3b f040"
 */
export async function keyFingerprint(subtle: SubtleCrypto, key: string): Promise<string> {
  const hash = new Uint8Array(await subtle.digest("SHA-256", fromBase64(key)));
  const hex = Array.from(hash.subarray(0, BYTES), (byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("").replace(/(.{4})(?=.)/g, "$1 ");
}
