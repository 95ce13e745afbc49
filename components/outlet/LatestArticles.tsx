import type { JSX } from "preact";
import type { KnownSummary } from "../../core/coverage/coverage.ts";
import type { OutletProfileAnswer } from "../../core/protocol/outlet-profile.ts";
import { QualityMark } from "../articles/QualityMark.tsx";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly articles: readonly KnownSummary[];
  /** What their records say. */
  readonly latest: OutletProfileAnswer["latest"];
}

/** The latest articles that are known of an outlet, and how many of them have another headline by now. */
export function LatestArticles({ articles, latest }: Props): JSX.Element {
  const { text, counted, number, dateTime } = useLocale();
  const { read, changed } = latest;
  return (
    <section class="outlet-part">
      <h2>{text("latestCoverage")}</h2>
      {changed > 0 && <p>{text("profileChanged", number(changed), counted("articlesIn", read))}</p>}
      <ol class="outlet-latest">
        {articles.map((article) => (
          <li key={article.url}>
            <ArticleLink class="clamped" title={article.title} url={article.url} dir="auto">
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
