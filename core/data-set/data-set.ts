import * as z from "zod/mini";
import { articleRecord } from "../record/article-record.ts";

/** Name of the bundled data set's file in the built extension. */
export const BUNDLED_DATA_FILE = "bundled-data.json";

/** What the publisher of a data set says about it: `data/manifest.json`. */
export const dataSetManifest = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  description: z.string().check(z.maxLength(1000)),
  licence: z.string().check(z.minLength(1), z.maxLength(1000)),
  source: z.string().check(z.maxLength(1000)),
});

/** What a reader is told about a data set that is indexed. */
export const dataSetInfo = z.object({
  ...dataSetManifest.shape,
  /** Hash of the content: another value means another index. */
  version: z.string(),
  /** Earliest and latest publication time among the records, in ms since 1970; `null` when none has one. */
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  /** Articles that have a record of their own. */
  records: z.number(),
});

/** A data set ready to index, as the build ships it. */
export const dataSet = z.object({
  info: dataSetInfo,
  /** Registrable domain of each host that the records name. */
  sites: z.array(z.tuple([z.string(), z.string()])),
  /** Match patterns of the pages on which the content script may run. */
  patterns: z.array(z.string()),
  records: z.array(articleRecord),
});

export type DataSetManifest = z.infer<typeof dataSetManifest>;
export type DataSetInfo = z.infer<typeof dataSetInfo>;
export type DataSet = z.infer<typeof dataSet>;
