import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { CopiesLine } from "../articles/CopiesLine.tsx";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly articles: readonly RelatedArticle[];
  readonly onUndo: (article: RelatedArticle) => void;
}

/** Articles that the user said tell another story, folded away; nothing if there are none. */
export function RejectedSection({ articles, onUndo }: Props): JSX.Element | null {
  const { counted } = useLocale();
  if (articles.length === 0) return null;
  // Copies count, as in the list of corrections in the options.
  const count = articles.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
  return (
    <details class="more more-rejected">
      <summary>{counted("rejectedArticles", count)}</summary>
      <ul class="rejected">
        {articles.map((article) => (
          <li key={article.url} class="rejected-entry">
            <RejectedArticle article={article} onUndo={onUndo} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ArticleProps {
  readonly article: RelatedArticle;
  readonly onUndo: (article: RelatedArticle) => void;
}

function RejectedArticle({ article, onUndo }: ArticleProps): JSX.Element {
  const { text } = useLocale();
  const id = useId();
  return (
    <>
      <div>
        <p id={id}>
          <ArticleLink url={article.url} title={new URL(article.url).host} dir="auto">
            {article.title}
          </ArticleLink>
          <span class="rejected-outlet" dir="auto">
            {article.outlet.name}
          </span>
        </p>
        {article.copies.length > 0 && <CopiesLine copies={article.copies} />}
      </div>
      <button
        type="button"
        class="button-quiet"
        aria-describedby={id}
        onClick={() => onUndo(article)}
      >
        {text("undo")}
      </button>
    </>
  );
}
