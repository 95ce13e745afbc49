import { eventDetails } from "../../../../core/story/match/event-details.ts";
import { featureVector } from "../../../../core/story/match/feature-vector.ts";
import { findCandidates } from "../../../../core/story/match/find-candidates.ts";
import { StoryGroups } from "../../../../core/story/match/group-stories.ts";
import { MemoryIndex } from "../../../../core/story/match/memory-index.ts";
import { type Evidence, rankCandidates } from "../../../../core/story/match/rank-candidates.ts";
import type { StorySource } from "../../../../core/story/match/story-source.ts";
import { TermCounts } from "../../../../core/story/match/term-counts.ts";
import { publishedOrAddressDate } from "../../../../core/story/words/address-date.ts";
import { indexedTerms, pageTerms, type Term } from "../../../../core/story/words/article-terms.ts";
import type { StoryText } from "../../../../core/story/words/article-words.ts";
import type { CountryNames } from "../../../../core/story/words/country-names.ts";
import { bundledCountryNames } from "../../../country-names/bundled-country-names.ts";
import type { LabelledArticle } from "../labels/labelled-articles.ts";

/** A candidate for a query, by its article's position. */
export interface Answer {
  readonly place: number;
  readonly evidence: Evidence;
}

/** Articles in the extension's own index, by their positions; ordinals are in order of time. */
export class SecondSource {
  readonly #articles: readonly LabelledArticle[];
  readonly #terms: readonly Term[][];
  readonly #index: StorySource;
  readonly #counts = new TermCounts();
  /** Positions in order of time. */
  readonly #places: readonly number[];
  readonly #ordinals: readonly number[];

  /** @param stored an index of the same articles; `null` to build one in memory */
  constructor(articles: readonly LabelledArticle[], stored: StorySource | null = null) {
    const countries = bundledCountryNames();
    this.#articles = articles.map((article) => ({
      ...article,
      published: publishedOrAddressDate(article.published, article.url),
    }));
    this.#terms = articles.map((article) => indexedTerms(article, countries));
    const time = (place: number) => this.#articles[place]?.published ?? Number.NEGATIVE_INFINITY;
    this.#places = [...articles.keys()].sort((a, b) =>
      time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a - b,
    );
    for (const terms of this.#terms) this.#counts.add(terms);
    const ordinals: number[] = [];
    for (const [ordinal, place] of this.#places.entries()) ordinals[place] = ordinal;
    this.#ordinals = ordinals;
    this.#index = stored ?? this.#inMemory();
  }

  /** What the index finds for one of its own articles, treated as a page that it does not know. */
  async ask(query: number, countries: CountryNames): Promise<Answer[]> {
    const article = this.#articles[query];
    if (article === undefined) return [];
    return this.askFor(article, countries, this.#ordinals[query]);
  }

  ordinalOf(place: number): number | undefined {
    return this.#ordinals[place];
  }

  /**
   * What the index finds for a page.
   *
   * @param except the ordinal of the page itself
   */
  async askFor(page: StoryText, countries: CountryNames, except?: number): Promise<Answer[]> {
    const published = publishedOrAddressDate(page.published, page.url ?? "");
    const found = await findCandidates(pageTerms(page, countries), published, this.#index, except);
    const rarities = await this.#index.rarities();
    const texts = await this.#index.texts(found.ordinals);
    const candidates = texts.map((text) => ({
      ...text,
      vector: featureVector(text.terms, rarities),
      details: eventDetails(text.terms),
    }));
    const vector = featureVector(found.terms, rarities);
    const query = { published, vector, details: eventDetails(found.terms) };
    const ranked = rankCandidates(query, candidates);
    return ranked.map(({ article: { ordinal }, evidence }) => ({
      place: this.#places[ordinal] ?? 0,
      evidence,
    }));
  }

  /** The group of each article when the articles arrive one by one in order of time. */
  async groups(): Promise<number[]> {
    const stories = new StoryGroups(new MemoryIndex(this.#counts));
    for (const place of this.#places)
      await stories.add(this.#of(place), this.#articles[place]?.published ?? null);
    const groups: number[] = [];
    for (const [ordinal, story] of stories.stories().entries())
      groups[this.#places[ordinal] ?? 0] = story;
    return groups;
  }

  #inMemory(): MemoryIndex {
    const index = new MemoryIndex(this.#counts);
    for (const place of this.#places)
      index.add(this.#of(place), this.#articles[place]?.published ?? null);
    return index;
  }

  #of(place: number): Term[] {
    return this.#terms[place] ?? [];
  }
}
