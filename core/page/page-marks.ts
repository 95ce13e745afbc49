import { type JsonLdNode, textOf, typesOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";

/**
 * What a page may say of its article besides that it is a video: that it checks a claim (schema.org `ClaimReview`), was
 * corrected, is a live blog, an opinion, an agency's text, or not free to read.
 */
export const PAGE_MARKS = [
  "fact-check",
  "correction",
  "live",
  "opinion",
  "agency",
  "paywall",
] as const;
export type PageMark = (typeof PAGE_MARKS)[number];

/** Authors and sources of an article that are looked at. */
const MAX_NAMES = 4;

/** News agencies by the names under which outlets credit them. A name must be all of the credit: no person's name is one. */
const AGENCY =
  /^(?:the )?(?:agence france-presse|afp|associated press|ap|(?:thomson )?reuters|deutsche presse-agentur|dpa|(?:agencia )?efe|europa press|ansa|pa media|press association|xinhua|tass|kyodo(?: news)?|yonhap|anadolu(?: agency)?|keystone-sda|sda|belga|anp|lusa|ritzau|ntb|pap|čtk|upi|pti)$/i;

/**
 * The marks of a page's article, in the order of `PAGE_MARKS`: only what the page says of itself in its JSON-LD or meta tags.
 *
 * Sources: schema.org (`ClaimReview`, `correction`, `LiveBlogPosting`, `OpinionNewsArticle`, `isAccessibleForFree`,
 * `sourceOrganization`); the Open Graph names `article:opinion` and `article:content_tier` of Meta's crawler.
 *
 * @param main the JSON-LD node of the page's own article (`mainNode`)
 */
export function pageMarks({ metas, nodes }: PageMarkup, main: JsonLdNode): PageMark[] {
  const isOfType = (node: JsonLdNode, type: string) => typesOf(node).includes(type);
  const says: Readonly<Record<PageMark, boolean>> = {
    "fact-check": nodes.some((node) => isOfType(node, "ClaimReview")),
    correction: hasContent(main["correction"]),
    live: isOfType(main, "LiveBlogPosting"),
    opinion: isOfType(main, "OpinionNewsArticle") || metas.get("article:opinion") === "true",
    agency: ["sourceOrganization", "author", "creator"].some((name) =>
      namesIn(main[name]).some((one) => AGENCY.test(one.trim())),
    ),
    paywall:
      isFalse(main["isAccessibleForFree"]) ||
      /^(?:locked|metered)$/i.test(metas.get("article:content_tier") ?? ""),
  };
  return PAGE_MARKS.filter((mark) => says[mark]);
}

/** Whether a field says anything: a text that is not blank, an object, or a list with one of these. */
function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.slice(0, MAX_NAMES).some(hasContent);
  if (typeof value === "string") return /\S/.test(value);
  return typeof value === "object" && value !== null;
}

function namesIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value.slice(0, MAX_NAMES) : [value];
  return values.map(textOf);
}

/** Many sites write a Boolean as a text, some as schema.org's address for it. */
function isFalse(value: unknown): boolean {
  return (
    value === false ||
    (typeof value === "string" && /^(?:https?:\/\/schema\.org\/)?false$/i.test(value))
  );
}
