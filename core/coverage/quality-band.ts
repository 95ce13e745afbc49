import type { QualityThirds } from "../segment/format.ts";
import type { QualityBand } from "./coverage.ts";

/** The third of its data set in which a quality lies; `null` when it is not rated or the data set has no thirds. */
export function qualityBand(
  quality: number | null,
  thirds: QualityThirds | null,
): QualityBand | null {
  if (quality === null || thirds === null) return null;
  if (quality <= thirds.lower) return "lower";
  return quality <= thirds.middle ? "middle" : "upper";
}
