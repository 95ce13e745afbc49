import type { JSX } from "preact";
import { useContext, useId } from "preact/hooks";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { MINUTE } from "../../core/durations.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { RecordIcon, VideoIcon } from "../kit/icons.tsx";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { ConfidenceMark } from "./ConfidenceMark.tsx";
import { CopiesLine } from "./CopiesLine.tsx";
import { CiteContext } from "./cite-context.ts";
import { Excerpt } from "./Excerpt.tsx";
import { FoundCopies, isFoundCopy } from "./FoundCopies.tsx";
import { QualityMark } from "./QualityMark.tsx";
import { reasonText } from "./reason-text.ts";

interface Props {
  readonly article: RelatedArticle;
  /** Name of the outlet of the open page. */
  readonly pageOutlet: string;
  /** Names of data sets by id. With more than one, the card says which of them the article is from. */
  readonly dataSets: ReadonlyMap<string, string>;
  readonly showImage: boolean;
  /** The user says that the article tells another story; only for articles found by their text. */
  readonly onReject: (article: RelatedArticle) => void;
}

/** One related article: who, what, when, how good, and why it is here. */
export function ArticleCard(props: Props): JSX.Element {
  const { article, showImage } = props;
  const locale = useLocale();
  const { text } = locale;
  const titleId = useId();
  const cite = useContext(CiteContext);
  const { host } = new URL(article.url);
  const isFound = article.reason.kind === "similar-text";
  const isTopic = article.reason.kind === "similar-text" && article.reason.verdict === "same-topic";
  // An article that a record names cannot be taken out, so copies found by their text are listed apart.
  const foundCopies = isFound ? [] : article.copies.filter(isFoundCopy);
  const copies = isFound ? article.copies : article.copies.filter((copy) => !isFoundCopy(copy));
  return (
    <article class={isTopic ? "card card-quiet" : "card"} data-address={article.url}>
      <header class="card-head">
        <span class="outlet" dir="auto" title={host}>
          {article.outlet.name}
        </span>
        {article.isFirst && <span class="tag tag-first">{text("first")}</span>}
        {article.type === "video" && (
          <span class="tag">
            <VideoIcon />
            {text("video")}
          </span>
        )}
        <QualityMark article={article} />
      </header>
      {showImage && !isTopic && article.image !== null && (
        <img
          class="card-image"
          src={article.image}
          alt=""
          loading="lazy"
          referrerpolicy="no-referrer"
        />
      )}
      <h3 class="card-title" dir="auto" id={titleId}>
        <ArticleLink url={article.url} title={host}>
          {article.title}
        </ArticleLink>
      </h3>
      {article.excerpt !== "" && !isTopic && <Excerpt text={article.excerpt} titleId={titleId} />}
      <p class="when">
        {article.published === null ? (
          text("timeUnknown")
        ) : (
          <>
            <time dateTime={new Date(article.published).toISOString()}>
              {locale.dateTime(article.published)}
            </time>
            {` · ${locale.ago(article.published)}`}
          </>
        )}
        {article.delay !== null && !isFound && (
          <span class="delay">{delayText(article.delay, locale)}</span>
        )}
        {cite !== null && !isTopic && (
          <button
            type="button"
            class="cite"
            aria-describedby={titleId}
            onClick={() => cite(article.url)}
          >
            {text("citeArticle")}
          </button>
        )}
      </p>
      {copies.length > 0 && <CopiesLine copies={copies} />}
      <ReasonLine {...props} />
      {foundCopies.length > 0 && (
        <FoundCopies copies={foundCopies} pageOutlet={props.pageOutlet} onReject={props.onReject} />
      )}
      {isFound && (
        <button
          type="button"
          class="reject"
          aria-describedby={titleId}
          onClick={() => props.onReject(article)}
        >
          {text(isTopic ? "notSameTopic" : "notSameStory")}
        </button>
      )}
    </article>
  );
}

function ReasonLine({ article, pageOutlet, dataSets }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { reason } = article;
  return (
    <p class="reason reason-marked">
      {reason.kind === "similar-text" ? (
        <ConfidenceMark value={reason.confidence} />
      ) : (
        <RecordIcon />
      )}
      <span title={reason.kind === "similar-text" ? text("confidenceHelp") : undefined}>
        {reasonText(article, pageOutlet, locale)}
        {dataSets.size > 1 && (
          <span class="from">
            {text(
              "fromDataSets",
              article.dataSets.map((id) => isolated(dataSets.get(id) ?? "")).join(", "),
            )}
          </span>
        )}
      </span>
    </p>
  );
}

function delayText(delay: number, { text, duration }: Locale): string {
  if (Math.abs(delay) < MINUTE) return text("sameTime");
  return text(delay > 0 ? "afterThisPage" : "beforeThisPage", duration(delay));
}
