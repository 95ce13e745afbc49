import { contradiction } from "./contradiction.ts";
import type { EventDetails } from "./event-details.ts";
import { cosineWith, type FeatureVector } from "./feature-vector.ts";
import { timeCloseness } from "./time-closeness.ts";

/** What suggests that a candidate tells the story of the query. All values are from 0 to 1. */
export interface Evidence {
  /** Cosine of its feature vector with that of the query. */
  readonly similarity: number;
  /** `timeCloseness` to the query. */
  readonly closeness: number;
  /** Mean match (similarity × closeness) with the query's best hits, weighted by their own match with the query. */
  readonly support: number;
  /** Mean match with its nearest neighbours among the candidates; high where many texts are alike. */
  readonly crowd: number;
  /** The match of the query's best candidate with the query; low where the story is not in the data. */
  readonly best: number;
  /** `contradiction` with the query: what is taken from the log-odds, 0 or more. */
  readonly contradiction: number;
}

/** An article to compare with the query. */
export interface Candidate {
  readonly ordinal: number;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  readonly vector: FeatureVector;
  readonly details: EventDetails;
}

export interface RankedCandidate<Article extends Candidate = Candidate> {
  readonly article: Article;
  readonly evidence: Evidence;
}

/** Best hits that support the other candidates. */
const SUPPORTERS = 5;
/** Best matches from which support and crowd are computed. */
const COMPARED = 24;
/** Nearest neighbours from which crowd is computed. */
const NEIGHBOURS = 5;
/** Exponents of support and crowd (`docs/decisions/story-ranking.md`). */
const SUPPORT_POWER = 0.7;
const CROWD_POWER = 0.4;
const SUPPORT_OFFSET = 0.03;
const CROWD_OFFSET = 0.05;

/**
 * The candidates, best first. The candidate with the best match stays first; the others are ordered by
 *
 *   match × support^0.7 ÷ crowd^0.4, where match = similarity × closeness
 *
 * Support is feedback from the top hits (Rocchio, 1971; here the mean similarity to the other hits, so that no hit
 * supports itself). Dividing by crowd lowers articles that resemble everything (local scaling: Zelnik-Manor &
 * Perona, "Self-tuning spectral clustering", NIPS 2004).
 */
export function rankCandidates<Article extends Candidate>(
  query: Omit<Candidate, "ordinal">,
  articles: readonly Article[],
): RankedCandidate<Article>[] {
  const { published } = query;
  const similarity = cosineWith(query.vector);
  const matched = articles
    .map((article) => ({
      article,
      similarity: similarity(article.vector),
      closeness: timeCloseness(published, article.published),
    }))
    .sort((a, b) => b.similarity * b.closeness - a.similarity * a.closeness);
  const matches = matched.map(({ similarity, closeness }) => similarity * closeness);
  const near = nearness(matched.map(({ article }) => article));
  const ranked = matched.map(({ article, similarity, closeness }, i): RankedCandidate<Article> => {
    const row = near[i] ?? [];
    const evidence = {
      similarity,
      closeness,
      support: support(row, matches, i),
      crowd: crowd(row, i),
      best: matches[0] ?? 0,
      contradiction: contradiction(query.details, article.details),
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

/**
 * The match of each candidate with each of the best ones, a row for each candidate. It is computed feature by
 * feature, as an inverted index does it, which is faster than pair by pair.
 */
function nearness(articles: readonly Candidate[]): Float64Array[] {
  const columns = Math.min(COMPARED, articles.length);
  const rows = articles.map(() => new Float64Array(columns));
  /** For each feature, the best candidates so far that have it, each followed by the feature's weight in it. */
  const holders = new Map<number, number[]>();
  for (const [i, { vector }] of articles.entries()) {
    const row = rows[i] as Float64Array;
    const { features, weights } = vector;
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] ?? 0;
      const weight = weights[at] ?? 0;
      const others = holders.get(feature);
      if (others === undefined) {
        if (i < columns) holders.set(feature, [i, weight]);
        continue;
      }
      for (let k = 0; k < others.length; k += 2) {
        const j = others[k] ?? 0;
        row[j] = (row[j] ?? 0) + weight * (others[k + 1] ?? 0);
      }
      if (i < columns) others.push(i, weight);
    }
  }
  for (const [i, row] of rows.entries())
    for (let j = 0; j < Math.min(i, columns); j++) {
      const closeness = timeCloseness(
        articles[i]?.published ?? null,
        articles[j]?.published ?? null,
      );
      const near = (row[j] ?? 0) * closeness;
      row[j] = near;
      if (i < columns) (rows[j] as Float64Array)[i] = near;
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

/** Mean match with the nearest neighbours. */
function crowd(row: ArrayLike<number>, self: number): number {
  const nearest = new Float64Array(NEIGHBOURS);
  for (let i = 0; i < row.length; i++) {
    const near = row[i] ?? 0;
    if (i === self || near <= (nearest[NEIGHBOURS - 1] ?? 0)) continue;
    let at = NEIGHBOURS - 1;
    for (; at > 0 && (nearest[at - 1] ?? 0) < near; at--) nearest[at] = nearest[at - 1] ?? 0;
    nearest[at] = near;
  }
  return nearest.reduce((sum, near) => sum + near, 0) / NEIGHBOURS;
}
