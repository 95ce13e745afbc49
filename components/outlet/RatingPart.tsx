import type { JSX } from "preact";
import type { OutletRating } from "../../core/coverage/coverage.ts";
import { useLocale } from "../kit/locale.ts";
import { QualitySpread } from "./QualitySpread.tsx";

/** What one data set has of an outlet: how many articles, and how they are rated. */
export function RatingPart({ rating }: { readonly rating: OutletRating }): JSX.Element {
  const { text, counted, number } = useLocale();
  const { dataSet, articles, rated, quality, thirds } = rating;
  return (
    <section class="outlet-part">
      <h2 dir="auto">{dataSet.id === "live" ? text("liveTitle") : dataSet.name}</h2>
      <p>
        {counted("outletKnown", articles)}
        {" · "}
        {quality === null ? text("notRated") : counted("ratedCount", rated)}
      </p>
      {quality !== null && (
        <>
          <QualitySpread quality={quality} thirds={thirds} />
          <p class="fine">
            {`${text("labelled", text("medianQuality"), number(quality.median))}. `}
            {text(
              "spread",
              number(quality.lowerQuartile),
              number(quality.upperQuartile),
              number(quality.min),
              number(quality.max),
            )}
            {thirds !== null && ` ${text("bandHelp", number(thirds.lower), number(thirds.middle))}`}
          </p>
        </>
      )}
    </section>
  );
}
