import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { useRovingFocus } from "../kit/use-roving-focus.ts";
import { ArticleCard } from "./ArticleCard.tsx";
import type { CardContext } from "./card-context.ts";

interface Props extends CardContext {
  readonly articles: readonly RelatedArticle[];
}

/** With more articles than these, headlines have one line until their card is unfolded. */
const MOST_WITH_WHOLE_HEADLINES = 6;

/** A list of articles. It is one tab stop; the arrow keys go through it, and to the side they unfold and fold a card. */
export function ArticleRows({ articles, ...context }: Props): JSX.Element {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const focus = useRovingFocus(
    articles.map(({ url }) => url),
    "vertical",
  );
  const toggle = (url: string, isOpen: boolean) =>
    setOpen((before) =>
      before.symmetricDifference(new Set(before.has(url) === isOpen ? [] : [url])),
    );
  const isDense = articles.length > MOST_WITH_WHOLE_HEADLINES;
  return (
    <ol
      class={isDense ? "cards cards-dense" : "cards"}
      onFocusIn={focus.onFocusIn}
      onKeyDown={focus.onKeyDown}
    >
      {articles.map((article) => (
        <li key={article.url}>
          <ArticleCard
            {...context}
            article={article}
            isOpen={open.has(article.url)}
            tabIndex={focus.tabIndexOf(article.url)}
            onToggle={(isOpen) => toggle(article.url, isOpen)}
          />
        </li>
      ))}
    </ol>
  );
}
