import type { KnownSummary } from "../coverage/coverage.ts";
import { ArticleList, knownSummary } from "../coverage/known-articles.ts";
import { HOUR } from "../durations.ts";
import { type ArticleSummary, summarize } from "../segment/article-summary.ts";
import type { Segment } from "../segment/segment.ts";
import { rarityByte, rarityOf } from "../story/match/rarities.ts";
import { articleWords } from "../story/words/article-words.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import type { SearchQuestion } from "./search-question.ts";
import { isFormOf, type SearchWord, searchWords } from "./search-words.ts";

/** Most articles found, and articles that are read for them at once and in all: what filters leave out was read too. */
export const MAX_FOUND = 40;
const READ_AT_ONCE = 48;
const MAX_READ = 240;
/** Story indexes that are searched at once: the files of a published data set may be hundreds. */
const SEARCHED_AT_ONCE = 8;
/** Least share of the words, by how rare they are, that an article must have. */
const LEAST_SHARE = 0.6;

/** What a search found. */
export interface SearchResult {
  /** Those with all words first, the latest first. */
  readonly articles: readonly KnownSummary[];
  /** There may be more. */
  readonly isCut: boolean;
}

/** What a search uses besides the question. */
export interface SearchDeps {
  readonly countries: CountryNames;
  /** The primary language subtag of an outlet, by its registrable domain; `null` where it is not known. */
  languageOf(domain: string): string | null;
}

/** An article that may have the words. */
interface Candidate {
  readonly segment: Segment;
  readonly ordinal: number;
  /** Of the searched words, by their rarity, those that the index has it under, in quarters: 4 is all. */
  readonly rank: number;
  /** ms since 1970, to about an hour. */
  readonly time: number;
}

/**
 * Articles of all data sets and live outlets whose headline, address or first words have the words of a search, in
 * any script and form. Story indexes answer it: of each word the articles are known that are closest to the end of
 * the searched time, `MAX_POSTINGS` at most, and of an article only its weightiest words.
 *
 * @param segments in order of precedence, the preferred one first
 * @throws UnreadableSegmentError
 */
export async function searchArticles(
  question: SearchQuestion,
  segments: readonly Segment[],
  deps: SearchDeps,
): Promise<SearchResult> {
  const words = searchWords(question.text, deps.countries);
  if (words.length === 0) return { articles: [], isCut: false };
  const candidates = await findCandidates(words, question, segments);
  const list = new ArticleList<Pick<Candidate, "rank">>();
  let read = 0;
  while (read < Math.min(MAX_READ, candidates.length) && list.values().length < MAX_FOUND) {
    const some = candidates.slice(read, read + READ_AT_ONCE);
    read += some.length;
    const matching = await readMatching(some, words, question, deps);
    for (const { article, rank } of matching) list.add(article, { rank });
  }
  const found = list.values().sort((a, b) => b.rank - a.rank || timeOf(b) - timeOf(a));
  return {
    articles: found.slice(0, MAX_FOUND).map(({ article }) => article),
    isCut: found.length > MAX_FOUND || read < candidates.length,
  };
}

/** The best candidates of all segments, those with all words first, the latest first. */
async function findCandidates(
  words: readonly SearchWord[],
  { from, to }: SearchQuestion,
  segments: readonly Segment[],
): Promise<Candidate[]> {
  const inTime = segments.filter(({ stories }) => {
    if (stories === null) return false;
    const { span } = stories;
    return span === null || (span.to >= (from ?? span.to) && span.from < (to ?? Infinity));
  });
  const latestFirst = inTime.toSorted((a, b) => endOf(b) - endOf(a));
  const found: Candidate[] = [];
  for (let i = 0; i < latestFirst.length && found.length < MAX_READ; i += SEARCHED_AT_ONCE) {
    const searched = latestFirst.slice(i, i + SEARCHED_AT_ONCE);
    const all = await Promise.all(searched.map((segment) => candidatesOf(words, to, segment)));
    // The times of postings are interpolated, so they are compared with an hour to spare.
    found.push(
      ...all
        .flat()
        .filter(
          ({ time }) => time >= (from ?? -Infinity) - HOUR && time <= (to ?? Infinity) + HOUR,
        ),
    );
  }
  return found.sort((a, b) => b.rank - a.rank || b.time - a.time);
}

function timeOf({ article }: { readonly article: KnownSummary }): number {
  return article.published ?? 0;
}

function endOf({ stories }: Segment): number {
  return stories?.span?.to ?? Infinity;
}

async function candidatesOf(
  words: readonly SearchWord[],
  around: number | null,
  segment: Segment,
): Promise<Candidate[]> {
  const { stories } = segment;
  if (stories === null) return [];
  const keys = words.flatMap((word) => word.keys);
  const [{ articles }, lists] = await Promise.all([
    stories.rarities(),
    stories.postings(keys, around),
  ]);
  const byKey = new Map(keys.map((key, i) => [key, lists[i]]));
  const shares = new Map<number, number>();
  const times = new Map<number, number>();
  let sum = 0;
  for (const word of words) {
    const own = word.keys.flatMap((key) => byKey.get(key) ?? []);
    const total = own.reduce((most, one) => most + one.total, 0);
    // At least a little: where one word is in all articles, the others decide, but it still counts.
    const rarity = 0.1 + rarityOf(rarityByte(Math.max(1, total), articles));
    sum += rarity;
    const holders = new Set(own.flatMap(({ ordinals }) => ordinals));
    for (const ordinal of holders) shares.set(ordinal, (shares.get(ordinal) ?? 0) + rarity);
    for (const { ordinals, times: hours } of own)
      for (const [i, ordinal] of ordinals.entries()) times.set(ordinal, hours[i] ?? 0);
  }
  return [...shares]
    .filter(([, share]) => share >= LEAST_SHARE * sum)
    .map(([ordinal, share]) => ({
      ...{ segment, ordinal },
      rank: Math.round((4 * share) / sum),
      time: times.get(ordinal) ?? 0,
    }));
}

/** Those of some candidates that really have the words, and that the question's filters let through. */
async function readMatching(
  candidates: readonly Candidate[],
  words: readonly SearchWord[],
  question: SearchQuestion,
  { countries, languageOf }: SearchDeps,
): Promise<(Pick<Candidate, "rank"> & { readonly article: KnownSummary })[]> {
  const bySegment = Map.groupBy(candidates, ({ segment }) => segment);
  const read = Array.from(bySegment, async ([segment, own]) => {
    const { dataSet, thirds } = segment.meta;
    const texts = (await segment.stories?.texts(own.map(({ ordinal }) => ordinal))) ?? [];
    const records = await segment.described(texts.map(({ place }) => place));
    return records.flatMap((record, i) => {
      const article = knownSummary(summarize(record), { dataSet, thirds });
      const language = article.language ?? languageOf(article.outlet.domain);
      const isFound = hasWords(article, words, countries) && passes(article, language, question);
      return isFound ? [[own[i], article] as const] : [];
    });
  });
  const found = new Map((await Promise.all(read)).flat());
  return candidates.flatMap((candidate) => {
    const article = found.get(candidate);
    return article === undefined ? [] : [{ article, rank: candidate.rank }];
  });
}

/** Whether an article has most of the words, in some form. */
function hasWords(
  article: ArticleSummary,
  words: readonly SearchWord[],
  countries: CountryNames,
): boolean {
  const own = [...articleWords(article).keys()];
  const named = countries.of(own, article.title);
  const has = ({ forms, country }: SearchWord) =>
    (country !== null && named.includes(country)) ||
    own.some((word) => forms.some((form) => isFormOf(word, form)));
  return words.filter(has).length >= LEAST_SHARE * words.length;
}

function passes(
  { outlet, published, quality, band }: KnownSummary,
  language: string | null,
  question: SearchQuestion,
): boolean {
  const { domains, from, to } = question;
  if (domains !== null && !domains.includes(outlet.domain)) return false;
  if (question.language !== null && language !== question.language) return false;
  if (from !== null && (published === null || published < from)) return false;
  if (to !== null && (published === null || published >= to)) return false;
  if (question.quality === "rated") return quality !== null;
  return question.quality === "any" || band === "upper";
}
