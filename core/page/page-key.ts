import { addressKey } from "../url/url-key.ts";

/** The part of an article that is shown: some sites change this in the address as the user scrolls. */
const PART = /([?&])page=\d{1,3}(?:&|$)/;

/**
 * Equal for all addresses of one page, tracking parameters or not. An address that is none stands for itself.
 *
 * @param address absolute http(s) URL
 */
export function pageKey(address: string): string {
  return addressKey(address).replace(PART, "$1").replace(/[?&]$/, "");
}
