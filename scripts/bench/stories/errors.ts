import { seededRandom } from "../scale/seeded-random.ts";
import type { LabelledArticle } from "./labels/labelled-articles.ts";

/** What a set's queries were answered with. */
export interface Answers {
  readonly articles: readonly LabelledArticle[];
  /** Of each query, by its place: the places of the candidates, best first. */
  readonly ranks: ReadonlyMap<number, readonly number[]>;
  /** The group that each article was put in when the articles came as a stream. */
  readonly groups: readonly number[];
}

/** How often the answers are wrong, and where right articles are lost; shares from 0 to 1. */
export interface ErrorShares {
  readonly queries: number;
  readonly firstIsWrong: number;
  /** Recall in the first ten, if the candidates were in the best order. */
  readonly reachable: number;
  /** Of the articles missed from the first ten those in another language than the query. */
  readonly missedInOther: number;
  /** Of these, and of those in the query's own language, the share that is among the candidates. */
  readonly otherAmongCandidates: number;
  readonly ownAmongCandidates: number;
}

/** Errors of each kind that are printed. */
const EXAMPLES = 8;
const SEEN = 10;
const SEED = 20140310;

/** Counts the errors of a set; an article that stands alone in its story is no query. */
export function errorShares(answers: Pick<Answers, "articles" | "ranks">): ErrorShares {
  const count = { queries: 0, wrong: 0, reachable: 0 };
  const missed = { own: 0, ownFound: 0, other: 0, otherFound: 0 };
  for (const { article, places, rest } of queriesOf(answers)) {
    const found = new Set(places);
    count.queries++;
    if (answers.articles[places[0] ?? -1]?.story !== article.story) count.wrong++;
    const possible = Math.min(SEEN, rest.length);
    count.reachable +=
      Math.min(possible, rest.filter((place) => found.has(place)).length) / possible;
    const seen = new Set(places.slice(0, SEEN));
    for (const place of rest) {
      if (seen.has(place)) continue;
      const kind = answers.articles[place]?.language === article.language ? "own" : "other";
      missed[kind]++;
      if (found.has(place)) missed[`${kind}Found`]++;
    }
  }
  return {
    queries: count.queries,
    firstIsWrong: share(count.wrong, count.queries),
    reachable: share(count.reachable, count.queries),
    missedInOther: share(missed.other, missed.own + missed.other),
    otherAmongCandidates: share(missed.otherFound, missed.other),
    ownAmongCandidates: share(missed.ownFound, missed.own),
  };
}

/** Some errors of each kind with their headlines, the same in every run. */
export function errorExamples(answers: Answers): string[] {
  const { articles, groups } = answers;
  const title = (place: number | undefined) => articles[place ?? -1]?.title ?? "nothing";
  const wrongFirst: string[] = [];
  const missed: string[] = [];
  for (const { query, article, places, rest } of queriesOf(answers)) {
    if (articles[places[0] ?? -1]?.story !== article.story)
      wrongFirst.push(`${title(query)} | first hit: ${title(places[0])}`);
    const seen = new Set(places.slice(0, SEEN));
    const lost = rest.find((place) => !seen.has(place));
    if (lost !== undefined && rest.length <= SEEN)
      missed.push(`${title(query)} | missed: ${title(lost)}`);
  }
  const places = [...articles.keys()];
  const storyOf = (place: number) => articles[place]?.story;
  const merged = unlikePairs(places, (place) => groups[place], storyOf);
  const split = unlikePairs(places, storyOf, (place) => groups[place]);
  const pairs = (list: readonly (readonly [number, number])[]) =>
    list.map(([one, other]) => `${title(one)} | ${title(other)}`);
  const kinds: [string, string[]][] = [
    ["the first hit is another story", wrongFirst],
    ["an article of the story is not among the first ten", missed],
    ["two stories in one group", pairs(merged)],
    ["one story in several groups", pairs(split)],
  ];
  return kinds.flatMap(([kind, errors]) =>
    seededRandom(SEED)
      .shuffled(errors)
      .slice(0, EXAMPLES)
      .map((error) => `${kind}: ${error}`),
  );
}

/** Of what is together by one measure and apart by another: two articles for each such pair of parts. */
function unlikePairs(
  places: readonly number[],
  together: (place: number) => unknown,
  apart: (place: number) => unknown,
): [number, number][] {
  return [...Map.groupBy(places, together).values()].flatMap((members) => {
    const [first, ...others] = Map.groupBy(members, apart).values();
    return others.map((other): [number, number] => [first?.[0] ?? 0, other[0] ?? 0]);
  });
}

function* queriesOf({ articles, ranks }: Pick<Answers, "articles" | "ranks">) {
  const stories = Map.groupBy(articles.keys(), (place) => articles[place]?.story);
  for (const [query, places] of ranks) {
    const article = articles[query];
    const rest = stories.get(article?.story)?.filter((place) => place !== query) ?? [];
    if (article !== undefined && rest.length > 0) yield { query, article, places, rest };
  }
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}
