import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ArticleCoverage, RelatedArticle } from "../../core/coverage/coverage.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { useLocale } from "../kit/locale.ts";
import { ArticleCard } from "./ArticleCard.tsx";
import { type SortOrder, sortRelated } from "./sort-related.ts";

interface Props {
  readonly coverage: ArticleCoverage;
  /** Names by id. */
  readonly dataSets: ReadonlyMap<string, string>;
  readonly showImages: boolean;
  readonly onReject: (article: RelatedArticle) => void;
}

/**
 * Other articles on the story, in the order that the user chooses. The heading says the number that the toolbar button and the
 * sidebar's tab say: that of the entries. How many articles and voices they are with all copies stands beneath it.
 */
export function RelatedList({ coverage, dataSets, showImages, onReject }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted } = locale;
  const [order, setOrder] = useState<SortOrder>("match");
  const { related, counts, page } = coverage;
  const heading =
    related.length === 0 ? text("noRelated") : counted("relatedArticles", related.length);
  return (
    <section aria-label={heading}>
      <div class="list-head">
        <div>
          <h2 tabIndex={-1}>{heading}</h2>
          {counts.articles !== counts.independent && (
            <p class="list-note">
              {text(
                "countsHelp",
                counted("articlesIn", counts.articles),
                counted("independentVoices", counts.independent),
              )}
            </p>
          )}
        </div>
        {related.length > 1 && (
          <label class="sort">
            <span>{text("sortBy")}</span>
            <select
              value={order}
              onChange={(event) => setOrder(event.currentTarget.value as SortOrder)}
            >
              <option value="match">{text("sortMatch")}</option>
              <option value="quality">{text("sortQuality")}</option>
              <option value="time">{text("sortTime")}</option>
              <option value="outlet">{text("sortOutlet")}</option>
            </select>
          </label>
        )}
      </div>
      {related.length > 0 && (
        <ol class="cards">
          {sortRelated(related, order, locale.language).map((article) => (
            <li key={article.url}>
              <ArticleCard
                article={article}
                pageOutlet={shownHost(page.outlet.name)}
                dataSets={dataSets}
                showImage={showImages}
                onReject={onReject}
              />
            </li>
          ))}
        </ol>
      )}
      {coverage.omitted > 0 && <p class="omitted">{counted("omitted", coverage.omitted)}</p>}
    </section>
  );
}
