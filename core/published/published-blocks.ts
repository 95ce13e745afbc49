import * as z from "zod/mini";
import { dataSetInfo } from "../data-set/data-set.ts";
import { siteOfPattern } from "../data-set/match-pattern.ts";
import { ARTICLE_MARKS } from "../record/article-marks.ts";
import {
  hostName,
  httpAddress,
  MAX_NAME_LENGTH,
  MAX_TITLE_LENGTH,
} from "../record/article-record.ts";
import type { ArticleSummary } from "../segment/article-summary.ts";
import { FORMAT_VERSION } from "../segment/format.ts";

/** The blocks of an index that look-ups take as they are, as a published file must have them (`core/segment/format.ts`). */

const count = z.int().check(z.nonnegative());
const buckets = z.int().check(z.positive());
const name = z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH));

const quantiles = z.strictObject({
  min: z.number(),
  lowerQuartile: z.number(),
  median: z.number(),
  upperQuartile: z.number(),
  max: z.number(),
});

export const segmentMeta = z.strictObject({
  format: z.literal(FORMAT_VERSION),
  dataSet: dataSetInfo,
  articles: count,
  outlets: count,
  thirds: z.nullable(z.strictObject({ lower: z.number(), middle: z.number() })),
  urlBuckets: buckets,
  domainBuckets: buckets,
});

export const outletBucket = z.array(
  z.tuple([
    hostName,
    z.strictObject({
      site: hostName,
      covers: z.enum(["site", "host"]),
      name,
      articles: count,
      rated: count,
      quality: z.nullable(quantiles),
    }),
  ]),
);

/** Its type names every field of a summary: one that is forgotten here would reach views unchecked. */
const latestArticle: z.ZodMiniType<ArticleSummary> = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(MAX_TITLE_LENGTH)),
  excerpt: z.literal(""),
  url: httpAddress,
  published: z.nullable(z.number()),
  type: z.enum(["article", "video"]),
  language: z.nullable(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  marks: z.array(z.enum(ARTICLE_MARKS)).check(z.maxLength(ARTICLE_MARKS.length)),
  outlet: z.strictObject({ name, domain: hostName }),
  quality: z.nullable(z.number()),
  image: z.null(),
  history: z.array(z.never()).check(z.maxLength(0)),
});

export const latestBucket = z.array(z.tuple([hostName, z.array(latestArticle)]));

/** A pattern that is none would keep the content script from being registered; one of all sites is not a data set's. */
export const patterns = z.array(
  z.string().check(
    z.refine((pattern) => {
      const site = siteOfPattern(pattern);
      const isPattern = pattern === `*://*.${site}/*` || pattern === `*://${site}/*`;
      return isPattern && hostName.safeParse(site).success;
    }, "the match pattern of a site"),
  ),
);
