import type { JSX } from "preact";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { useLocale } from "../kit/locale.ts";
import { ArticleCard } from "./ArticleCard.tsx";

interface Props {
  readonly articles: readonly RelatedArticle[];
  readonly pageOutlet: string;
  /** Names by id. */
  readonly dataSets: ReadonlyMap<string, string>;
  /** Whether it is open at first, because there is nothing better to show. */
  readonly isOpen: boolean;
  readonly onReject: (article: RelatedArticle) => void;
}

/** Articles on the page's topic that tell another story; nothing if there are none. */
export function TopicSection(props: Props): JSX.Element | null {
  const { text, number } = useLocale();
  const { articles } = props;
  if (articles.length === 0) return null;
  return (
    <details class="more" open={props.isOpen}>
      <summary>
        <h2>{text("sameTopicTitle")}</h2>
        <span class="more-count">{number(articles.length)}</span>
      </summary>
      <ol class="cards">
        {articles.map((article) => (
          <li key={article.url}>
            <ArticleCard
              article={article}
              pageOutlet={props.pageOutlet}
              dataSets={props.dataSets}
              showImage={false}
              onReject={props.onReject}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
