import { Corrections } from "../../../core/corrections/corrections.ts";
import type { ArticleCoverage, KnownSummary } from "../../../core/coverage/coverage.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";

/** An article that a page's answer lists as its story, as an entry or as a copy of one. */
export interface ShownArticle {
  readonly article: KnownSummary;
  /** Confidence of its entry; `null` if a record names it. */
  readonly confidence: number | null;
}

/** What a user sees as the story of a page of a data set: found, judged, folded and listed as in the extension. */
export async function shownStory(
  segment: SegmentReader,
  { title, excerpt = "", webUrl = "", publishedDateTime, type }: ArticleRecord,
): Promise<ShownArticle[]> {
  const facts = {
    headline: title,
    description: excerpt,
    published: publishedDateTime === undefined ? null : Date.parse(publishedDateTime),
    language: null,
    outlet: "",
    type,
    marks: [],
  };
  const coverage = await findCoverage([segment], webUrl, [], {
    facts,
    readCorrections: async () => new Corrections([]),
    loadCountryNames: async () => bundledCountryNames(),
  });
  return coverage.kind === "article" ? shownIn(coverage) : [];
}

function shownIn({ related }: ArticleCoverage): ShownArticle[] {
  return related.flatMap(({ copies, ...article }) => {
    const { reason } = article;
    const confidence = reason.kind === "similar-text" ? reason.confidence : null;
    return [article, ...copies].map((one) => ({ article: one, confidence }));
  });
}
