import { LIVE_DATA_SET_ID } from "../data-set/live-data-set.ts";
import { DAY, MINUTE } from "../durations.ts";
import type { ArticleCoverage, RankedArticle, RelatedArticle } from "./coverage.ts";

/**
 * When a page reported its story, among the entries of the answer whose time is known. An entry counts from its earliest
 * copy. `of` counts the page too; times are in ms; outlets are names.
 */
export type Placing =
  | { readonly kind: "first"; readonly of: number; readonly next: string; readonly lead: number }
  /** Among the first, within one minute: times are known to the minute at best. */
  | { readonly kind: "together"; readonly of: number; readonly other: string }
  | {
      readonly kind: "later";
      /** From 2. */
      readonly place: number;
      readonly of: number;
      readonly first: string;
      readonly behind: number;
    }
  /** It is known who was first, but not how many were before the page. */
  | { readonly kind: "unplaced"; readonly first: string };

/** Where a page stands in its story. */
export interface Standing {
  /** `null` where it is not known who was first. */
  readonly placing: Placing | null;
  /** How many entries are newer than a page that was not the first. */
  readonly newer: number;
  /** Whether the page is of one of the user's live outlets, and none of the others has the story. */
  readonly isOnlyOfOutlets: boolean;
}

/** An entry of the answer by its earliest copy. */
interface TimedEntry {
  readonly outlet: string;
  readonly published: number;
}

/** Where the page of an answer stands in its story: when it reported it, and what has come since. */
export function standingOf({ page, related }: ArticleCoverage): Standing {
  const entries = related.flatMap((entry) => earliest(entry) ?? []);
  const placing = placingOf(page, related.flatMap(withCopies), entries);
  const sinceThen = related.filter(({ delay }) => delay !== null && delay >= MINUTE);
  const all = related.flatMap(withCopies);
  return {
    placing,
    newer: placing?.kind === "later" ? sinceThen.length : 0,
    isOnlyOfOutlets: isLive(page) && !all.some(isLive),
  };
}

function placingOf(
  page: RankedArticle,
  articles: readonly RankedArticle[],
  entries: readonly TimedEntry[],
): Placing | null {
  const of = entries.length + 1;
  const time = page.published;
  if (page.isFirst && time !== null) {
    const [next] = entries.toSorted((a, b) => a.published - b.published);
    if (next === undefined) return null;
    const lead = next.published - time;
    if (lead < MINUTE) return { kind: "together", of, other: next.outlet };
    return { kind: "first", of, next: next.outlet, lead };
  }
  const first = articles.find(({ isFirst }) => isFirst);
  if (first === undefined || first.published === null) return null;
  const outlet = first.outlet.name;
  if (time === null || entries.some(({ published }) => isOrderUnknown(time, published)))
    return { kind: "unplaced", first: outlet };
  const behind = time - first.published;
  if (behind < MINUTE) return { kind: "together", of, other: outlet };
  const before = entries.filter(({ published }) => time - published >= MINUTE);
  return { kind: "later", place: before.length + 1, of, first: outlet, behind };
}

/** Whether one of two times is a date without a time of day, stored as midnight UTC, and the other one is of that day. */
function isOrderUnknown(a: number, b: number): boolean {
  const isSameDay = Math.floor(a / DAY) === Math.floor(b / DAY);
  return isSameDay && (a % DAY === 0 || b % DAY === 0);
}

function withCopies(entry: RelatedArticle): RankedArticle[] {
  return [entry, ...entry.copies];
}

function earliest(entry: RelatedArticle): TimedEntry | null {
  const timed = withCopies(entry).flatMap(({ outlet, published }) =>
    published === null ? [] : { outlet: outlet.name, published },
  );
  return timed.toSorted((a, b) => a.published - b.published)[0] ?? null;
}

function isLive({ dataSets }: RankedArticle): boolean {
  return dataSets.includes(LIVE_DATA_SET_ID);
}
