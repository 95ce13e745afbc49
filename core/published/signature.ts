import { verifyAsync } from "@noble/ed25519";
import { fromBase64 } from "./base64.ts";
import { canonicalJson } from "./canonical-json.ts";

/** What is signed starts with this line, so that the signature can be mistaken for one of something else nowhere. */
const PURPOSE = "second-source manifest 1\n";

/** The fields that a signature needs. */
export interface Signed {
  /** Public key and signature in base64, in the form that `publishedManifest` checks. */
  readonly key: string;
  readonly signature: string;
}

/**
 * The bytes that a manifest's signature covers: all fields except the signature, including those that are not known
 * here.
 *
 * @param manifest the parsed JSON, not what a schema made of it
 * @throws TypeError for a value that JSON cannot hold
 */
export function signedBytes(manifest: object): Uint8Array<ArrayBuffer> {
  const { signature: _, ...signed } = manifest as { signature?: unknown };
  return new TextEncoder().encode(PURPOSE + canonicalJson(signed));
}

/**
 * Whether a signature is that of the key over the bytes. WebCrypto verifies it where it can; Chrome before 137 has no
 * Ed25519 there, so `@noble/ed25519` does it.
 *
 * @param subtle `crypto.subtle` of the caller
 */
export async function isSigned(
  subtle: SubtleCrypto,
  { key, signature }: Signed,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const rawKey = fromBase64(key);
  const rawSignature = fromBase64(signature);
  try {
    const publicKey = await subtle.importKey("raw", rawKey, "Ed25519", false, ["verify"]);
    return await subtle.verify("Ed25519", publicKey, rawSignature, bytes);
  } catch (error) {
    // Anything else means that the bytes are no key.
    if (!(error instanceof DOMException && error.name === "NotSupportedError")) return false;
  }
  // As strict as WebCrypto: by RFC 8032, not by the more lenient ZIP 215.
  return verifyAsync(rawSignature, bytes, rawKey, { zip215: false });
}
