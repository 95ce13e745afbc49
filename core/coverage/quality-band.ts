import type { QualityThirds } from "../segment/format.ts";
import type { QualityBand } from "./coverage.ts";

/** The third of the data set a quality lies in; `null` when not rated or there is nothing to compare with. */
export function qualityBand(
  quality: number | null,
  thirds: QualityThirds | null,
): QualityBand | null {
  if (quality === null || thirds === null) return null;
  if (quality <= thirds.lower) return "lower";
  return quality <= thirds.middle ? "middle" : "upper";
}
