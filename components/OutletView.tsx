import type { JSX } from "preact";
import type { OutletCoverage } from "../core/coverage/coverage.ts";
import { qualityBand } from "../core/coverage/rank-story.ts";
import { DataSetLine } from "./DataSetLine.tsx";
import { useLocale } from "./locale.ts";
import { QualityMark } from "./QualityMark.tsx";

/** What the data knows of an outlet, for a page that has no record. */
export function OutletView({ coverage }: { readonly coverage: OutletCoverage }): JSX.Element {
  const { text, counted, number, dateTime } = useLocale();
  const { outlet, thirds } = coverage;
  return (
    <>
      <section class="page-standing" aria-label={outlet.name}>
        <p class="reason">{text("outletNoRecord")}</p>
        <h2 class="page-title" dir="auto">
          {outlet.name}
        </h2>
        <p class="when">
          {outlet.site} · {counted("outletKnown", outlet.articles)}
        </p>
        {outlet.quality !== null && (
          <dl class="figures">
            <dt>{text("medianQuality")}</dt>
            <dd>
              <QualityMark
                article={{
                  quality: outlet.quality.median,
                  band: qualityBand(outlet.quality.median, thirds),
                }}
                thirds={thirds}
              />
              <p class="reason">
                {`${counted("ratedCount", outlet.rated)}. `}
                {text(
                  "spread",
                  number(outlet.quality.lowerQuartile),
                  number(outlet.quality.upperQuartile),
                  number(outlet.quality.min),
                  number(outlet.quality.max),
                )}
              </p>
            </dd>
          </dl>
        )}
      </section>
      <section aria-label={text("latestCoverage")}>
        <div class="list-head">
          <h2>{text("latestCoverage")}</h2>
        </div>
        <ol class="cards">
          {outlet.latest.map((article) => (
            <li key={article.url}>
              <article class="card">
                <h3 class="card-title" dir="auto">
                  <a href={article.url} target="_blank" rel="noopener noreferrer">
                    {article.title}
                  </a>
                </h3>
                <p class="when card-head">
                  <span>
                    {article.published === null ? text("timeUnknown") : dateTime(article.published)}
                  </span>
                  <QualityMark
                    article={{
                      quality: article.quality,
                      band: qualityBand(article.quality, thirds),
                    }}
                    thirds={thirds}
                  />
                </p>
              </article>
            </li>
          ))}
        </ol>
      </section>
      <DataSetLine dataSet={coverage.dataSet} />
    </>
  );
}
