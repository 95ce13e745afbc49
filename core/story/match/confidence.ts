import type { Evidence } from "./rank-candidates.ts";

/**
 * How sure it is that a candidate tells the question's story: a logistic regression on the evidence
 * (Platt, "Probabilistic outputs for support vector machines", 1999, has the idea of it), fitted by
 * `npm run bench -- stories --tune` to all labelled sets at once and checked by cross-validation over
 * stories (`docs/matching.md`, calibration).
 */
const WEIGHTS = {
  constant: 3.093,
  similarity: 1.625,
  closeness: 0.565,
  support: 1.242,
  best: 1.381,
} as const;

/** Keeps the logarithm of nothing in common finite, at the scale of a chance similarity. */
const OFFSET = 0.02;

/**
 * What the logistic regression sees of the evidence. A candidate supports itself at least, or the one other
 * article of a small story would never be sure.
 */
export function confidenceInputs(
  evidence: Evidence,
): Record<keyof Omit<typeof WEIGHTS, "constant">, number> {
  return {
    similarity: Math.log(evidence.similarity + OFFSET),
    closeness: Math.log(evidence.closeness),
    support: Math.log(
      Math.max(evidence.support, evidence.similarity * evidence.closeness) + OFFSET,
    ),
    best: Math.log(evidence.best + OFFSET),
  };
}

/** What a pair is held to more, in log-odds, where nobody knows how far apart it is (`docs/matching.md`, pages without a time). */
const UNDATED = 0.6;

/**
 * From 0 to 1. It leans to doubt (a wrong pair counted twice in the fit), so that of pairs at 0.8 nine in ten are
 * right on stories and sets that it was not fitted to.
 *
 * @param isDated whether the times of both articles are known
 */
export function confidence(evidence: Evidence, isDated = true): number {
  const inputs = confidenceInputs(evidence);
  const sum =
    WEIGHTS.constant -
    (isDated ? 0 : UNDATED) +
    WEIGHTS.similarity * inputs.similarity +
    WEIGHTS.closeness * inputs.closeness +
    WEIGHTS.support * inputs.support +
    WEIGHTS.best * inputs.best;
  return 1 / (1 + Math.exp(-sum));
}

export type Verdict = "same-story" | "same-topic" | "none";

/** Least confidence of what is shown as coverage of the story, and as being on its topic. */
export const SAME_STORY = 0.5;
export const SAME_TOPIC = 0.25;

export function verdictAt(sure: number): Verdict {
  if (sure >= SAME_STORY) return "same-story";
  return sure >= SAME_TOPIC ? "same-topic" : "none";
}
