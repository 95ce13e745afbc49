import { tellingStems } from "./copies/headline-agreement.ts";
import { confidence, SAME_STORY, SAME_TOPIC, type Verdict, verdictAt } from "./match/confidence.ts";
import { featureVector } from "./match/feature-vector.ts";
import { findCandidates } from "./match/find-candidates.ts";
import { type Evidence, rankCandidates } from "./match/rank-candidates.ts";
import type { Rarities } from "./match/rarities.ts";
import type { StoredText, StorySource } from "./match/story-source.ts";
import { type SharedName, sharedNamesWith } from "./reasons/shared-names.ts";
import { publishedTime } from "./words/address-date.ts";
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
  /** What counted most, the weightiest first. */
  readonly shared: readonly SharedName[];
  readonly evidence: Evidence;
}

/** Articles of the same story that are compared besides the candidates, those closest in time. */
export const MAX_COMPANIONS = 24;
/**
 * Least confidence of an article that was grouped with the page, or with its best match, to be shown as its
 * story (`docs/matching.md`, companions).
 */
const GROUPED = 0.3;
/** From this cosine on a match is on the topic however far away in time it is: clocks may be wrong, and texts come again. */
const ALIKE = 0.75;

/**
 * Articles that tell the story of a page, best first: the ones to be shown as its coverage (`same-story`) and the
 * ones on its topic.
 *
 * The articles that were grouped with the page itself, where the index has it, or with its best match, where that is of the
 * story, are compared too; of these, less likeness is enough.
 *
 * @param isPage tells what the index has of the page itself, which is left out
 * @param rejecting tells what the reader said is another story: nothing is of the page's story for being grouped with that
 */
export async function findStory<Text extends StoredText>(
  page: StoryText,
  source: StorySource<Text>,
  countries: CountryNames,
  isPage: (text: Text) => boolean = () => false,
  rejecting: Promise<(text: Text) => boolean> = Promise.resolve(() => false),
): Promise<StoryMatch<Text>[]> {
  if (!tellsEnough(page)) return [];
  const time = publishedTime(page.published, page.url ?? "");
  const found = await findCandidates(pageTerms(page, countries), time, source);
  const rarities = await source.rarities();
  const question = featureVector(found.terms, rarities);
  const rank = (texts: readonly Text[]) =>
    rankCandidates(
      question,
      time,
      texts.filter((text) => !isPage(text)).map((text) => candidate(text, rarities)),
    );
  const texts = await source.texts(found.ordinals);
  const ranked = rank(texts);
  const isRejected = await rejecting;
  const sureOf = ({ article, evidence }: (typeof ranked)[number]) =>
    confidence(evidence, time !== null && article.published !== null);
  const stands = (match: (typeof ranked)[number]) =>
    sureOf(match) >= SAME_STORY && !isRejected(match.article.text);
  const anchor = texts.find(isPage) ?? ranked.find(stands)?.article.text ?? null;
  const grouped = anchor === null ? [] : await source.sameStory(anchor.ordinal);
  const others = grouped.filter((ordinal) => !found.ordinals.includes(ordinal));
  const companions =
    others.length === 0 ? [] : await source.texts(closest(others, anchor?.ordinal ?? 0));
  const isGrouped = new Set([...grouped, anchor?.ordinal]);
  const shared = sharedNamesWith(splitOutlet(page.title).headline, found.terms, countries);
  const all = companions.length === 0 ? ranked : rank([...texts, ...companions]);
  const group = all.filter(({ article: { text } }) => isGrouped.has(text.ordinal));
  // What was grouped with an article that the reader took out needs another to stand for it.
  const isHeld = group.some(stands) || !group.some(({ article: { text } }) => isRejected(text));
  return all.flatMap((match) => {
    const { article, evidence } = match;
    const { text } = article;
    const own = sureOf(match);
    const isOfGroup = isGrouped.has(text.ordinal) && isHeld;
    const isLifted = own >= GROUPED && (isOfGroup || isRejected(text));
    const isAlike = own < SAME_TOPIC && evidence.similarity >= ALIKE;
    const verdict = isLifted ? "same-story" : isAlike ? "same-topic" : verdictAt(own);
    if (verdict === "none") return [];
    // Far away in time it is hardly the same story, but on the topic as surely as any that is shown.
    const sure = isAlike ? SAME_TOPIC : own;
    return [{ text, verdict, confidence: sure, shared: shared(text.terms), evidence }];
  });
}

function candidate<Text extends StoredText>(text: Text, rarities: Pick<Rarities, "trigram">) {
  const { ordinal, published, terms } = text;
  return { ordinal, published, text, vector: featureVector(terms, rarities) };
}

function closest(ordinals: readonly number[], to: number): number[] {
  return ordinals.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to)).slice(0, MAX_COMPANIONS);
}

/**
 * Telling words that a page must have, of its description or, each for three of them, of its headline: one letter or one word is in
 * the headlines of any story.
 */
const LEAST_WORDS = 6;

function tellsEnough({ title, excerpt = "" }: StoryText): boolean {
  const [headline, text] = [splitOutlet(title).headline, excerpt].map(
    (words) => tellingStems(splitWords(words)).size,
  ) as [number, number];
  return 3 * headline + text >= LEAST_WORDS;
}
