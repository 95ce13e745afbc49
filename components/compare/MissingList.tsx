import type { JSX } from "preact";
import type { ComparedArticle } from "../../core/compare/compared-text.ts";
import type { MissingMention } from "../../core/compare/missing-mentions.ts";
import { useLocale } from "../kit/locale.ts";
import { Quotation } from "./Quotation.tsx";

interface Props {
  /** `null` where the page's text cannot be read. */
  readonly missing: readonly MissingMention[] | null;
  readonly articles: readonly ComparedArticle[];
  readonly onRetry: () => void;
}

/** What other articles mention and the open page does not, with the words of each and a link to it. */
export function MissingList({ missing, articles, onRetry }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="compare-part">
      <h2>{text("compareMissing")}</h2>
      {missing === null ? (
        <>
          <p class="fine">{text("compareMissingUnread")}</p>
          <button type="button" class="button-quiet" onClick={onRetry}>
            {text("retry")}
          </button>
        </>
      ) : (
        <>
          <p class="fine">{text("compareMissingHelp")}</p>
          {missing.length === 0 && <p>{text("compareMissingNone")}</p>}
          <ul class="mentions">
            {missing.map((mention) => (
              <li key={mention.words}>
                <h3 dir="auto">{mention.words}</h3>
                <ul>
                  {mention.sources.map(({ article, quote, range }) => {
                    const { outlet, url } = articles[article] as ComparedArticle;
                    return (
                      <li key={url}>
                        <a href={url} target="_blank" rel="noopener noreferrer" dir="auto">
                          {outlet.name}
                        </a>{" "}
                        <Quotation text={quote} range={range} />
                      </li>
                    );
                  })}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
