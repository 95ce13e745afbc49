import { vi } from "vitest";
import { ArticleCard } from "../../../components/coverage/ArticleCard.tsx";
import type { RelatedArticle } from "../../../core/coverage/coverage.ts";
import { article } from "../answers.ts";
import { show } from "../kit/english.tsx";

/** Data sets by id, of which the article's is one. */
const ONE = new Map([["made-up", "Made up"]]);

/** The card of a related article, shown; the data set is that of `answers.ts`. */
export function card(fields: Partial<RelatedArticle> = {}, showImage = false, dataSets = ONE) {
  const related: RelatedArticle = {
    ...article("The Gazette"),
    rank: null,
    band: null,
    isFirst: false,
    outletQuality: null,
    delay: null,
    reason: { kind: "named-by-page" },
    copies: [],
    ...fields,
  };
  const onReject = vi.fn<(article: RelatedArticle) => void>();
  const place = show(
    <ArticleCard
      article={related}
      pageOutlet="Futurism"
      dataSets={dataSets}
      showImage={showImage}
      onReject={onReject}
    />,
  );
  return Object.assign(place, { onReject, related });
}
