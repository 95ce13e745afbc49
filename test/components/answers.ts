import type {
  ArticleCoverage,
  Coverage,
  KnownSummary,
  OutletCoverage,
  RelatedArticle,
  TextMatch,
} from "../../core/coverage/coverage.ts";
import { qualityBand } from "../../core/coverage/quality-band.ts";
import { rankStory } from "../../core/coverage/rank-story.ts";
import type { DataSetInfo } from "../../core/data-set/data-set.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import { NO_DETAILS } from "../../core/segment/article-summary.ts";
import { parseSettings, type Settings } from "../../core/settings/settings.ts";

export const DATA_SET: DataSetInfo = {
  id: "made-up",
  name: "Made up",
  description: "Made up for these tests.",
  licence: "none needed",
  source: "",
  version: "00c0ffee",
  from: Date.UTC(2022, 3, 14),
  to: Date.UTC(2022, 3, 16),
  records: 1,
};

/** When the page of these stories was published. */
export const PUBLISHED = Date.UTC(2022, 3, 15, 12, 0);

/** Where the thirds of the data set end. */
export const THIRDS = { lower: 50, middle: 70 };

/** An article of an outlet, with all that an answer may lack. */
export function article(outlet: string, fields: Partial<KnownSummary> = {}): KnownSummary {
  const domain = `${outlet.toLowerCase().replaceAll(" ", "-")}.example`;
  return {
    ...NO_DETAILS,
    title: `${outlet}’s story`,
    url: `https://www.${domain}/story`,
    outlet: { name: outlet, domain },
    dataSets: [DATA_SET.id],
    band: qualityBand(fields.quality ?? null, THIRDS),
    thirds: THIRDS,
    ...fields,
  };
}

/** A story as the background ranks it: the page, and what its record names as related. */
export function story(
  page: KnownSummary,
  related: readonly KnownSummary[],
  fields: Partial<ArticleCoverage> = {},
): ArticleCoverage {
  const named = related.map((other) => ({
    article: other,
    reason: { kind: "named-by-page" } as const,
  }));
  return {
    kind: "article",
    site: page.outlet.domain,
    match: { address: "page", rendition: "page" },
    topics: [],
    ...rankStory(page, named),
    sameTopic: [],
    rejected: [],
    counts: { articles: 1 + named.length, independent: 1 + named.length },
    omitted: 0,
    dataSets: [DATA_SET],
    ...fields,
  };
}

/** An article that was found by its text. */
export function found(
  outlet: string,
  confidence: number,
  { verdict = "same-story", ...fields }: Partial<RelatedArticle & Pick<TextMatch, "verdict">> = {},
): RelatedArticle {
  return {
    ...article(outlet),
    rank: null,
    isFirst: false,
    outletQuality: null,
    reason: { kind: "similar-text", verdict, confidence, shared: [] },
    copies: [],
    delay: null,
    ...fields,
  };
}

/** The story of a page that no data set has. */
export function foundStory(
  related: readonly RelatedArticle[],
  fields: Partial<ArticleCoverage> = {},
): ArticleCoverage {
  const copies = related.reduce((sum, { copies }) => sum + copies.length, 0);
  const counts = { articles: 1 + related.length + copies, independent: 1 + related.length };
  const page = article("The Gazette", { title: "The page" });
  return story(page, [], { match: null, related, counts, ...fields });
}

export const OUTLET: OutletCoverage = {
  kind: "outlet",
  sameTopic: [],
  rejected: [],
  site: "gazette.example",
  name: "The Gazette",
  ratings: [
    {
      dataSet: DATA_SET,
      articles: 12,
      rated: 3,
      quality: { min: 40, lowerQuartile: 51.25, median: 65, upperQuartile: 80, max: 120 },
      thirds: THIRDS,
    },
  ],
  latest: [
    article("The Gazette", { title: "Latest", published: PUBLISHED, quality: 120 }),
    article("The Gazette", { title: "Undated", url: "https://gazette.example/undated" }),
  ],
};

export function answer(
  coverage: Coverage,
  settings: Partial<Settings> = {},
  notice: TabCoverage["notice"] = null,
  facts: TabCoverage["facts"] = null,
): Result<TabCoverage> {
  const address = "https://www.the-gazette.example/open";
  const value = {
    address,
    coverage,
    facts,
    settings: { ...parseSettings({}), ...settings },
    notice,
    live: null,
  };
  return { ok: true, value };
}
