import { rankStory } from "../../core/coverage/rank-story.ts";
import { NO_DETAILS } from "../../core/segment/article-summary.ts";
import { foundAnswer } from "../../test/fixtures/found-stories.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpComparison } from "../../test/harness/made-up-comparison.ts";
import { type LabelledComparison, labelledComparisons } from "../bench/compare/labelled-stories.ts";
import { shootAll, unfold } from "./shoot.ts";

/** A labelled story of the fixtures, and the language of the interface in which it is drawn. */
const STORIES = { "halden-mill": "en", "hochwasser-aller": "de", safina: "ar" } as const;

/** The page that compares headlines: stories in several languages, and one whose articles are being chosen. */
export async function shootCompare(browser: DrivenBrowser): Promise<void> {
  for (const [name, language] of Object.entries(STORIES)) {
    const story = labelledComparisons().find((one) => one.story === name);
    if (story === undefined) throw new Error(`no story ${name}`);
    const page = await madeUpComparison(browser, comparisonAnswer(story), story.body, language);
    await shootAll(page, `compare-${name}`, { height: 1600 });
    await unfold(page);
    await shootAll(page, `compare-${name}-unfolded`, { height: 1600 });
    await page.close();
  }
}

/** The answer for the page of a labelled story, whose other articles it links. */
export function comparisonAnswer({ headlines }: LabelledComparison) {
  const [page, ...related] = headlines.map(({ article }) => ({
    ...NO_DETAILS,
    ...article,
    dataSets: ["made-up"],
    band: null,
    thirds: null,
  }));
  if (page === undefined) throw new Error("a story without a page");
  const named = related.map((article) => ({ article, reason: { kind: "named-by-page" } as const }));
  const count = headlines.length;
  return foundAnswer({
    kind: "article",
    site: page.outlet.domain,
    match: { address: "page", rendition: "page" },
    topics: [],
    ...rankStory(page, named),
    sameTopic: [],
    rejected: [],
    counts: { articles: count, independent: count },
    omitted: 0,
    dataSets: [],
  });
}
