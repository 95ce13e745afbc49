import type { ArticleCoverage, MatchReason } from "../../coverage/coverage.ts";
import { MINUTE } from "../../durations.ts";
import type { ArticleMark } from "../../record/article-marks.ts";
import { plainLine } from "../../text/plain-line.ts";
import { inertAddress } from "../../url/inert-address.ts";
import { type StoryEntry, storyEntries } from "./story-entries.ts";

/** An article of a story as one row of a table, for data programs. What is not known is `null`. */
export interface StoryRow {
  readonly title: string;
  readonly outlet: string;
  /** Registrable domain of the outlet. */
  readonly domain: string;
  readonly address: string;
  readonly type: "article" | "video";
  /** Primary language subtag (`en`, `pt`). */
  readonly language: string | null;
  /** What else it is: `fact-check`, `correction`, `live`, `opinion`, `agency`, `paywall`. */
  readonly marks: readonly ArticleMark[];
  /** ISO 8601, UTC. */
  readonly published: string | null;
  /** Whole minutes; negative when it was earlier than the open page. */
  readonly minutesAfterThisPage: number | null;
  readonly minutesAfterFirst: number | null;
  readonly isFirst: boolean;
  /** Open-ended, on the scale of the first one of `dataSets`. */
  readonly quality: number | null;
  readonly qualityThird: "lower" | "middle" | "upper" | null;
  /** Among the articles of the story that the same data set rates. */
  readonly rank: number | null;
  /** Where the article itself is not rated. */
  readonly outletMedianQuality: number | null;
  readonly reason: MatchReason["kind"] | "this-page";
  /** Of articles found by their text: from 0 to 1. */
  readonly confidence: number | null;
  /** Of articles found by their text: what they share, countries by their ISO 3166-1 code. */
  readonly shared: readonly string[];
  /** Of an article named by a third one: the outlet of that one. */
  readonly namedBy: string | null;
  /** The address of the article with the same text under which it is listed. */
  readonly copyOf: string | null;
  /** Names of the data sets that have it. */
  readonly dataSets: readonly string[];
}

/** The articles of a story as rows, in the order of `storyEntries`. */
export function storyTable(coverage: ArticleCoverage): StoryRow[] {
  const names = new Map(coverage.dataSets.map(({ id, name }) => [id, name]));
  return storyEntries(coverage).map((entry) => row(entry, names));
}

function row(entry: StoryEntry, names: ReadonlyMap<string, string>): StoryRow {
  const { article, reason, afterPage, afterFirst, copyOf } = entry;
  const match = reason?.kind === "similar-text" ? reason : null;
  return {
    title: plainLine(article.title),
    outlet: plainLine(article.outlet.name),
    domain: article.outlet.domain,
    address: inertAddress(article.url),
    type: article.type,
    language: article.language,
    marks: article.marks,
    published: article.published === null ? null : new Date(article.published).toISOString(),
    minutesAfterThisPage: minutes(afterPage),
    minutesAfterFirst: minutes(afterFirst),
    isFirst: article.isFirst,
    quality: article.quality,
    qualityThird: article.band,
    rank: article.rank,
    outletMedianQuality: article.outletQuality?.median ?? null,
    reason: reason?.kind ?? "this-page",
    confidence: match?.confidence ?? null,
    shared: match?.shared.map((name) => ("country" in name ? name.country : name.words)) ?? [],
    namedBy: reason?.kind === "named-together" ? reason.by : null,
    copyOf: copyOf && inertAddress(copyOf.url),
    dataSets: article.dataSets.map((id) => names.get(id) ?? id),
  };
}

function minutes(ms: number | null): number | null {
  // Adding 0 makes −0 of a few seconds a plain 0.
  return ms === null ? null : Math.round(ms / MINUTE) + 0;
}
