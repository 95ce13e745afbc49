import * as z from "zod/mini";
import type { ArticleRecord } from "../record/article-record.ts";
import { MAX_DATA_SET_NAME } from "./data-set-name.ts";

/** Name of the bundled data set's file in the built extension. */
export const BUNDLED_DATA_FILE = "bundled.dataset";

/** What the publisher of a data set says about it, in a file `manifest.json`. */
export const dataSetManifest = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(MAX_DATA_SET_NAME)),
  description: z.string().check(z.maxLength(1000)),
  /** Empty when the publisher does not say. */
  licence: z.string().check(z.maxLength(1000)),
  source: z.string().check(z.maxLength(1000)),
});

/**
 * Where the sidebar may show up for a data set: on the sites that the data set names now (`sites`), also on
 * those that a later import adds (`all`), or on none, so that only a click on the toolbar button gives an
 * answer (`toolbar`).
 */
export const siteAccess = z.enum(["sites", "all", "toolbar"]);
export type SiteAccess = z.infer<typeof siteAccess>;

/** What the views show about an indexed data set. */
export const dataSetInfo = z.object({
  ...dataSetManifest.shape,
  /** Hash of the content. Another value means that the index has to be built again. */
  version: z.string(),
  /** Earliest and latest publication time among the records, in ms since 1970; `null` when none has one. */
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  /** Articles that have a record of their own. */
  records: z.number(),
});

/** What was found in the files of a data set. All times are in ms since 1970. */
export interface DataSetSummary {
  /** Distinct articles with a record of their own. */
  readonly records: number;
  /** Records whose article has an earlier record in the same data set. */
  readonly duplicates: number;
  /** Distinct outlets of the articles, by their main domains, including those only named as related. */
  readonly outlets: number;
  readonly from: number | null;
  readonly to: number | null;
  /** Lowest and highest quality of the rated records; `null` when none is rated. */
  readonly quality: { readonly min: number; readonly max: number; readonly rated: number } | null;
  /** Hash of the content: the same records in the same order give the same value. */
  readonly version: string;
  /** The number of all addresses, including repeated ones: an upper bound for the entries of the index. */
  readonly keys: number;
}

/** Tells which outlet each host belongs to, and on which pages the content script may run. */
export const outletDirectory = z.object({
  info: dataSetInfo,
  /** Each host that the records name, with the main domain of its outlet. */
  sites: z.array(z.tuple([z.string(), z.string()])),
  /** The main domain and the name of each outlet that has an article. */
  outlets: z.array(z.tuple([z.string(), z.string()])),
  /** Match patterns of the pages on which the content script may run. */
  patterns: z.array(z.string()),
});

export type DataSetManifest = z.infer<typeof dataSetManifest>;
export type DataSetInfo = z.infer<typeof dataSetInfo>;
export type OutletDirectory = z.infer<typeof outletDirectory>;

/** A data set in memory, ready to index. */
export interface DataSet extends OutletDirectory {
  readonly records: readonly ArticleRecord[];
}
