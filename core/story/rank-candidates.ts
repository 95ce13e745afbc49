import { cosine, type FeatureVector } from "./feature-vector.ts";
import type { IndexedArticle } from "./story-source.ts";
import { timeCloseness } from "./time-closeness.ts";

/** What speaks for a candidate. All from 0 to 1. */
export interface Evidence {
  /** Cosine with the question. */
  readonly similarity: number;
  readonly closeness: number;
  /** Mean similarity, times closeness, with the question's best hits, weighted by their own. */
  readonly support: number;
  /** The same with its own nearest neighbours among the candidates: high where many texts are alike. */
  readonly crowd: number;
}

export interface RankedCandidate {
  readonly article: IndexedArticle;
  readonly evidence: Evidence;
}

/** Best hits that speak for others. */
const SUPPORTERS = 5;
/** Nearest neighbours that make a crowd. */
const NEIGHBOURS = 5;
/** Powers of support and crowd beside the candidate's own match (`docs/matching.md`, parameters). */
const SUPPORT_POWER = 0.7;
const CROWD_POWER = 0.4;
const SUPPORT_OFFSET = 0.03;
const CROWD_OFFSET = 0.05;

/**
 * Candidates in order, best first. The best match by itself stays first; the others follow by
 *
 *   match × support^0.7 ÷ crowd^0.4, where match = similarity × closeness
 *
 * Support is feedback from the top hits (Rocchio, 1971; here as a mean of similarities, so that a hit does not
 * speak for itself); crowd takes down what is like everything (local scaling: Zelnik-Manor & Perona,
 * "Self-tuning spectral clustering", NIPS 2004).
 */
export function rankCandidates(
  question: FeatureVector,
  published: number | null,
  articles: readonly IndexedArticle[],
): RankedCandidate[] {
  const matched = articles
    .map((article) => ({
      article,
      similarity: cosine(question, article.vector),
      closeness: timeCloseness(published, article.published),
    }))
    .sort((a, b) => b.similarity * b.closeness - a.similarity * a.closeness);
  const matches = matched.map(({ similarity, closeness }) => similarity * closeness);
  const near = nearness(matched.map(({ article }) => article));
  const ranked = matched.map(({ article, similarity, closeness }, i): RankedCandidate => {
    const row = near[i] ?? [];
    const evidence = {
      similarity,
      closeness,
      support: support(row, matches, i),
      crowd: crowd(row, i),
    };
    return { article, evidence };
  });
  const [first, ...others] = ranked;
  if (first === undefined) return [];
  const scores = new Map(others.map((candidate) => [candidate, score(candidate.evidence)]));
  others.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  return [first, ...others];
}

function score({ similarity, closeness, support, crowd }: Evidence): number {
  const others =
    (support + SUPPORT_OFFSET) ** SUPPORT_POWER / (crowd + CROWD_OFFSET) ** CROWD_POWER;
  return similarity * closeness * others;
}

/** Similarity times closeness of each candidate with each other: by feature, as an index would, not pair by pair. */
function nearness(articles: readonly IndexedArticle[]): Float32Array[] {
  const size = articles.length;
  const rows = articles.map(() => new Float32Array(size));
  /** For each feature the candidates seen so far that have it, and its weight in them, in turn. */
  const holders = new Map<number, number[]>();
  for (const [i, { vector }] of articles.entries()) {
    const row = rows[i] ?? new Float32Array();
    const { features, weights } = vector;
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] ?? 0;
      const weight = weights[at] ?? 0;
      const others = holders.get(feature);
      if (others === undefined) {
        holders.set(feature, [i, weight]);
        continue;
      }
      for (let k = 0; k < others.length; k += 2) {
        const j = others[k] ?? 0;
        row[j] = (row[j] ?? 0) + weight * (others[k + 1] ?? 0);
      }
      others.push(i, weight);
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      const closeness = timeCloseness(
        articles[i]?.published ?? null,
        articles[j]?.published ?? null,
      );
      const near = (rows[i]?.[j] ?? 0) * closeness;
      (rows[i] as Float32Array)[j] = near;
      (rows[j] as Float32Array)[i] = near;
    }
  return rows;
}

function support(row: ArrayLike<number>, matches: readonly number[], self: number): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < Math.min(SUPPORTERS, matches.length); i++) {
    if (i === self) continue;
    sum += (matches[i] ?? 0) * (row[i] ?? 0);
    total += matches[i] ?? 0;
  }
  return total === 0 ? 0 : sum / total;
}

function crowd(row: ArrayLike<number>, self: number): number {
  const nearest = Array.from(row)
    .filter((_, i) => i !== self)
    .sort((a, b) => b - a);
  return nearest.slice(0, NEIGHBOURS).reduce((sum, near) => sum + near, 0) / NEIGHBOURS;
}
