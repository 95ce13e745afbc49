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

/** What records are to the articles that are there. */
export interface Superseding {
  /** Those that are taken in: an article stays with the outlet that brought it first. */
  readonly records: readonly ArticleRecord[];
  /**
   * The articles on which they are a newer word, by segment and day: those of which a segment had the
   * latest word so far.
   */
  readonly superseded: ReadonlyMap<string, ArticlesPerDay>;
}

/**
 * Tells which records are a newer word on articles. Of a segment that turns out unreadable it is none.
 *
 * @param segments the newest first
 * @param isPicked whether an outlet is among the user's: one that was given another name is not, and its
 *   articles continue under the new one
 * @param onUnreadable told of its name
 */
export async function supersededIn(
  segments: readonly Segment[],
  records: readonly ArticleRecord[],
  isPicked: (outlet: OutletIdentity) => boolean,
  pause: () => Promise<void>,
  onUnreadable: (name: string) => Promise<void>,
): Promise<Superseding> {
  const words = Map.groupBy(records, liveKey);
  const keys = new Set(words.keys());
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
        const all = words.get(key);
        const isOfPicked = (provider: typeof outlet) => isPicked(outletOfArticle(provider));
        const heir = isOfPicked(outlet) ? undefined : all?.find((one) => isOfPicked(one.provider));
        const ofOwner = wordsOf(heir?.provider ?? outlet, all);
        words.set(key, ofOwner);
        if (ofOwner.length > 0) times.push(published ?? 0);
      }
    } catch (error) {
      if (!(error instanceof UnreadableSegmentError)) throw error;
      await onUnreadable(error.dataSet);
    }
    superseded.set(segment.name, countDays(times));
  }
  for (const key of keys) {
    const [first] = words.get(key) ?? [];
    if (first !== undefined) words.set(key, wordsOf(first.provider, words.get(key)));
  }
  return { records: [...words.values()].flat(), superseded };
}

function wordsOf(owner: ArticleRecord["provider"], records: readonly ArticleRecord[] = []) {
  const outlet = outletOfArticle(owner);
  return records.filter(({ provider }) => isSameOutlet(outletOfArticle(provider), outlet));
}
