import type { AlternateLink } from "../../core/offer/feed-links.ts";
import { elementsByName } from "./bounded-elements.ts";

/** At most this many `<link>` elements are read; real pages have up to some hundred. */
const MAX_LINKS = 500;
/**
 * The limits of the schema by which the background checks these links. They are repeated here because importing the
 * schema would make the content script larger.
 */
const MAX_TOLD = 40;
const MAX_TEXT = 500;
const MAX_HREF = 4096;

/** The links to other forms of the page in `document` that may be feeds: a bounded part of them. */
export function readAlternateLinks(document: Document): AlternateLink[] {
  const links = elementsByName(document).get("link") ?? [];
  const alternates = links.slice(0, MAX_LINKS).flatMap((link): AlternateLink[] => {
    const text = (name: string) => (link.getAttribute(name) ?? "").slice(0, MAX_TEXT).trim();
    const type = text("type");
    const isAlternate = /(?:^|\s)alternate(?:\s|$)/i.test(text("rel"));
    const address = link.getAttribute("href") ?? "";
    if (!isAlternate || !/^application\//i.test(type) || address.length > MAX_HREF) return [];
    const href = URL.parse(address, link.baseURI)?.href ?? "";
    return href.length > MAX_HREF ? [] : [{ type, title: text("title"), href }];
  });
  return alternates.slice(0, MAX_TOLD);
}
