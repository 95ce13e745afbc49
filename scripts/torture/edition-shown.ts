import type { OptionsPage } from "../../test/harness/options-page.ts";
import { articleAddress, articleTitle } from "./editions.ts";

/** How many articles are asked for, spread over the data set. */
const PROBES = 12;

/** The edition that all articles asked for belong to, or a description of what was found instead. */
export async function editionShown(options: OptionsPage, articles: number): Promise<string> {
  const found = new Set<string>();
  for (let probe = 0; probe < PROBES; probe++) {
    const i = Math.floor((probe * articles) / PROBES);
    const coverage = await options.coverageOf(articleAddress(i));
    const title = coverage.kind === "article" ? coverage.page.title : coverage.kind;
    const edition = (["first", "second"] as const).find((one) => articleTitle(one, i) === title);
    found.add(edition ?? title);
  }
  return [...found].join(" and ");
}
