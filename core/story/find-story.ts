import type { SharedName } from "../coverage/coverage.ts";
import { publishedTime } from "./address-date.ts";
import { pageTerms } from "./article-terms.ts";
import type { StoryText } from "./article-words.ts";
import { confidence, type Verdict, verdictAt } from "./confidence.ts";
import type { CountryNames } from "./country-names.ts";
import { featureVector } from "./feature-vector.ts";
import { findCandidates } from "./find-candidates.ts";
import { splitOutlet } from "./outlet-suffix.ts";
import { type Evidence, rankCandidates } from "./rank-candidates.ts";
import { sharedNamesWith } from "./shared-names.ts";
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
  /** What counted most, the weightiest first, four at most. */
  readonly shared: readonly SharedName[];
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
  const time = publishedTime(page.published, page.url ?? "");
  const found = await findCandidates(pageTerms(page, countries), time, source, except);
  const rarities = await source.rarities();
  const texts = await source.texts(found.ordinals);
  const candidates = texts.map((text) => ({
    ...text,
    vector: featureVector(text.terms, rarities),
  }));
  const ranked = rankCandidates(featureVector(found.terms, rarities), time, candidates);
  const shared = sharedNamesWith(splitOutlet(page.title).headline, found.terms, countries);
  return ranked.flatMap(({ article, evidence }) => {
    const sure = confidence(evidence);
    const verdict = verdictAt(sure);
    if (verdict === "none") return [];
    const { ordinal, published, terms } = article;
    const known = time !== null && published !== null;
    const reason = {
      shared: shared(terms),
      minutesLater: known ? Math.round(((published ?? 0) - (time ?? 0)) / 60_000) : null,
    };
    return [{ ordinal, verdict, confidence: sure, reason, evidence }];
  });
}
