import { MINUTE } from "../durations.ts";
import { voiceOf } from "../outlets/voices.ts";
import { foldCopies } from "../story/copies/near-copies.ts";
import type { TodayArticle } from "./today-article.ts";

/** An article of a story, as a point on its timeline. Times are in ms since 1970. */
export interface StoryPoint extends Pick<TodayArticle, "type" | "language" | "marks"> {
  readonly title: string;
  readonly url: string;
  /** Name of the outlet. */
  readonly outlet: string;
  readonly published: number;
  /** Whether its outlet states that time; otherwise it is when the article was first seen, or a bare date. */
  readonly isTimeStated: boolean;
  /** The same text as an earlier article of another outlet. */
  readonly isReprint: boolean;
  /** First seen since the user last looked. */
  readonly isNew: boolean;
}

/** Which outlet had a story first. */
export interface FirstOutlet {
  readonly outlet: string;
  /** The second one, and how much later it was, ms. */
  readonly next: string;
  readonly lead: number;
}

/** A story of the user's live outlets. */
export interface TodayStory {
  /** Key of its earliest article. */
  readonly id: string;
  /** Place in `points` of the article whose headline stands for the story. */
  readonly headline: number;
  /** Its articles in order of time, at most `MAX_POINTS`, the first ones and the latest. */
  readonly points: readonly StoryPoint[];
  /** How many articles there are, which may be more than `points`. */
  readonly articles: number;
  /** Names of the outlets that have it, in the order in which they had it. */
  readonly outlets: readonly string[];
  /** How many outlets have a text of their own on it; those of one owner count once (`voiceOf`). */
  readonly originals: number;
  readonly reprints: number;
  /** How many of its articles have another headline than at first. */
  readonly changed: number;
  /** `null` where that is not known, or there is only one outlet. */
  readonly first: FirstOutlet | null;
  /** How many articles were first seen since the user last looked. */
  readonly fresh: number;
  /** Id of the user's entry for it, where the user follows it. */
  readonly follow: string | null;
}

/** What the summary of a story depends on besides its articles. */
export interface StoryContext {
  /** When the user last looked, ms since 1970; `null` if never: then nothing is new. */
  readonly lookedAt: number | null;
  readonly follow: string | null;
  /** The name by which the user has an outlet; articles of one name are of one outlet. */
  nameOf(outlet: TodayArticle["outlet"]): string;
  /** The lower, the rather a headline of the outlet of this name stands for the story; the first of equal ones does. */
  rankOf(name: string): number;
}

/** Most articles of a story that are sent to a view: its first ones, and its latest. */
export const MAX_POINTS = 48;
/** Most articles of a story of which copies are recognised: each is compared with every text before it. */
const MAX_FOLDED = 120;

/** A story whose reprints are recognised: what takes long, and stays as it is while no article comes. */
export interface FoldedArticles {
  /** In order of time. */
  readonly articles: readonly TodayArticle[];
  /** Those with the text of an earlier one. */
  readonly reprints: ReadonlySet<TodayArticle>;
}

/** @param articles in order of time */
export function foldReprints(articles: readonly TodayArticle[]): FoldedArticles {
  const reprints = new Set<TodayArticle>();
  if (articles.length > 1)
    for (const [, ...copies] of foldCopies(articles.slice(0, MAX_FOLDED)))
      for (const place of copies) reprints.add(articles[place] as TodayArticle);
  return { articles, reprints };
}

/** @param folded at least one article */
export function todayStory(folded: FoldedArticles, context: StoryContext): TodayStory {
  const { articles, reprints } = folded;
  const { lookedAt, follow, rankOf } = context;
  const nameOf = ({ outlet }: TodayArticle) => context.nameOf(outlet);
  const isFresh = ({ seenAt }: TodayArticle) => lookedAt !== null && seenAt > lookedAt;
  const originals = articles.filter((article) => !reprints.has(article));
  const shown =
    articles.length <= MAX_POINTS
      ? articles
      : [...articles.slice(0, MAX_POINTS / 2), ...articles.slice(-MAX_POINTS / 2)];
  // The first article is no reprint.
  const [first] = shown as [TodayArticle];
  const own = shown.filter((article) => !reprints.has(article));
  const best = Math.min(...own.map((article) => rankOf(nameOf(article))));
  const headline = own.find((article) => rankOf(nameOf(article)) === best) ?? first;
  return {
    id: first.key,
    headline: shown.indexOf(headline),
    points: shown.map((article) => ({
      title: article.title,
      url: article.url,
      type: article.type,
      language: article.language,
      marks: article.marks,
      outlet: nameOf(article),
      published: article.published,
      isTimeStated: article.isTimeStated,
      isReprint: reprints.has(article),
      isNew: isFresh(article),
    })),
    articles: articles.length,
    outlets: [...new Set(articles.map(nameOf))],
    originals: new Set(originals.map(voice)).size,
    reprints: reprints.size,
    changed: articles.filter(({ isChanged }) => isChanged).length,
    first: firstOutlet(originals, nameOf),
    fresh: articles.filter(isFresh).length,
    follow,
  };
}

function voice({ outlet }: TodayArticle): string {
  return voiceOf(outlet.domain);
}

/**
 * Which outlet had a story first, among those that state a time. Nobody was, where two were in one minute, or where
 * an article whose time is not stated was there by then.
 *
 * @param originals in order of time, without reprints
 */
function firstOutlet(
  originals: readonly TodayArticle[],
  nameOf: (article: TodayArticle) => string,
): FirstOutlet | null {
  const stated = originals.filter(({ isTimeStated }) => isTimeStated);
  const [first] = stated;
  const next = stated.find((one) => first !== undefined && voice(one) !== voice(first));
  if (first === undefined || next === undefined || originals[0] !== first) return null;
  const lead = next.published - first.published;
  return lead < MINUTE ? null : { outlet: nameOf(first), next: nameOf(next), lead };
}
