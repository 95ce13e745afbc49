import {
  type ArticlesPerDay,
  articlesIn,
  daysFrom,
  startOfDay,
  sumDays,
} from "../../../core/feeds/live/articles-per-day.ts";
import { newestToMerge } from "../../../core/feeds/live/merge-plan.ts";
import { cutByAge, isCutDue } from "../../../core/feeds/live/retention.ts";

/** Articles of live outlets: how many, how often, for how long. */
export interface Load {
  readonly perDay: number;
  readonly rounds: number;
  readonly days: number;
  readonly retention: number;
}

/** The cost of a merge policy. */
export interface PolicyCost {
  /** How often an article is written, including the first time. */
  readonly written: number;
  readonly segments: { readonly most: number; readonly mean: number };
  /** Largest share of articles that are too old. */
  readonly expired: number;
  /** Articles kept at the end. */
  readonly articles: number;
}

/** Simulates a year of appends and merges with the extension's own plan, in counts only. */
export function planYear(load: Load, growth?: number, kept?: number): PolicyCost {
  let segments: ArticlesPerDay[] = [];
  let written = 0;
  let most = 0;
  let sum = 0;
  let expired = 0;
  for (let round = 0; round < load.days * load.rounds; round++) {
    const day = Math.floor(round / load.rounds);
    const cut = cutByAge(startOfDay(day), { days: load.retention, bytes: 0 });
    segments = [[[day, load.perDay / load.rounds]], ...segments];
    const all = sumDays(segments);
    const planned = newestToMerge(segments.map(articlesIn), growth, kept);
    const merged = isCutDue(all, cut, { days: load.retention })
      ? segments.length
      : Math.max(1, planned);
    const together = daysFrom(sumDays(segments.slice(0, merged)), cut.firstDay);
    written += articlesIn(together);
    segments = [together, ...segments.slice(merged)];
    most = Math.max(most, segments.length);
    sum += segments.length;
    const share = 1 - articlesIn(daysFrom(all, cut.firstDay)) / articlesIn(all);
    expired = Math.max(expired, share);
  }
  return {
    written: written / (load.perDay * load.days),
    segments: { most, mean: sum / (load.days * load.rounds) },
    expired,
    articles: articlesIn(sumDays(segments)),
  };
}
