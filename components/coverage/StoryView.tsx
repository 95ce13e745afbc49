import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { ArticleCoverage, PageMatch, RelatedArticle } from "../../core/coverage/coverage.ts";
import { MINUTE } from "../../core/durations.ts";
import type { PageMark } from "../../core/page/page-marks.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { CiteContext } from "./cite-context.ts";
import { DataSetLines } from "./DataSetLines.tsx";
import { MarkTags } from "./MarkTags.tsx";
import { QualityMark } from "./QualityMark.tsx";
import { RejectedSection } from "./RejectedSection.tsx";
import { RelatedList } from "./RelatedList.tsx";
import { sortRelated } from "./sort-related.ts";
import { TopicSection } from "./TopicSection.tsx";

interface Props {
  readonly coverage: ArticleCoverage;
  /** What the page says of its article's kind. */
  readonly marks?: readonly PageMark[] | undefined;
  readonly showImages: boolean;
  readonly onReject: (article: RelatedArticle) => void;
  readonly onUndo: (article: RelatedArticle) => void;
  readonly onCompare?: (() => void) | undefined;
}

/** The story of the open page: how the page is rated, who was first, and who else covers it. */
export function StoryView({
  coverage,
  marks = [],
  showImages,
  onReject,
  onUndo,
  onCompare,
}: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const cite = useContext(CiteContext);
  const { page, rated, match } = coverage;
  const canCompare = onCompare !== undefined && coverage.related.length > 0;
  // An outlet without a name has its host as its name.
  const pageOutlet = shownHost(page.outlet.name);
  const names = new Map(coverage.dataSets.map(({ id, name }) => [id, name]));
  return (
    <>
      <section class="page-standing" aria-label={text("thisPage")}>
        <div class="card-head">
          <span class="eyebrow">{text("thisPage")}</span>
          {match !== null && <QualityMark article={page} />}
        </div>
        <h2 class="page-title" dir="auto">
          {page.title}
        </h2>
        <p class="when">
          <span dir="auto">{pageOutlet}</span>
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
        <MarkTags marks={marks} />
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
        <p class="reason">
          {match === null
            ? text(coverage.related.length > 0 ? "matchNone" : "pageUnlisted")
            : matchText(match, locale)}
        </p>
      </section>
      <RelatedList
        coverage={coverage}
        dataSets={names}
        showImages={showImages}
        onReject={onReject}
      />
      {(cite !== null || canCompare) && (
        <p class="list-foot">
          {canCompare && (
            <button type="button" class="button-quiet" onClick={onCompare}>
              {text("compareTitle")}
            </button>
          )}
          {cite !== null && (
            <button type="button" class="button-quiet" onClick={() => cite(null)}>
              {text("citeAction")}
            </button>
          )}
        </p>
      )}
      <TopicSection
        articles={coverage.sameTopic}
        pageOutlet={pageOutlet}
        dataSets={names}
        isOpen={coverage.related.length === 0}
        onReject={onReject}
      />
      <RejectedSection articles={coverage.rejected} onUndo={onUndo} />
      <DataSetLines dataSets={coverage.dataSets} />
    </>
  );
}

function FirstLine({ coverage, locale }: { coverage: ArticleCoverage; locale: Locale }) {
  const { page, related } = coverage;
  const timed = sortRelated(
    related.flatMap((article) => [article, ...article.copies]),
    "time",
    locale.language,
  );
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
  // Times are known to the minute at best.
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
