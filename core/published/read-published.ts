import { isShallow } from "../import/text/json-depth.ts";
import { shortValue } from "../record/problem.ts";
import {
  FILE_NAME,
  MANIFEST_FORMAT,
  MAX_FILES,
  MAX_MANIFEST_BYTES,
  type PublishedManifest,
  publishedManifest,
} from "./published-manifest.ts";
import type { Refusal } from "./refusal.ts";
import { isSigned, signedBytes } from "./signature.ts";

/** A manifest that its own key has signed, or why it is none. */
export type ReadManifest = { readonly manifest: PublishedManifest } | { readonly refusal: Refusal };

/**
 * Reads a manifest from the bytes that a server sent, and verifies that it is signed with the key that it names.
 * Whether that key is the right one, `manifestRefusal` tells. Never throws, whatever the bytes are.
 *
 * @param bytes at most `MAX_MANIFEST_BYTES` are worth fetching, and one more to see that there are too many
 * @param subtle `crypto.subtle` of the caller
 */
export async function readPublished(
  bytes: Uint8Array,
  subtle: SubtleCrypto,
): Promise<ReadManifest> {
  if (bytes.length > MAX_MANIFEST_BYTES) return { refusal: { code: "manifest-too-large" } };
  const json = parseJson(bytes);
  if ("refusal" in json) return json;
  const refusal = shapeRefusal(json.value);
  if (refusal !== null) return { refusal };
  const parsed = publishedManifest.safeParse(json.value);
  if (!parsed.success) return notAManifest(parsed.error.issues[0]?.path ?? []);
  const { data: manifest } = parsed;
  const repeated = repeatedFile(manifest);
  if (repeated !== null) return notAManifest(["files", repeated, "name"]);
  if (Date.parse(manifest.expires) <= Date.parse(manifest.published))
    return notAManifest(["expires"]);
  const isGenuine = await isSigned(subtle, manifest, json.signed);
  return isGenuine ? { manifest } : { refusal: { code: "bad-signature" } };
}

interface ParsedJson {
  readonly value: object;
  /** What the signature covers. */
  readonly signed: Uint8Array<ArrayBuffer>;
}

function parseJson(bytes: Uint8Array): ParsedJson | { readonly refusal: Refusal } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/^\s*</.test(text)) return { refusal: { code: "web-page" } };
    if (!isShallow(text)) return notAManifest([]);
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { value, signed: signedBytes(value) } : notAManifest([]);
  } catch {
    // Not UTF-8, not JSON, or not canonical: infinite numbers, lone surrogates.
    return { refusal: { code: "not-json" } };
  }
}

/** The refusals with a message of their own, which are looked for before the schema is applied. */
function shapeRefusal(json: object): Refusal | null {
  const { format, files } = json as { format?: unknown; files?: unknown };
  if (typeof format === "number" && Number.isSafeInteger(format) && format > MANIFEST_FORMAT)
    return { code: "format-too-new", format };
  if (!Array.isArray(files)) return null;
  if (files.length > MAX_FILES) return { code: "too-many-files", files: files.length };
  for (const file of files) {
    if (!isObject(file)) continue;
    const { name, sha256 } = file as { name?: unknown; sha256?: unknown };
    const isHash = typeof name === "string" && FILE_NAME.test(name) && name === `${sha256}.dataset`;
    if (!isHash) return { code: "bad-file-name", name: shortValue(name) };
  }
  return null;
}

/** The index of the first file that was named before. */
function repeatedFile({ files }: PublishedManifest): number | null {
  const names = new Set<string>();
  const index = files.findIndex(({ name }) => names.size === names.add(name).size);
  return index < 0 ? null : index;
}

function notAManifest(path: readonly PropertyKey[]): { readonly refusal: Refusal } {
  return { refusal: { code: "not-a-manifest", field: path.map(String).join(".") } };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
