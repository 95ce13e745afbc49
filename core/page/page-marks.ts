/**
 * What a page may say of its article besides that it is a video: that it checks a claim, was corrected, is a live blog, an
 * opinion, an agency's text, or not free to read.
 */
const PAGE_MARKS = ["fact-check", "correction", "live", "opinion", "agency", "paywall"] as const;
export type PageMark = (typeof PAGE_MARKS)[number];

/** News agencies by the names under which outlets credit them. A name must be all of the credit: no person's name is one. */
const AGENCY =
  /^(?:the )?(?:agence france-presse|afp|associated press|ap|(?:thomson )?reuters|deutsche presse-agentur|dpa|(?:agencia )?efe|europa press|ansa|pa media|press association|xinhua|tass|kyodo(?: news)?|yonhap|anadolu(?: agency)?|keystone-sda|sda|belga|anp|lusa|ritzau|ntb|pap|čtk|upi|pti)$/i;

/**
 * The marks of a page's article, in the order of `PAGE_MARKS`: only what the page says of itself in its JSON-LD or meta tags.
 *
 * Sources: schema.org (`ClaimReview`, `correction`, `LiveBlogPosting`, `OpinionNewsArticle`, `isAccessibleForFree`, which many
 * sites write as a text, `sourceOrganization`); the Open Graph names `article:opinion` and `article:content_tier`.
 *
 * @param signs what `kindSigns` made of the page; empty of an article that no page was read of
 */
export function pageMarks(signs: readonly string[]): PageMark[] {
  const [own = "", all = "", free = "", correction = "", author = "", source = "", tier = ""] =
    signs;
  const says: Readonly<Record<PageMark, boolean>> = {
    "fact-check": has(all, "ClaimReview"),
    correction: correction !== "",
    live: has(own, "LiveBlogPosting"),
    opinion: has(own, "OpinionNewsArticle") || signs[7] === "true",
    agency: [author, source].some((name) => AGENCY.test(name.trim())),
    paywall:
      /^(?:https?:\/\/schema\.org\/)?false$/i.test(free) || /^(?:locked|metered)$/i.test(tier),
  };
  return PAGE_MARKS.filter((mark) => says[mark]);
}

function has(types: string, type: string): boolean {
  return types.split(",").includes(type);
}
