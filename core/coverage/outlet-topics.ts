import type { Segment } from "../segment/segment.ts";
import { urlKey } from "../url/url-key.ts";

/** Most articles of which the topics are read: each takes a block or two. */
const MAX_READ = 24;
/** Most topics that are told. */
const MAX_TOPICS = 12;

/** A topic, and how many of an outlet's latest articles have it. */
export interface OutletTopic {
  readonly topic: string;
  readonly articles: number;
}

/**
 * The most frequent topics of some articles.
 *
 * @param urls of an outlet's latest articles
 * @throws UnreadableSegmentError
 */
export async function outletTopics(
  segments: readonly Segment[],
  urls: readonly string[],
): Promise<OutletTopic[]> {
  const counts = new Map<string, number>();
  for (const url of urls.slice(0, MAX_READ)) {
    const key = urlKey(url) ?? url;
    const known = await Promise.all(segments.map((segment) => segment.article(key)));
    const topics = new Set(known.flatMap((article) => article?.own?.topics ?? []));
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return Array.from(counts, ([topic, articles]) => ({ topic, articles }))
    .sort((a, b) => b.articles - a.articles || (a.topic < b.topic ? -1 : 1))
    .slice(0, MAX_TOPICS);
}
