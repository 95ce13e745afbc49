import type { DataSetManifest } from "../../core/data-set/data-set.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import type { Problem } from "../../core/record/problem.ts";

/** A bundled data set that was read from its folder. */
export interface BundledData {
  readonly manifest: DataSetManifest;
  /** Each of a page of its own. */
  readonly records: readonly ArticleRecord[];
  /** Repairs, and records that were left out because an earlier file is of the same page. */
  readonly problems: readonly Problem[];
}
