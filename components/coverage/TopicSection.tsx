import type { JSX } from "preact";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { ArticleRows } from "../articles/ArticleRows.tsx";
import type { CardContext } from "../articles/card-context.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly articles: readonly RelatedArticle[];
  readonly cards: CardContext;
  /** Whether it is open at first, because there is nothing better to show. */
  readonly isOpen: boolean;
}

/** Articles on the page's topic that tell another story; nothing if there are none. */
export function TopicSection({ articles, cards, isOpen }: Props): JSX.Element | null {
  const { text, number } = useLocale();
  if (articles.length === 0) return null;
  return (
    <details class="more" open={isOpen}>
      <summary>
        <h2>{text("sameTopicTitle")}</h2>
        <span class="more-count">{number(articles.length)}</span>
      </summary>
      <ArticleRows {...cards} articles={articles} />
    </details>
  );
}
