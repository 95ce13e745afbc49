import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { preferOutlets } from "../../core/coverage/prefer-outlets.ts";
import type { PreferenceOf } from "../../core/outlets/preference-finder.ts";
import { ArticleRows } from "../articles/ArticleRows.tsx";
import type { CardContext } from "../articles/card-context.ts";
import { HiddenLine } from "../articles/HiddenLine.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly articles: readonly RelatedArticle[];
  readonly preferenceOf: PreferenceOf;
  readonly cards: CardContext;
  /** Whether it is open at first, because there is nothing better to show. */
  readonly isOpen: boolean;
}

/** Articles on the page's topic that tell another story; nothing if there are none. */
export function TopicSection(props: Props): JSX.Element | null {
  const { articles, preferenceOf, cards, isOpen } = props;
  const { text, counted, number } = useLocale();
  const [showsHidden, setShowsHidden] = useState(false);
  const { shown, hidden } = preferOutlets(articles, preferenceOf);
  if (articles.length === 0) return null;
  return (
    <details class="more" open={isOpen}>
      <summary>
        <h2>{text("sameTopicTitle")}</h2>
        <span class="more-count">{number(articles.length)}</span>
      </summary>
      <ArticleRows {...cards} articles={showsHidden ? articles : shown} />
      {hidden > 0 && (
        <HiddenLine
          label={counted("hiddenArticles", hidden)}
          isShown={showsHidden}
          onShow={setShowsHidden}
        />
      )}
    </details>
  );
}
