import { headlineChanges } from "../compare/version-changes.ts";
import type { Segment } from "../segment/segment.ts";
import { addressKey } from "../url/url-key.ts";

/** Most articles that are read: each takes a block or two. */
const MAX_READ = 24;
/** Most topics that are told. */
const MAX_TOPICS = 12;

/** A topic, and how many of an outlet's latest articles have it. */
export interface OutletTopic {
  readonly topic: string;
  readonly articles: number;
}

/** What the records of an outlet's latest articles say beside what is listed of them. */
export interface OutletLatest {
  /** How many articles were read. */
  readonly read: number;
  /** Those of which the words of the headline have changed since they were published. */
  readonly changed: number;
  /** The most frequent first. */
  readonly topics: readonly OutletTopic[];
}

/**
 * Reads the records of an outlet's latest articles.
 *
 * @throws UnreadableSegmentError
 */
export async function outletLatest(
  segments: readonly Segment[],
  urls: readonly string[],
): Promise<OutletLatest> {
  const counts = new Map<string, number>();
  const latest = urls.slice(0, MAX_READ);
  let changed = 0;
  for (const url of latest) {
    const key = addressKey(url);
    const known = await Promise.all(segments.map((segment) => segment.article(key)));
    const own = known.flatMap((article) => article?.own ?? []);
    for (const topic of new Set(own.flatMap(({ topics }) => topics)))
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
    if (own.some(({ article }) => headlineChanges(article) > 0)) changed++;
  }
  const topics = Array.from(counts, ([topic, articles]) => ({ topic, articles }))
    .sort((a, b) => b.articles - a.articles || (a.topic < b.topic ? -1 : 1))
    .slice(0, MAX_TOPICS);
  return { read: latest.length, changed, topics };
}
