import { keyFingerprint } from "./key-fingerprint.ts";
import type { PublishedFile, PublishedManifest } from "./published-manifest.ts";
import type { Refusal } from "./refusal.ts";

/** What a subscription keeps of the manifest in use. Its key is the one of the first manifest. */
export type PinnedManifest = Pick<PublishedManifest, "key" | "version" | "signature">;

/**
 * Whether a manifest may replace the one in use: the same key, a higher version (or the very same manifest), not
 * expired.
 *
 * @param manifest that `readPublished` gave, so its signature is right
 * @param inUse `null` for the first manifest of a subscription, whose key the user is asked about
 * @param now ms since 1970
 * @param subtle `crypto.subtle` of the caller, for the fingerprints
 */
export async function manifestRefusal(
  manifest: PublishedManifest,
  inUse: PinnedManifest | null,
  now: number,
  subtle: SubtleCrypto,
): Promise<Refusal | null> {
  if (inUse !== null) {
    if (manifest.key !== inUse.key)
      return {
        code: "other-key",
        pinned: await keyFingerprint(subtle, inUse.key),
        found: await keyFingerprint(subtle, manifest.key),
      };
    if (manifest.version < inUse.version)
      return { code: "lower-version", inUse: inUse.version, found: manifest.version };
    if (manifest.version === inUse.version && manifest.signature !== inUse.signature)
      return { code: "version-reused", version: manifest.version };
  }
  const isExpired = Date.parse(manifest.expires) <= now;
  return isExpired ? { code: "expired", expires: manifest.expires } : null;
}

/** The number of bytes and the hash of a file that was fetched, or of as much as was fetched before it was too much. */
export interface FetchedFile {
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
}

/** Whether a fetched file is the one that the manifest declares. */
export function fileRefusal(
  { name, bytes: declared, sha256 }: PublishedFile,
  fetched: FetchedFile,
): Refusal | null {
  if (fetched.bytes > declared) return { code: "file-too-large", name, declared };
  if (fetched.bytes < declared)
    return { code: "file-too-small", name, declared, found: fetched.bytes };
  return fetched.sha256 === sha256 ? null : { code: "other-hash", name };
}
