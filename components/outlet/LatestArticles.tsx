import type { JSX } from "preact";
import type { KnownSummary } from "../../core/coverage/coverage.ts";
import { QualityMark } from "../articles/QualityMark.tsx";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";

/** The latest articles that are known of an outlet. */
export function LatestArticles({
  articles,
}: {
  readonly articles: readonly KnownSummary[];
}): JSX.Element {
  const { text, dateTime } = useLocale();
  return (
    <section class="outlet-part">
      <h2>{text("latestCoverage")}</h2>
      <ol class="outlet-latest">
        {articles.map((article) => (
          <li key={article.url}>
            <ArticleLink url={article.url} dir="auto">
              {article.title}
            </ArticleLink>
            <p class="fine outlet-facts">
              <span>
                {article.published === null ? text("timeUnknown") : dateTime(article.published)}
              </span>
              {article.quality !== null && <QualityMark article={article} />}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
