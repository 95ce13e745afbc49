import { type ArticlesPerDay, countDays } from "../../../core/feeds/live/articles-per-day.ts";
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
  /** Those that are taken in: an article stays with the outlet that brought it first. */
  readonly records: readonly ArticleRecord[];
  /** Of each segment, the articles by day whose latest version it had until now. */
  readonly superseded: ReadonlyMap<string, ArticlesPerDay>;
}

/**
 * Finds out which records are newer versions of stored articles. Articles of a segment that turns out unreadable are
 * not found.
 *
 * @param segments the newest first
 * @param isPicked whether an outlet is among the user's: one that was given another name is not, and its articles
 *   continue under the new one
 * @param onUnreadable called with its name
 */
export async function supersededIn(
  segments: readonly Segment[],
  records: readonly ArticleRecord[],
  isPicked: (outlet: OutletIdentity) => boolean,
  pause: () => Promise<void>,
  onUnreadable: (name: string) => Promise<void>,
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
        versions.set(key, ofOwner);
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
