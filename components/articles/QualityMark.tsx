import type { JSX } from "preact";
import type { KnownSummary, OutletQuality, QualityBand } from "../../core/coverage/coverage.ts";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";

const BAND_TEXT = { lower: "bandLower", middle: "bandMiddle", upper: "bandUpper" } as const;
const BAND_LEVEL: Record<QualityBand, number> = { lower: 1, middle: 2, upper: 3 };

interface Props {
  readonly article: Pick<KnownSummary, "quality" | "band" | "thirds"> & Partial<OfOutlet>;
  /** In a list that says elsewhere what its figures are: the third is drawn, and named for screen readers only. */
  readonly isShort?: boolean;
}

/** The quality of the outlet, for an article that is not rated itself. */
interface OfOutlet {
  readonly outlet: KnownSummary["outlet"];
  readonly outletQuality: OutletQuality | null;
}

/**
 * The quality of an article, as its data set has it, with the third of the data set it is in. The scale
 * is the data set's own, so it is never shown as out of 100. An unrated article shows the median of
 * its outlet's rated articles, marked as the outlet's.
 */
export function QualityMark({ article, isShort = false }: Props): JSX.Element {
  const { text, number } = useLocale();
  const { quality, band, thirds } = article;
  if (quality === null) return <NotRated {...article} isShort={isShort} />;
  const help =
    thirds === null ? undefined : text("bandHelp", number(thirds.lower), number(thirds.middle));
  return (
    <span class="quality" title={help}>
      {band !== null && (
        <span class="quality-bars" aria-hidden="true" data-level={BAND_LEVEL[band]}>
          <i />
          <i />
          <i />
        </span>
      )}
      <span class="visually-hidden">{`${text("quality")} `}</span>
      <span class="quality-number">{number(quality)}</span>
      {band !== null && (
        <span class={isShort ? "visually-hidden" : "quality-band"}>{text(BAND_TEXT[band])}</span>
      )}
    </span>
  );
}

interface NotRatedProps extends Partial<OfOutlet> {
  readonly isShort: boolean;
}

function NotRated({ outlet, outletQuality = null, isShort }: NotRatedProps): JSX.Element {
  const { text, counted, number } = useLocale();
  if (outletQuality === null || outlet === undefined)
    return isShort ? (
      <span class="quality quality-none" title={text("notRated")}>
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{text("notRated")}</span>
      </span>
    ) : (
      <span class="quality quality-none">{text("notRated")}</span>
    );
  const help = text(
    "outletQualityHelp",
    counted("ratedArticles", outletQuality.rated),
    isolated(outlet.name),
  );
  return (
    <span class="quality quality-of-outlet" title={help}>
      {text("outletQuality", number(outletQuality.median))}
      <span class="visually-hidden">{`. ${help}`}</span>
    </span>
  );
}
