import { type Correction, Corrections } from "../../../core/corrections/corrections.ts";
import type { ArticleCoverage, Coverage, RelatedArticle } from "../../../core/coverage/coverage.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { PageFacts } from "../../../core/page/page-facts.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { record } from "../../fixtures/records.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { ARTICLES, COUNTRIES, minutesAfter } from "../story/words/headlines.ts";

/** A page that no record names, about the bridge. */
export const UNLISTED = "https://unlisted.example/bridge";
/** What tells the bridge's story, the surest first. */
export const BRIDGE = [
  "https://outlet1.example/1",
  "https://outlet0.example/0",
  "https://outlet5.example/5",
];

/** The headlines, each by an outlet of its own. */
export const HEADLINES: readonly ArticleRecord[] = ARTICLES.map(({ title, published }, i) =>
  record(`https://outlet${i}.example/${i}`, {
    title,
    publishedDateTime: new Date(published ?? 0).toISOString(),
  }),
);
/** The headlines, of which some are changed, by their numbers. */
export const changed = (changes: Readonly<Record<number, Partial<ArticleRecord>>>) =>
  HEADLINES.map((one, i) => ({ ...one, ...changes[i] }));

/** What the unlisted page says. */
export const FACTS: PageFacts = {
  headline: "Cracked harbour bridge in Port Elwyn stays closed for a year",
  description: "The two piers will be rebuilt.",
  published: minutesAfter(65),
  language: "en",
  outlet: "The Unlisted",
  type: "article",
  marks: [],
};
/** On the topic of one headline, a day and a half later. */
export const ON_TOPIC: PageFacts = {
  ...FACTS,
  headline: "Film festival opens",
  description: "",
  published: minutesAfter(2000),
};

/** A query other than the unlisted page's. */
export interface Asked {
  readonly facts?: PageFacts | null;
  readonly address?: string;
  readonly corrections?: readonly (readonly [page: string, article: string])[];
}

/** The answer out of data sets, in the order in which their word counts. */
export function coverageIn(
  segments: readonly SegmentReader[],
  { facts = FACTS, address = UNLISTED, corrections = [] }: Asked = {},
): Promise<Coverage> {
  const said = corrections.map(
    ([page, article]): Correction => ({ page, article, pageTitle: "", articleTitle: "", at: 0 }),
  );
  const readCorrections = async () => new Corrections(said);
  return findCoverage(segments, address, [], {
    facts,
    readCorrections,
    loadCountryNames: async () => COUNTRIES,
  });
}

/** The same where it is a story; throws where it is none. */
export async function storyIn(
  segments: readonly SegmentReader[],
  asked: Asked = {},
): Promise<ArticleCoverage> {
  const coverage = await coverageIn(segments, asked);
  if (coverage.kind !== "article") throw new Error(coverage.kind);
  return coverage;
}

/** The story out of one data set of these records; throws where there is none. */
export const storyOf = async (records: readonly ArticleRecord[], asked: Asked = {}) =>
  storyIn([await openWithStories(records)], asked);

/** Each article's address, and why it is in the answer: the verdict where its text was compared. */
export const reasonsOf = (articles: readonly RelatedArticle[]) =>
  articles.map(({ url, reason }) => [
    url,
    reason.kind === "similar-text" ? reason.verdict : reason.kind,
  ]);

export const urls = (articles: readonly { readonly url: string }[]) =>
  articles.map(({ url }) => url);
