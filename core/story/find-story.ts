import { publishedTime } from "./address-date.ts";
import type { StoryText } from "./article-words.ts";
import { confidence, type Verdict, verdictAt } from "./confidence.ts";
import type { CountryNames } from "./country-names.ts";
import { featureVector } from "./feature-vector.ts";
import { featuresOf } from "./features.ts";
import { findCandidates } from "./find-candidates.ts";
import { type Evidence, rankCandidates } from "./rank-candidates.ts";
import { sharedNames } from "./shared-names.ts";
import type { StorySource } from "./story-source.ts";

/** An article that may tell the page's story, and why. */
export interface StoryMatch {
  /** Its place in the index. */
  readonly ordinal: number;
  readonly verdict: Exclude<Verdict, "none">;
  /** From 0 to 1; of matches at 0.8, nine in ten are right. */
  readonly confidence: number;
  readonly reason: MatchReason;
  readonly evidence: Evidence;
}

/** What the line under a match says: “Clearview, facial recognition, Ukraine; 21 minutes later”. */
export interface MatchReason {
  /** Shared words and countries (ISO 3166 codes) that counted most, folded, the weightiest first. */
  readonly shared: readonly string[];
  /** How much later the article was published than the page, negative for earlier; `null` when not known. */
  readonly minutesLater: number | null;
}

/**
 * Articles that tell the story of a page, best first: the ones to be shown as its coverage (`same-story`) and the
 * ones on its topic. Two calls to the source, whatever its size.
 *
 * @param except an ordinal that is left out: the page itself, where it is known
 */
export async function findStory(
  page: StoryText,
  source: StorySource,
  countries: CountryNames,
  except: number | null = null,
): Promise<StoryMatch[]> {
  const features = featuresOf(page, countries);
  const vector = featureVector(features.compared, source.frequencies);
  const time = publishedTime(page.published, page.url ?? "");
  const ordinals = await findCandidates(features, time, source, except);
  const ranked = rankCandidates(vector, time, await source.articles(ordinals));
  return ranked.flatMap(({ article, evidence }) => {
    const sure = confidence(evidence);
    const verdict = verdictAt(sure);
    if (verdict === "none") return [];
    const { ordinal, published } = article;
    const known = time !== null && published !== null;
    const reason = {
      shared: sharedNames(vector, features.names, article.vector),
      minutesLater: known ? Math.round(((published ?? 0) - (time ?? 0)) / 60_000) : null,
    };
    return [{ ordinal, verdict, confidence: sure, reason, evidence }];
  });
}
