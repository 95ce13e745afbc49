import { murmur3 } from "../hash.ts";
import type { ArticleRecord } from "../record/article-record.ts";
import type { DataSet, DataSetManifest } from "./data-set.ts";
import { DataSetIntake } from "./intake.ts";

/**
 * A data set ready to index out of validated records; of several records of one page the first.
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
