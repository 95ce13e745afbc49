import type { OutletPreference } from "../outlets/outlet-preference.ts";
import type { SearchResult } from "../search/search-articles.ts";
import type { OutletRecord } from "../today/outlet-records.ts";
import type { TodayStory } from "../today/today-story.ts";

/** An outlet of the user, by which stories can be chosen. */
export interface TodayOutlet {
  readonly name: string;
  /** Registrable domains of its sites, the main one first. */
  readonly domains: readonly string[];
  /** ISO 3166-1; empty when unknown. */
  readonly country: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
}

/** Stories of the user's live outlets. */
export interface TodayAnswer {
  /** Those that the user has, sorted by name. */
  readonly outlets: readonly TodayOutlet[];
  /** Articles of these in the span. */
  readonly articles: number;
  /** The first ones of the chosen stories, in their order. */
  readonly stories: readonly TodayStory[];
  /** How many stories were chosen in all. */
  readonly total: number;
  /** How many stories of the span two outlets or more have, and how many only one. */
  readonly shared: number;
  readonly single: number;
  /** How many of these have an article with a changed headline. */
  readonly changed: number;
  /** How many stories of the span only outlets have that the user hides. */
  readonly hidden: number;
  /** The outlets that the user hides or prefers. */
  readonly preferences: readonly OutletPreference[];
  /** How many stories the user follows, and how many of them have something new. */
  readonly following: number;
  readonly followingNew: number;
  readonly records: readonly OutletRecord[];
  /** When the user last looked before, ms since 1970; `null` if never. */
  readonly lookedAt: number | null;
}

/** The state of the stories, which views follow to know when to ask again. */
export interface TodayState {
  /** Changes whenever the stories may have changed. */
  readonly revision: number;
  /** The share of the articles of which stories are found, from 0 to 1; `null` when all are. */
  readonly progress: number | null;
}

/** What a search found, with the names by which it is shown. */
export interface SearchAnswer extends SearchResult {
  /** Names of the data sets, by id. */
  readonly dataSets: readonly (readonly [id: string, name: string])[];
}
