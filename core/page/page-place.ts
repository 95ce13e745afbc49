import { urlKey } from "../url/url-key.ts";
import { addressScore } from "./address-score.ts";

/** What a page's address alone says of it. */
export interface PagePlace {
  /** Equal for the addresses of one page: what a site adds to see where readers come from is no other page. */
  readonly key: string;
  /** In the points of `articleScore`. */
  readonly score: number;
}

/** A page of one article, or how far down it the reader is: sites put it into the address as one scrolls. */
const PART = /([?&])page=\d{1,3}(?:&|$)/;

/** @param address http(s) */
export function pagePlace(address: string): PagePlace {
  const key = (urlKey(address) ?? address).replace(PART, "$1").replace(/[?&]$/, "");
  return { key, score: URL.canParse(address) ? addressScore(address) : 0 };
}
