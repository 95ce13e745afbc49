import { basename } from "node:path";
import { dataSetManifest } from "../../core/data-set/data-set.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { readArticles } from "../dataset/read-articles.ts";
import type { BundledData } from "./bundled-records.ts";

/** The problems that are printed; the others are counted. */
const MAX_PROBLEMS = 20;

/**
 * Reads articles of a folder, an archive or a table, to be tried as the bundled data set. What import would leave out is
 * left out, and printed.
 *
 * @throws Error when there is no article; UsageError for a path that does not exist
 */
export async function readGivenData(path: string): Promise<BundledData> {
  const records: ArticleRecord[] = [];
  let problems = 0;
  await readArticles(
    [path],
    {},
    {
      onArticle: ({ record }) => void records.push(record),
      onProblem(line) {
        if (++problems <= MAX_PROBLEMS) console.warn(line);
      },
    },
  );
  if (problems > MAX_PROBLEMS) console.warn(`and ${problems - MAX_PROBLEMS} more`);
  if (records.length === 0) throw new Error(`${path} holds no article that can be used`);
  const manifest = dataSetManifest.parse({
    ...{ id: "given", name: basename(path).slice(0, 100) || "Given" },
    ...{ description: "", licence: "", source: "" },
  });
  return { manifest, records, problems: [] };
}
