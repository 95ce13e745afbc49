import type { JSX } from "preact";
import type { MatchReason, RelatedArticle } from "../core/coverage/coverage.ts";
import { VideoIcon } from "./icons.tsx";
import { isolated } from "./isolated.ts";
import { type Locale, useLocale } from "./locale.ts";
import { QualityMark } from "./QualityMark.tsx";

interface Props {
  readonly article: RelatedArticle;
  /** Data sets by id, where it needs saying which of them the article is from. */
  readonly dataSets: ReadonlyMap<string, string>;
  readonly showImage: boolean;
}

/** One related article: who, what, when, how good, and why it is here. */
export function ArticleCard({ article, dataSets, showImage }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  return (
    <article class="card">
      <header class="card-head">
        <span class="outlet" dir="auto">
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
      {showImage && article.image !== null && (
        <img
          class="card-image"
          src={article.image}
          alt=""
          loading="lazy"
          referrerpolicy="no-referrer"
        />
      )}
      <h3 class="card-title" dir="auto">
        <a
          href={article.url}
          target="_blank"
          rel="noopener noreferrer"
          title={new URL(article.url).host}
        >
          {article.title}
        </a>
      </h3>
      {article.excerpt !== "" && (
        <p class="excerpt" dir="auto">
          {article.excerpt}
        </p>
      )}
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
        {article.delay !== null && <span class="delay">{delayText(article.delay, locale)}</span>}
      </p>
      <p class="reason">
        {reasonText(article.reason, locale)}
        {dataSets.size > 1 && (
          <span class="from">
            {text(
              "fromDataSets",
              article.dataSets.map((id) => isolated(dataSets.get(id) ?? "")).join(", "),
            )}
          </span>
        )}
      </p>
    </article>
  );
}

function delayText(delay: number, { text, duration }: Locale): string {
  if (Math.abs(delay) < 60_000) return text("sameTime");
  return text(delay > 0 ? "afterThisPage" : "beforeThisPage", duration(delay));
}

function reasonText(reason: MatchReason, { text }: Locale): string {
  if (reason.kind === "named-by-page") return text("reasonNamedByPage");
  if (reason.kind === "names-page") return text("reasonNamesPage");
  return reason.kind === "named-together" ? text("reasonNamedTogether", isolated(reason.by)) : "";
}
