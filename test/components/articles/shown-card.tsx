import { vi } from "vitest";
import { ArticleCard } from "../../../components/articles/ArticleCard.tsx";
import type { RelatedArticle } from "../../../core/coverage/coverage.ts";
import { article } from "../answers.ts";
import { show } from "../kit/english.tsx";

/** Data sets by id, of which the article's is one. */
const ONE = new Map([["made-up", "Made up"]]);

interface Options {
  readonly isOpen?: boolean;
  readonly showImages?: boolean;
  readonly marksUnrated?: boolean;
  readonly languages?: ReadonlySet<string>;
  readonly dataSets?: ReadonlyMap<string, string>;
}

/** The card of a related article, shown; the data set is that of `answers.ts`. */
export function card(fields: Partial<RelatedArticle> = {}, options: Options = {}) {
  const { isOpen = false, showImages = false, marksUnrated = true } = options;
  const { dataSets = ONE, languages = new Set<string>() } = options;
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
  const onToggle = vi.fn<(isOpen: boolean) => void>();
  const place = show(
    <ArticleCard
      article={related}
      isOpen={isOpen}
      tabIndex={0}
      onToggle={onToggle}
      pageOutlet="Futurism"
      dataSets={dataSets}
      showImages={showImages}
      marksUnrated={marksUnrated}
      languages={languages}
      onReject={onReject}
    />,
  );
  return Object.assign(place, { onReject, onToggle, related });
}
