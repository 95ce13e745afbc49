import { SAME_STORY } from "../../../core/story/match/confidence.ts";
import { MAX_CANDIDATES } from "../../../core/story/match/find-candidates.ts";

/** A candidate, and whether it is right. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
  /** From 0, in the order shown. */
  readonly rank: number;
}

export interface DecisionMetrics {
  /** Share of the pairs shown as one story that are one story; `null` if there are none. */
  readonly precision: number | null;
  /** Share of the pairs that are one story that are shown as such; at most `MAX_CANDIDATES` a query count. */
  readonly recall: number;
  /** Share of the pairs at confidence 0.8 or more that are one story; `null` if there are none. */
  readonly precisionAt80: number | null;
  /** How many pairs that is. */
  readonly pairsAt80: number;
  /** Mean distance between confidence and truth over ten bins, for the first ten candidates of each query. */
  readonly calibrationError: number;
  /** For each tenth of confidence: the number of those candidates, their mean confidence, the share that is right. */
  readonly curve: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly from: number;
  readonly pairs: number;
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;
/** How many candidates of a query the curve counts: about what a user looks at. */
const SEEN = 10;

/** Collects decisions over queries. */
export class Decisions {
  readonly #judged: Judged[] = [];
  #possible = 0;

  /** @param others how many articles tell the query's story */
  add(judged: readonly Judged[], others: number): void {
    this.#judged.push(...judged);
    this.#possible += Math.min(others, MAX_CANDIDATES);
  }

  metrics(): DecisionMetrics {
    const shown = this.#judged.filter((each) => each.confidence >= SAME_STORY);
    const sure = this.#judged.filter((each) => each.confidence >= 0.8);
    const curve = calibrationCurve(this.#judged.filter(({ rank }) => rank < SEEN));
    const all = curve.reduce((sum, { pairs }) => sum + pairs, 0);
    const distance = curve.reduce(
      (sum, point) => sum + point.pairs * Math.abs(point.confidence - point.right),
      0,
    );
    return {
      precision: shareRight(shown),
      recall: this.#possible === 0 ? 0 : countRight(shown) / this.#possible,
      precisionAt80: shareRight(sure),
      pairsAt80: sure.length,
      calibrationError: all === 0 ? 0 : distance / all,
      curve,
    };
  }
}

/** Expected calibration error's bins (Guo et al., “On calibration of modern neural networks”, ICML 2017). */
export function calibrationCurve(judged: readonly Judged[]): CurvePoint[] {
  const bins = Map.groupBy(judged, (each) =>
    Math.min(BINS - 1, Math.floor(each.confidence * BINS)),
  );
  return Array.from({ length: BINS }, (_, bin) => {
    const own = bins.get(bin) ?? [];
    const sum = own.reduce((total, each) => total + each.confidence, 0);
    return {
      from: bin / BINS,
      pairs: own.length,
      confidence: own.length === 0 ? 0 : sum / own.length,
      right: shareRight(own) ?? 0,
    };
  });
}

function countRight(judged: readonly Judged[]): number {
  return judged.filter(({ isRight }) => isRight).length;
}

function shareRight(judged: readonly Judged[]): number | null {
  return judged.length === 0 ? null : countRight(judged) / judged.length;
}
