import { murmur3 } from "../hash.ts";

/**
 * A short text by which one article of an answer is told from the others, for the address of the page that cites it. The
 * browser may keep that address in its history, so it must not have the article's own in it.
 */
export function articleMark(url: string): string {
  return murmur3(url, 0).toString(36);
}
