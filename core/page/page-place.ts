import { urlKey } from "../url/url-key.ts";
import { addressScore } from "./address-score.ts";

/** What a page's address alone tells about the page. */
export interface PagePlace {
  /** Equal for all addresses of one page, tracking parameters or not. */
  readonly key: string;
  /** How much the address looks like an article's, on the scale of `articleScore`. */
  readonly score: number;
}

/** The part of an article that is shown: some sites change this in the address as the user scrolls. */
const PART = /([?&])page=\d{1,3}(?:&|$)/;

/**
 * The page that an address belongs to. An address that is none stands for itself, with score 0.
 *
 * @param address absolute http(s) URL
 */
export function pagePlace(address: string): PagePlace {
  const key = (urlKey(address) ?? address).replace(PART, "$1").replace(/[?&]$/, "");
  return { key, score: URL.canParse(address) ? addressScore(address) : 0 };
}
