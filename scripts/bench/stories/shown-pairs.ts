import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { openWithStories } from "../../../test/fixtures/story-segments.ts";
import type { LabelledArticle } from "./labels/labelled-articles.ts";
import { shownStory } from "./shown-coverage.ts";

/** What pages of the data show, pair by pair; shares from 0 to 1. */
export interface ShownPairs {
  readonly queries: number;
  /** Share of the shown pairs that are one story; `null` if there are none. */
  readonly precision: number | null;
  /** Share of the pairs of one story, as far as they fit in the list, that are shown. */
  readonly recall: number;
  readonly sure: {
    readonly pairs: number;
    readonly precision: number | null;
    readonly recall: number;
  };
}

/** How many articles of one story the sidebar shows. */
const MAX_SHOWN = 40;
/** From this confidence on, nine in ten are promised to be right. */
export const SURE = 0.8;

/** A labelled set as a data set of the extension. */
export interface LabelledDataSet {
  readonly articles: readonly LabelledArticle[];
  /** One for each article. */
  readonly records: readonly ArticleRecord[];
  readonly segment: SegmentReader;
}

export async function openLabelledSet(
  articles: readonly LabelledArticle[],
): Promise<LabelledDataSet> {
  const records = articles.map(recordOf);
  return { articles, records, segment: await openWithStories(records) };
}

/**
 * Asks for the pages of some articles of a labelled set as a user would, with everything the extension does between
 * finding and showing.
 *
 * @param queries positions of the articles to ask with
 */
export async function shownPairs(
  { articles, records, segment }: LabelledDataSet,
  queries: readonly number[],
): Promise<ShownPairs> {
  const stories = new Map(records.map(({ webUrl }, i) => [webUrl, articles[i]?.story]));
  const sizes = new Map<string, number>();
  for (const { story } of articles) sizes.set(story, (sizes.get(story) ?? 0) + 1);
  const all = { shown: 0, right: 0 };
  const sure = { shown: 0, right: 0 };
  let possible = 0;
  for (const query of queries) {
    const [page, record] = [articles[query], records[query]];
    if (page === undefined || record === undefined) continue;
    possible += Math.min(MAX_SHOWN, (sizes.get(page.story) ?? 1) - 1);
    for (const { article, confidence } of await shownStory(segment, record)) {
      const isRight = Number(stories.get(article.url) === page.story);
      all.shown++;
      all.right += isRight;
      if ((confidence ?? 1) < SURE) continue;
      sure.shown++;
      sure.right += isRight;
    }
  }
  const precision = ({ shown, right }: typeof all) => (shown === 0 ? null : right / shown);
  const recall = ({ right }: typeof all) => right / Math.max(1, possible);
  return {
    queries: queries.length,
    precision: precision(all),
    recall: recall(all),
    sure: { pairs: sure.shown, precision: precision(sure), recall: recall(sure) },
  };
}

/** An article as a record. If its address is not known, it gets one at an outlet of its own. */
function recordOf({ title, excerpt, url, published }: LabelledArticle, i: number): ArticleRecord {
  const address = URL.parse(url);
  const host = address?.hostname.replace(/^www\./, "") || `outlet${i}.example`;
  return {
    title,
    excerpt,
    webUrl: address === null ? `https://${host}/` : url,
    ...(published !== null && { publishedDateTime: new Date(published).toISOString() }),
    type: "article",
    provider: { name: host, domain: host },
  };
}
