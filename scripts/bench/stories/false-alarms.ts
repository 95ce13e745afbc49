import { confidence, SAME_STORY, SAME_TOPIC } from "../../../core/story/match/confidence.ts";
import type { StoryText } from "../../../core/story/words/article-words.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import type { LabelledArticle } from "./labels/labelled-articles.ts";
import { SecondSource } from "./methods/second-source.ts";
import { samplePlaces } from "./sample.ts";
import { FOLDS, foldOf } from "./story-folds.ts";

/** What is shown on pages whose story is not in the data. */
export interface FalseAlarms {
  readonly queries: number;
  /** Share of the pages that show something as their story. */
  readonly sameStory: number;
  /** The same at confidence 0.8 or more. */
  readonly sure: number;
  /** Share of the pages that show something as their topic and nothing as their story. */
  readonly sameTopic: number;
}

const QUERIES = 1000;

/**
 * Asks with articles whose story was left out of the index, together with every fifth other story. Whatever is shown
 * as their story is wrong, though mostly it is the next step of a long story with a label of its own.
 *
 * @param asPage gives what an article's page says
 */
export async function falseAlarms(
  articles: readonly LabelledArticle[],
  asPage: (article: LabelledArticle) => StoryText = (article) => article,
): Promise<FalseAlarms> {
  const asked = samplePlaces(articles.length, QUERIES).flatMap((place) => articles[place] ?? []);
  const countries = bundledCountryNames();
  const best: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const index = new SecondSource(articles.filter(({ story }) => foldOf(story) !== fold));
    for (const page of asked.filter(({ story }) => foldOf(story) === fold)) {
      const asked = asPage(page);
      const answers = await index.askFor(asked, countries);
      const isDated = asked.published !== null;
      best.push(Math.max(0, ...answers.map(({ evidence }) => confidence(evidence, isDated))));
    }
  }
  const share = (isCounted: (sure: number) => boolean) =>
    best.filter(isCounted).length / Math.max(1, best.length);
  return {
    queries: best.length,
    sameStory: share((sure) => sure >= SAME_STORY),
    sure: share((sure) => sure >= 0.8),
    sameTopic: share((sure) => sure >= SAME_TOPIC && sure < SAME_STORY),
  };
}
