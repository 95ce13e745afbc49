import { readFeedAddress } from "../outlets/feed-address.ts";
import type { Refusal } from "./refusal.ts";

/**
 * The address of a manifest from what the user typed or pasted: https, on the public web. A folder's address, which
 * ends in a slash, is that of its `manifest.json`.
 *
 * @example readManifestAddress("data.example/news/") // { address: "https://data.example/news/manifest.json" }
 */
export function readManifestAddress(
  typed: string,
): { readonly address: string } | { readonly refusal: Refusal } {
  const read = readFeedAddress(typed);
  if ("fault" in read)
    return { refusal: { code: read.fault === "private" ? "private-address" : read.fault } };
  const url = new URL(read.feed);
  if (url.pathname.endsWith("/")) url.pathname += "manifest.json";
  return { address: url.href };
}

/**
 * The address of the manifest that a tab shows, which the user can be offered to add: its name ends in `manifest.json`.
 * `null` for other pages.
 */
export function manifestShownAt(page: string): string | null {
  if (!/\bmanifest\.json$/.test(URL.parse(page)?.pathname ?? "")) return null;
  const read = readManifestAddress(page);
  return "address" in read ? read.address : null;
}

/**
 * The address of a published file.
 *
 * @param manifest address of the manifest. Its query stays with it and is not that of the file.
 * @param name of the file, as `publishedFile` checks it
 */
export function fileAddress(manifest: string, name: string): string {
  return new URL(`files/${name}`, manifest).href;
}

/**
 * Refuses an answer that came from another address than the requested one, because the user gave permission for one
 * host.
 *
 * @param requested address of the request
 * @param answered address of the answer (`Response.url`), after redirects
 */
export function answerRefusal(requested: string, answered: string): Refusal | null {
  const { origin } = new URL(requested);
  const found = URL.parse(answered);
  return found?.origin === origin ? null : { code: "redirected", host: found?.host ?? "" };
}
