import { contentStems } from "./copies/headline-agreement.ts";
import { confidence, SAME_STORY, SAME_TOPIC, type Verdict, verdictAt } from "./match/confidence.ts";
import { eventDetails } from "./match/event-details.ts";
import { featureVector } from "./match/feature-vector.ts";
import { findCandidates } from "./match/find-candidates.ts";
import { type Candidate, type Evidence, rankCandidates } from "./match/rank-candidates.ts";
import type { Rarities } from "./match/rarities.ts";
import type { StoredText, StorySource } from "./match/story-source.ts";
import { type SharedName, sharedNamesWith } from "./reasons/shared-names.ts";
import { publishedOrAddressDate } from "./words/address-date.ts";
import { pageTerms } from "./words/article-terms.ts";
import type { StoryText } from "./words/article-words.ts";
import type { CountryNames } from "./words/country-names.ts";
import { splitOutlet } from "./words/outlet-suffix.ts";
import { splitWords } from "./words/split-words.ts";

/** An article that may tell the page's story, and why. */
export interface StoryMatch<Text extends StoredText = StoredText> {
  readonly text: Text;
  readonly verdict: Exclude<Verdict, "none">;
  /** From 0 to 1; of matches at 0.8, nine in ten are right. */
  readonly confidence: number;
  /** What contributed most to the similarity, the most important first. */
  readonly shared: readonly SharedName[];
  readonly evidence: Evidence;
}

/** Most articles of one group that are compared besides the candidates, those closest in time. */
export const MAX_COMPANIONS = 24;
/**
 * Least confidence at which an article counts as the same story when the index grouped it with the page or
 * with the page's best match (companions in `docs/matching.md`).
 */
const SAME_STORY_IN_GROUP = 0.3;
/**
 * From this cosine on, an article is on the topic however far away in time it is: clocks may be wrong,
 * and texts are published again.
 */
const SIMILAR_AT_ANY_TIME = 0.75;

/** An article that was compared with the page. */
interface ComparedText<Text> {
  readonly text: Text;
  readonly evidence: Evidence;
  /** From 0 to 1, by the evidence alone. */
  readonly confidence: number;
}

/**
 * Articles that tell a page's story, best first: those to show as its coverage (`same-story`) and those
 * on its topic (`same-topic`).
 *
 * The index has grouped its articles into stories. The group of the page itself, or else of its best match if
 * that match is good enough, is compared too; for these articles a lower confidence is enough.
 *
 * @param isPage whether an article in the index is the page itself, which is left out
 * @param rejecting whether the user said that an article tells another story; being in one group with such
 * an article is no reason to be shown
 */
export async function findStory<Text extends StoredText>(
  page: StoryText,
  source: StorySource<Text>,
  countries: CountryNames,
  isPage: (text: Text) => boolean = () => false,
  rejecting: Promise<(text: Text) => boolean> = Promise.resolve(() => false),
): Promise<StoryMatch<Text>[]> {
  if (!hasEnoughWords(page)) return [];
  const time = publishedOrAddressDate(page.published, page.url ?? "");
  const candidates = await findCandidates(pageTerms(page, countries), time, source);
  const rarities = await source.rarities();
  const query = {
    published: time,
    vector: featureVector(candidates.terms, rarities),
    details: eventDetails(candidates.terms),
  };
  const compare = (texts: readonly Text[]) => {
    const others = texts.filter((text) => !isPage(text));
    return compared(query, others, rarities);
  };

  const texts = await source.texts(candidates.ordinals);
  const matches = compare(texts);
  const isRejected = await rejecting;
  const isSameStory = ({ text, confidence }: ComparedText<Text>) =>
    confidence >= SAME_STORY && !isRejected(text);

  const seed = texts.find(isPage) ?? matches.find(isSameStory)?.text ?? null;
  const grouped = seed === null ? [] : await source.sameStory(seed.ordinal);
  const missing = grouped.filter((ordinal) => !candidates.ordinals.includes(ordinal));
  const companions =
    missing.length === 0 ? [] : await source.texts(closest(missing, seed?.ordinal ?? 0));
  const all = companions.length === 0 ? matches : compare([...texts, ...companions]);

  const group = new Set([...grouped, seed?.ordinal]);
  const members = all.filter(({ text }) => group.has(text.ordinal));
  // Once the user has rejected a member, the group counts only if another member is a match by itself.
  const isGroupValid = members.some(isSameStory) || !members.some(({ text }) => isRejected(text));
  const shared = sharedNamesWith(splitOutlet(page.title).headline, candidates.terms, countries);
  return all.flatMap((match) => {
    const { text, evidence } = match;
    // A rejected article keeps its low threshold, so that it stays in the list of rejected ones.
    const isInGroup = (isGroupValid && group.has(text.ordinal)) || isRejected(text);
    const { verdict, confidence } = judge(match, isInGroup);
    if (verdict === "none") return [];
    return [{ text, verdict, confidence, shared: shared(text.terms), evidence }];
  });
}

/** The articles compared with the query, the best match first. */
function compared<Text extends StoredText>(
  query: Omit<Candidate, "ordinal">,
  texts: readonly Text[],
  rarities: Pick<Rarities, "trigram">,
): ComparedText<Text>[] {
  const candidates = texts.map((text) => {
    const { ordinal, published, terms } = text;
    const vector = featureVector(terms, rarities);
    return { ordinal, published, text, vector, details: eventDetails(terms) };
  });
  return rankCandidates(query, candidates).map(({ article, evidence }) => {
    const isDated = query.published !== null && article.published !== null;
    return { text: article.text, evidence, confidence: confidence(evidence, isDated) };
  });
}

/** The verdict on an article, and the confidence that is shown with it. */
function judge(
  { confidence, evidence }: Pick<ComparedText<unknown>, "confidence" | "evidence">,
  isInGroup: boolean,
): { readonly verdict: Verdict; readonly confidence: number } {
  if (isInGroup && confidence >= SAME_STORY_IN_GROUP) return { verdict: "same-story", confidence };
  // An article that is too old or too new for this story can still be shown as one on the same topic.
  if (confidence < SAME_TOPIC && evidence.similarity >= SIMILAR_AT_ANY_TIME)
    return { verdict: "same-topic", confidence: SAME_TOPIC };
  return { verdict: verdictAt(confidence), confidence };
}

/** The ordinals closest to one, hence closest in time, since the index is in order of time. */
function closest(ordinals: readonly number[], to: number): number[] {
  return ordinals.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to)).slice(0, MAX_COMPANIONS);
}

/**
 * Content words that a page must have; a word of its headline counts as three of its description. A
 * single letter or word is in the headlines of any story.
 */
const LEAST_CONTENT_WORDS = 6;
const HEADLINE_FACTOR = 3;

function hasEnoughWords({ title, excerpt = "" }: StoryText): boolean {
  const count = (text: string) => contentStems(splitWords(text)).size;
  const inHeadline = count(splitOutlet(title).headline);
  return HEADLINE_FACTOR * inHeadline + count(excerpt) >= LEAST_CONTENT_WORDS;
}
