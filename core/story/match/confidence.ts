import type { Evidence } from "./rank-candidates.ts";

/**
 * Weights of the logistic regression that turns evidence into a confidence (after Platt, "Probabilistic outputs for
 * support vector machines", 1999). `npm run bench -- stories --tune` fits them to all labelled sets at once and checks
 * them by cross-validation over stories (`docs/matching.md`, calibration). What speaks against a pair is deducted in
 * full, though the sets alone would have it count less, and the constant is 0.1 higher than the fit, so that as many
 * pairs are found as without it (`docs/decisions/story-confidence.md`).
 */
const WEIGHTS = {
  constant: 3.193,
  similarity: 1.625,
  closeness: 0.565,
  support: 1.242,
  best: 1.381,
  contradiction: -1,
} as const;

/** Added before taking a logarithm, so that no similarity at all stays finite; about as large as a chance similarity. */
const OFFSET = 0.02;

/**
 * The inputs of the logistic regression. A candidate counts at least as its own support; otherwise the only other
 * article of a small story would never get a high confidence.
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
    contradiction: evidence.contradiction,
  };
}

/** Subtracted from the log-odds of a pair of which one time is unknown (`docs/matching.md`, pages without a time). */
const UNDATED = 0.6;

/**
 * How likely it is that a candidate tells the story of the query, from 0 to 1. It is on the low side (the fit counts
 * wrong pairs twice): of pairs at 0.8, nine in ten are right on stories and sets that were not used for the fit.
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
    WEIGHTS.best * inputs.best +
    WEIGHTS.contradiction * inputs.contradiction;
  return 1 / (1 + Math.exp(-sum));
}

/** How an article is related to the page. */
export type Verdict = "same-story" | "same-topic" | "none";

/** Least confidence of articles that are shown as coverage of the story, and as being on its topic. */
export const SAME_STORY = 0.5;
export const SAME_TOPIC = 0.25;

/** @param confidence from 0 to 1 */
export function verdictAt(confidence: number): Verdict {
  if (confidence >= SAME_STORY) return "same-story";
  return confidence >= SAME_TOPIC ? "same-topic" : "none";
}
