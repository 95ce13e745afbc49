import { murmur3 } from "../hash.ts";
import type { ArticleRecord } from "../record/article-record.ts";
import type { DataSet, DataSetManifest } from "./data-set.ts";
import { DataSetIntake } from "./intake.ts";

/**
 * Makes a data set that is ready to be indexed out of validated records. Of several records of the same page
 * the first one counts.
 *
 * @param siteOf registrable domain of a host (`registrableDomain`)
 */
export function prepareDataSet(
  manifest: DataSetManifest,
  records: readonly ArticleRecord[],
  siteOf: (hostname: string) => string,
): DataSet {
  const intake = new DataSetIntake(siteOf);
  const added = records.filter((record) => intake.add(record) === "added");
  const { version, from, to } = intake.summary();
  const content = murmur3(JSON.stringify(manifest), Number.parseInt(version, 16));
  return {
    info: {
      ...manifest,
      version: content.toString(16).padStart(8, "0"),
      from,
      to,
      records: added.length,
    },
    sites: intake.sites(),
    outlets: intake.outlets(),
    patterns: intake.patterns(),
    records: added,
  };
}
