import type { JSX } from "preact";
import { useContext, useId } from "preact/hooks";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { apartText } from "../kit/apart-text.ts";
import { CollapseIcon } from "../kit/icons.tsx";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { CardDetails } from "./CardDetails.tsx";
import type { CardContext } from "./card-context.ts";
import { CardMarks } from "./MarkTags.tsx";
import { QualityMark } from "./QualityMark.tsx";
import { ReadContext } from "./read-articles.ts";

interface Props extends CardContext {
  readonly article: RelatedArticle;
  readonly isOpen: boolean;
  /** Of the headline's link, in its list. */
  readonly tabIndex: 0 | -1;
  readonly onToggle: (isOpen: boolean) => void;
}

/** One related article in two lines: who, when, how good, and what it says; more unfolds. */
export function ArticleCard(props: Props): JSX.Element {
  const { article, isOpen, tabIndex, onToggle } = props;
  const locale = useLocale();
  const { text, counted, direction } = locale;
  const id = useId();
  const isRead = useContext(ReadContext).isRead(article.url);
  const { host } = new URL(article.url);
  const isTopic = article.reason.kind === "similar-text" && article.reason.verdict === "same-topic";
  const [unfoldKey, foldKey] =
    direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  return (
    <article
      class={`card${isTopic ? " card-quiet" : ""}${isOpen ? " card-open" : ""}${isRead ? " card-read" : ""}`}
      data-address={article.url}
    >
      <div class="card-row">
        <header class="card-head">
          <span class="outlet" dir="auto" title={host}>
            {article.outlet.name}
          </span>
          {isRead && <span class="tag">{text("articleRead")}</span>}
          {article.isFirst && <span class="tag tag-first">{text("first")}</span>}
          <CardMarks article={article} languages={props.languages} />
          <When article={article} locale={locale} />
          {article.hasPageText === true && <span class="tag tag-same">{text("samePageText")}</span>}
          {article.copies.length > 0 && (
            <span class="reprints">{counted("moreReprints", article.copies.length)}</span>
          )}
          {(article.quality !== null || article.outletQuality !== null || props.marksUnrated) && (
            <QualityMark article={article} isShort />
          )}
        </header>
        <h3 class="card-title" dir="auto" id={`${id}-title`}>
          <ArticleLink
            url={article.url}
            title={host}
            tabIndex={tabIndex}
            data-stop={article.url}
            onKeyDown={(event) => {
              if (event.key !== unfoldKey && event.key !== foldKey) return;
              event.preventDefault();
              onToggle(event.key === unfoldKey);
            }}
          >
            {article.title}
          </ArticleLink>
        </h3>
        {props.showImages && !isTopic && article.image !== null && (
          <img
            class="card-image"
            src={article.image}
            alt=""
            loading="lazy"
            referrerpolicy="no-referrer"
          />
        )}
        <button
          type="button"
          class="icon-button unfold"
          // The keyboard unfolds a card from its headline, so that the list is one tab stop.
          tabIndex={-1}
          aria-expanded={isOpen}
          aria-controls={`${id}-more`}
          aria-label={text(isOpen ? "showLess" : "showMoreOf", isolated(article.outlet.name))}
          aria-describedby={`${id}-title`}
          onClick={() => onToggle(!isOpen)}
        >
          <CollapseIcon />
        </button>
      </div>
      {/* Always there, since the button names it. */}
      <div id={`${id}-more`} hidden={!isOpen}>
        {isOpen && <CardDetails {...props} titleId={`${id}-title`} />}
      </div>
    </article>
  );
}

interface WhenProps {
  readonly article: RelatedArticle;
  readonly locale: Locale;
}

/** How much later or earlier than the page; how long ago, where the page's time is not known. */
function When({ article, locale }: WhenProps): JSX.Element {
  const { published, delay } = article;
  if (published === null) return <span class="apart">{locale.text("timeUnknown")}</span>;
  return (
    <time
      class="apart"
      dateTime={new Date(published).toISOString()}
      title={locale.dateTime(published)}
    >
      {delay === null ? locale.ago(published) : apartText(delay, locale)}
    </time>
  );
}
