import * as z from "zod/mini";
import { dataSetInfo } from "../data-set/data-set.ts";
import { siteOfPattern } from "../data-set/match-pattern.ts";
import {
  hostName,
  httpAddress,
  MAX_NAME_LENGTH,
  MAX_TITLE_LENGTH,
} from "../record/article-record.ts";
import { FORMAT_VERSION } from "../segment/format.ts";

/** The blocks of an index that look-ups take as they are, as a published file must have them (`core/segment/format.ts`). */

const count = z.int().check(z.nonnegative());
const buckets = z.int().check(z.positive());
const name = z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH));

const quantiles = z.object({
  min: z.number(),
  lowerQuartile: z.number(),
  median: z.number(),
  upperQuartile: z.number(),
  max: z.number(),
});

export const segmentMeta = z.object({
  format: z.literal(FORMAT_VERSION),
  dataSet: dataSetInfo,
  articles: count,
  outlets: count,
  thirds: z.nullable(z.object({ lower: z.number(), middle: z.number() })),
  urlBuckets: buckets,
  domainBuckets: buckets,
});

export const outletBucket = z.array(
  z.tuple([
    hostName,
    z.object({
      site: hostName,
      covers: z.enum(["site", "host"]),
      name,
      articles: count,
      rated: count,
      quality: z.nullable(quantiles),
    }),
  ]),
);

export const latestBucket = z.array(
  z.tuple([
    hostName,
    z.array(
      z.object({
        title: z.string().check(z.minLength(1), z.maxLength(MAX_TITLE_LENGTH)),
        excerpt: z.literal(""),
        url: httpAddress,
        published: z.nullable(z.number()),
        type: z.enum(["article", "video"]),
        outlet: z.object({ name, domain: hostName }),
        quality: z.nullable(z.number()),
        image: z.null(),
      }),
    ),
  ]),
);

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
