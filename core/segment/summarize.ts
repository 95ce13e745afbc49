import { pageAddress } from "../record/article-addresses.ts";
import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import { articleKeys, distinctRelated } from "./article-keys.ts";
import type { ArticleSummary, SegmentDocument } from "./format.ts";

/** An article as an answer shows it, out of its record. */
export function summarize(record: RelatedRecord): ArticleSummary {
  return {
    title: record.title,
    excerpt: record.excerpt ?? "",
    url: pageAddress(record),
    published: publishedTime(record),
    type: record.type,
    outlet: { name: record.provider.name, domain: record.provider.domain },
    quality: record.quality ?? null,
    image: record.images?.[0]?.url ?? null,
  };
}

/** ms since 1970, or `null` when the record does not say. */
export function publishedTime(record: RelatedRecord): number | null {
  const time = Date.parse(record.publishedDateTime ?? "");
  return Number.isNaN(time) ? null : time;
}

/** A record with what it names, each article once. */
export function documentOf(record: ArticleRecord): SegmentDocument {
  return {
    article: summarize(record),
    topics: record.topics ?? [],
    related: distinctRelated(record, articleKeys(record)).map(({ article }) => summarize(article)),
  };
}
