import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ArticleCoverage, PageMatch } from "../core/coverage/coverage.ts";
import { ArticleCard } from "./ArticleCard.tsx";
import { DataSetLines } from "./DataSetLines.tsx";
import { isolated } from "./isolated.ts";
import { type Locale, useLocale } from "./locale.ts";
import { QualityMark } from "./QualityMark.tsx";
import { type SortOrder, sortRelated } from "./sort-related.ts";

/** ms; times are known to the minute at best. */
const MINUTE = 60_000;

interface Props {
  readonly coverage: ArticleCoverage;
  readonly showImages: boolean;
}

/** The story of the page the reader is on: where it stands, who was first, who else has it. */
export function StoryView({ coverage, showImages }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted } = locale;
  const [order, setOrder] = useState<SortOrder>("quality");
  const { page, related, rated } = coverage;
  const names = new Map(coverage.dataSets.map(({ id, name }) => [id, name]));
  return (
    <>
      <section class="page-standing" aria-label={text("thisPage")}>
        <div class="card-head">
          <span class="eyebrow">{text("thisPage")}</span>
          <QualityMark article={page} />
        </div>
        <h2 class="page-title" dir="auto">
          {page.title}
        </h2>
        <p class="when">
          <span dir="auto">{page.outlet.name}</span>
          {page.published !== null && (
            <>
              {" · "}
              <time dateTime={new Date(page.published).toISOString()}>
                {locale.dateTime(page.published)}
              </time>
            </>
          )}
          {page.rank !== null && " "}
          {page.rank !== null && (
            <span class="rank">
              {rated > 1
                ? text("rankOf", locale.number(page.rank), locale.number(rated))
                : text("onlyOneRated")}
            </span>
          )}
        </p>
        <FirstLine coverage={coverage} locale={locale} />
        {coverage.topics.length > 0 && (
          <ul class="topics" aria-label={text("topics")}>
            {coverage.topics.map((topic) => (
              <li key={topic} dir="auto">
                {topic}
              </li>
            ))}
          </ul>
        )}
        {coverage.match !== null && <p class="reason">{matchText(coverage.match, locale)}</p>}
      </section>
      <section aria-label={counted("relatedArticles", related.length)}>
        <div class="list-head">
          <h2>{counted("relatedArticles", related.length)}</h2>
          {related.length > 1 && (
            <label class="sort">
              <span>{text("sortBy")}</span>
              <select
                value={order}
                onChange={(event) => setOrder(event.currentTarget.value as SortOrder)}
              >
                <option value="quality">{text("sortQuality")}</option>
                <option value="time">{text("sortTime")}</option>
                <option value="outlet">{text("sortOutlet")}</option>
              </select>
            </label>
          )}
        </div>
        <ol class="cards">
          {sortRelated(related, order, locale.language).map((article) => (
            <li key={article.url}>
              <ArticleCard article={article} dataSets={names} showImage={showImages} />
            </li>
          ))}
        </ol>
        {coverage.omitted > 0 && <p class="reason">{counted("omitted", coverage.omitted)}</p>}
      </section>
      <DataSetLines dataSets={coverage.dataSets} />
    </>
  );
}

function FirstLine({ coverage, locale }: { coverage: ArticleCoverage; locale: Locale }) {
  const { page, related } = coverage;
  const timed = sortRelated(related, "time", locale.language);
  if (page.isFirst) {
    const next = timed.find(({ delay }) => delay !== null);
    if (next?.delay == null) return null;
    return <p class="first">{leadText(isolated(next.outlet.name), next.delay, locale)}</p>;
  }
  const first = timed.find(({ isFirst }) => isFirst);
  if (first === undefined) return null;
  return <p class="first">{leadText(isolated(first.outlet.name), first.delay, locale)}</p>;
}

/** @param delay ms from the page to the other outlet's article */
function leadText(outlet: string, delay: number | null, { text, duration }: Locale): string {
  if (delay === null) return text("firstUnknownGap", outlet);
  if (Math.abs(delay) < MINUTE) return text("firstTogether", outlet);
  return delay > 0
    ? text("thisWasFirst", duration(delay), outlet)
    : text("firstWas", outlet, duration(delay));
}

const RENDITION_TEXT = {
  page: "matchPage",
  amp: "matchAmp",
  "amp-cache": "matchAmpCache",
  "amp-viewer": "matchAmpViewer",
  "web-archive": "matchWebArchive",
} as const;

function matchText({ address, rendition }: PageMatch, { text }: Locale): string {
  return address === "page" ? text(RENDITION_TEXT[rendition]) : text("matchClaim", address);
}
