import { pageAddress } from "../record/article-addresses.ts";
import { type ArticleMark, allMarks } from "../record/article-marks.ts";
import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import type { EarlierVersion } from "../record/earlier-version.ts";
import { articleKeys, distinctRelated } from "./article-keys.ts";

/**
 * An article as an answer shows it. A field that is added here and to `summarize` reaches the views;
 * it changes the blocks of a segment, so `FORMAT_VERSION` has to be raised with it.
 */
export interface ArticleSummary {
  readonly title: string;
  readonly excerpt: string;
  /** The page's address as the data has it: http or https. */
  readonly url: string;
  /** ms since 1970, or `null` when the data does not say. */
  readonly published: number | null;
  readonly type: "article" | "video";
  /** Primary language subtag that the data states (`en`, `pt`); `null` when it states none. */
  readonly language: string | null;
  /** What else the data says that it is, in the order of `ARTICLE_MARKS`. */
  readonly marks: readonly ArticleMark[];
  readonly outlet: { readonly name: string; readonly domain: string };
  /** Open-ended score of the data set; `null` is "not rated". */
  readonly quality: number | null;
  /** http(s) address of a picture, or `null`. */
  readonly image: string | null;
  /** What it said before it was changed, the earliest first, at most `MAX_EARLIER_VERSIONS`. */
  readonly history: readonly EarlierVersion[];
}

/** The other fields of an article of which only the address, the title and the outlet are known. */
export const NO_DETAILS = {
  excerpt: "",
  published: null,
  type: "article",
  language: null,
  marks: [],
  quality: null,
  image: null,
  history: [],
} satisfies Partial<ArticleSummary>;

/** Makes the summary of an article out of its record. */
export function summarize(record: RelatedRecord): ArticleSummary {
  return {
    title: record.title,
    excerpt: record.excerpt ?? "",
    url: pageAddress(record),
    published: statedTime(record),
    type: record.type,
    language: primaryLanguage(record.language),
    marks: allMarks(record.marks ?? []),
    outlet: { name: record.provider.name, domain: record.provider.domain },
    quality: record.quality ?? null,
    image: record.images?.[0]?.url ?? null,
    history: (record.history ?? []).map(({ title, excerpt = "", replacedDateTime }) => ({
      title,
      excerpt,
      replaced: Date.parse(replacedDateTime),
    })),
  };
}

/** `en` of a tag such as `en-GB`, `EN` or `en_US`; `null` when a text is no language tag. */
function primaryLanguage(tag = ""): string | null {
  return /^[a-z]{2,3}(?![a-z])/.exec(tag.trim().toLowerCase())?.[0] ?? null;
}

/** When a record says that its article was published, ms since 1970; `null` when it does not say. */
export function statedTime(record: RelatedRecord): number | null {
  const time = Date.parse(record.publishedDateTime ?? "");
  return Number.isNaN(time) ? null : time;
}

/** A record: its article, and what it names as related in the record's order. */
export interface SegmentDocument {
  readonly article: ArticleSummary;
  readonly topics: readonly string[];
  readonly related: readonly ArticleSummary[];
}

/** The summary of a record, and of the articles that it names as related, each once. */
export function documentOf(record: ArticleRecord): SegmentDocument {
  return {
    article: summarize(record),
    topics: record.topics ?? [],
    related: distinctRelated(record, articleKeys(record)).map(({ article }) => summarize(article)),
  };
}
