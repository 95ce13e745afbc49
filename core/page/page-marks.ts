import { ARTICLE_MARKS, type ArticleMark } from "../record/article-marks.ts";
import { isNewsAgency } from "../record/news-agency.ts";

/**
 * The marks of a page's article, in the order of `ARTICLE_MARKS`: only what the page says of itself in its JSON-LD or meta tags.
 *
 * Sources: schema.org (`ClaimReview`, `correction`, `LiveBlogPosting`, `OpinionNewsArticle`, `isAccessibleForFree`, which many
 * sites write as a text, `sourceOrganization`); the Open Graph names `article:opinion` and `article:content_tier`.
 *
 * @param signs what `kindSigns` made of the page; empty of an article that no page was read of
 */
export function pageMarks(signs: readonly string[]): ArticleMark[] {
  const [own = "", all = "", free = "", correction = "", author = "", source = "", tier = ""] =
    signs;
  const says: Readonly<Record<ArticleMark, boolean>> = {
    "fact-check": has(all, "ClaimReview"),
    correction: correction !== "",
    live: has(own, "LiveBlogPosting"),
    opinion: has(own, "OpinionNewsArticle") || signs[7] === "true",
    agency: [author, source].some(isNewsAgency),
    paywall:
      /^(?:https?:\/\/schema\.org\/)?false$/i.test(free) || /^(?:locked|metered)$/i.test(tier),
  };
  return ARTICLE_MARKS.filter((mark) => says[mark]);
}

function has(types: string, type: string): boolean {
  return types.split(",").includes(type);
}
