import { type ArticlesPerDay, countDays } from "../../../core/feeds/live/articles-per-day.ts";
import { withEarlierVersions } from "../../../core/feeds/live/earlier-versions.ts";
import { liveKey } from "../../../core/feeds/live/kept-articles.ts";
import {
  isSameOutlet,
  type OutletIdentity,
  outletOfArticle,
} from "../../../core/outlets/outlet-identity.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { Segment } from "../../../core/segment/segment.ts";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";

/** How new records relate to the articles that are stored. */
export interface Superseding {
  /** Those that are taken in, with their histories: an article stays with the outlet that brought it first. */
  readonly records: readonly ArticleRecord[];
  /** Of each segment, the articles by day whose latest version it had until now. */
  readonly superseded: ReadonlyMap<string, ArticlesPerDay>;
}

/** What it takes to find them. */
export interface SupersededDeps {
  /**
   * Whether an outlet is among the user's: one that was given another name is not, and its articles continue under the new one.
   */
  isPicked(outlet: OutletIdentity): boolean;
  /** When the article of a key was changed by its feed; see `withEarlierVersions`. */
  changedAt(key: string): number | null;
  pause(): Promise<void>;
  /** Called with the name of a segment that turns out unreadable. */
  onUnreadable(name: string): Promise<void>;
}

/**
 * Finds out which records are newer versions of stored articles, and gives them the histories of these. Articles of a segment
 * that turns out unreadable are not found.
 *
 * @param segments the newest first
 */
export async function supersededIn(
  segments: readonly Segment[],
  records: readonly ArticleRecord[],
  { isPicked, changedAt, pause, onUnreadable }: SupersededDeps,
): Promise<Superseding> {
  const versions = Map.groupBy(records, liveKey);
  const keys = new Set(versions.keys());
  const superseded = new Map<string, ArticlesPerDay>();
  for (const segment of segments) {
    const times: number[] = [];
    try {
      for (const key of keys) {
        const own = (await segment.article(key))?.own;
        await pause();
        if (!own) continue;
        keys.delete(key);
        const { outlet, published } = own.article;
        const all = versions.get(key);
        const isOfPicked = (provider: typeof outlet) => isPicked(outletOfArticle(provider));
        const heir = isOfPicked(outlet) ? undefined : all?.find((one) => isOfPicked(one.provider));
        const ofOwner = versionsOf(heir?.provider ?? outlet, all);
        versions.set(
          key,
          ofOwner.map((record) => withEarlierVersions(record, own.article, changedAt(key))),
        );
        if (ofOwner.length > 0) times.push(published ?? 0);
      }
    } catch (error) {
      if (!(error instanceof UnreadableSegmentError)) throw error;
      await onUnreadable(error.dataSet);
    }
    superseded.set(segment.name, countDays(times));
  }
  for (const key of keys) {
    const [first] = versions.get(key) ?? [];
    if (first !== undefined) versions.set(key, versionsOf(first.provider, versions.get(key)));
  }
  return { records: [...versions.values()].flat(), superseded };
}

function versionsOf(owner: ArticleRecord["provider"], records: readonly ArticleRecord[] = []) {
  const outlet = outletOfArticle(owner);
  return records.filter(({ provider }) => isSameOutlet(outletOfArticle(provider), outlet));
}
