import type { JSX } from "preact";
import type { KnownSummary, QualityBand } from "../core/coverage/coverage.ts";
import { useLocale } from "./locale.ts";

const BAND_TEXT = { lower: "bandLower", middle: "bandMiddle", upper: "bandUpper" } as const;
const BAND_LEVEL: Record<QualityBand, number> = { lower: 1, middle: 2, upper: 3 };

interface Props {
  readonly article: Pick<KnownSummary, "quality" | "band" | "thirds">;
}

/** A quality as the data has it, with its third of the data set: never out of 100. */
export function QualityMark({ article }: Props): JSX.Element {
  const { text, number } = useLocale();
  const { quality, band, thirds } = article;
  if (quality === null) return <span class="quality quality-none">{text("notRated")}</span>;
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
      {band !== null && <span class="quality-band">{text(BAND_TEXT[band])}</span>}
    </span>
  );
}
