import { type CheckTrouble, troubleOf } from "../../core/published/check-state.ts";
import {
  MAX_MANIFEST_BYTES,
  type PublishedManifest,
} from "../../core/published/published-manifest.ts";
import { readPublished } from "../../core/published/read-published.ts";
import { manifestRefusal } from "../../core/published/trust.ts";
import { type FetchDeps, fetchManifest } from "./fetch-published.ts";

/** The longest time for which a manifest is waited for, ms: a request is answered within 25 seconds. */
const TIMEOUT_MS = 20_000;

/** A manifest to which the user has not subscribed yet, or why there is none. */
export type ManifestPreview =
  | { readonly manifest: PublishedManifest }
  | { readonly trouble: CheckTrouble };

interface PreviewDeps extends FetchDeps {
  readonly subtle: SubtleCrypto;
}

/** Fetches and reads the manifest at an address, and nothing else. No other manifest is there to compare it with. */
export async function previewManifest(
  address: string,
  deps: PreviewDeps,
): Promise<ManifestPreview> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await readManifest(address, deps, timeout);
  } catch (error) {
    if (!timeout.aborted) throw error;
    return { trouble: { kind: "failed", failure: "timeout", status: null } };
  }
}

async function readManifest(
  address: string,
  deps: PreviewDeps,
  signal: AbortSignal,
): Promise<ManifestPreview> {
  const validators = { etag: null, lastModified: null };
  const answer = await fetchManifest(address, validators, MAX_MANIFEST_BYTES, signal, deps);
  if (answer.kind === "not-modified")
    return { trouble: { kind: "failed", failure: "odd-answer", status: 304 } };
  if (answer.kind !== "manifest") return { trouble: troubleOf(answer) };
  const read = await readPublished(answer.bytes, deps.subtle);
  if ("refusal" in read) return { trouble: { kind: "refused", refusal: read.refusal } };
  const refusal = await manifestRefusal(read.manifest, null, deps.now(), deps.subtle);
  return refusal === null ? read : { trouble: { kind: "refused", refusal } };
}
