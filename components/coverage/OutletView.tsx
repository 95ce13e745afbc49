import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { OutletCoverage, OutletRating, RelatedArticle } from "../../core/coverage/coverage.ts";
import { qualityBand } from "../../core/coverage/quality-band.ts";
import type { PreferenceOf } from "../../core/outlets/preference-finder.ts";
import type { PageFacts } from "../../core/page/page-facts.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { CardMarks, MarkTags } from "../articles/MarkTags.tsx";
import { OutletActionsContext } from "../articles/outlet-actions.ts";
import { QualityMark } from "../articles/QualityMark.tsx";
import { saidLanguages } from "../articles/said-languages.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";
import { DataSetLines } from "./DataSetLines.tsx";
import { RejectedSection } from "./RejectedSection.tsx";
import { TopicSection } from "./TopicSection.tsx";

interface Props {
  readonly coverage: OutletCoverage;
  /** What the page says of itself; `null` if it is not an article. */
  readonly facts: PageFacts | null;
  readonly preferenceOf: PreferenceOf;
  readonly onReject: (article: RelatedArticle) => void;
  readonly onUndo: (article: RelatedArticle) => void;
}

/** The outlet's articles and their quality, for a page that has no record. */
export function OutletView(props: Props): JSX.Element {
  const { coverage, facts, preferenceOf, onReject, onUndo } = props;
  const { text, counted, dateTime, language } = useLocale();
  const { name, ratings, latest, sameTopic } = coverage;
  const languages = saidLanguages([...latest, ...sameTopic], language);
  const outletActions = useContext(OutletActionsContext);
  const names = new Map(ratings.map(({ dataSet }) => [dataSet.id, dataSet.name]));
  return (
    <>
      {facts !== null && (
        <section class="page-standing" aria-label={text("thisPage")}>
          <h2 class="page-title" dir="auto">
            {facts.headline}
          </h2>
          {facts.published !== null && <p class="when">{dateTime(facts.published)}</p>}
          <MarkTags marks={facts.marks} />
        </section>
      )}
      <section class="page-standing" aria-label={name}>
        <p class="reason">{text("outletNoRecord")}</p>
        <h2 class="page-title" dir="auto">
          {name}
        </h2>
        <p class="when">
          {shownHost(coverage.site)}
          {ratings.length === 1 && ` · ${counted("outletKnown", ratings[0]?.articles ?? 0)}`}
        </p>
        {outletActions !== null && (
          <button
            type="button"
            class="button-quiet outlet-profile"
            onClick={() => outletActions.onProfile(coverage.site)}
          >
            {text("outletProfile")}
          </button>
        )}
        {ratings.map((rating) => (
          <Rating key={rating.dataSet.id} rating={rating} isOneOfSeveral={ratings.length > 1} />
        ))}
      </section>
      <TopicSection
        articles={sameTopic}
        preferenceOf={preferenceOf}
        cards={{
          pageOutlet: name,
          dataSets: names,
          showImages: false,
          marksUnrated: sameTopic.some(({ quality }) => quality !== null),
          languages,
          onReject,
        }}
        isOpen
      />
      <section aria-label={text("latestCoverage")}>
        <div class="list-head">
          <h2 tabIndex={-1}>{text("latestCoverage")}</h2>
        </div>
        <ol class="cards">
          {latest.map((article) => (
            <li key={article.url}>
              <article class="card card-plain">
                <h3 class="card-title" dir="auto">
                  <ArticleLink url={article.url}>{article.title}</ArticleLink>
                </h3>
                <p class="when card-head">
                  <span>
                    {article.published === null ? text("timeUnknown") : dateTime(article.published)}
                  </span>
                  <CardMarks article={article} languages={languages} />
                  <QualityMark article={article} />
                </p>
              </article>
            </li>
          ))}
        </ol>
      </section>
      <RejectedSection articles={coverage.rejected} onUndo={onUndo} />
      <div class="about-page">
        <DataSetLines dataSets={ratings.map(({ dataSet }) => dataSet)} />
      </div>
    </>
  );
}

interface RatingProps {
  readonly rating: OutletRating;
  readonly isOneOfSeveral: boolean;
}

/** An outlet's articles and their quality in one data set. */
function Rating({ rating, isOneOfSeveral }: RatingProps): JSX.Element {
  const { text, counted, number } = useLocale();
  const { dataSet, quality, thirds } = rating;
  return (
    <>
      {isOneOfSeveral && (
        <p class="when" dir="auto">
          {`${dataSet.name} · ${counted("outletKnown", rating.articles)}`}
        </p>
      )}
      {quality !== null && (
        <dl class="figures">
          <dt>{text("medianQuality")}</dt>
          <dd>
            <QualityMark
              article={{
                quality: quality.median,
                band: qualityBand(quality.median, thirds),
                thirds,
              }}
            />
            <p class="reason">
              {`${counted("ratedCount", rating.rated)}. `}
              {text(
                "spread",
                number(quality.lowerQuartile),
                number(quality.upperQuartile),
                number(quality.min),
                number(quality.max),
              )}
            </p>
          </dd>
        </dl>
      )}
    </>
  );
}
