import { confidenceInputs } from "../../../core/story/match/confidence.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import { rounded } from "../benchmark.ts";
import { calibrationCurve, type Judged } from "./decisions.ts";
import type { LabelledSet } from "./labels/labelled-articles.ts";
import { type Example, fitLogistic, predict } from "./logistic-regression.ts";
import { type Answer, SecondSource } from "./methods/second-source.ts";
import { samplePlaces } from "./sample.ts";
import { FOLDS, foldOf } from "./story-folds.ts";

const QUERIES = 1500;
/** How many candidates of a query the fit uses: those a user may see. */
const SEEN = 20;

/** Sets whose times are those of a crawler that visited one story after the other. */
const CRAWLED: ReadonlySet<string> = new Set(["uci", "wikinews"]);

/**
 * How much more a wrong pair counts than a right one. The confidence is too high for a set that the fit has not seen.
 * With this factor, nine in ten pairs at 0.8 are right there too.
 */
const DOUBT = 2;

interface Candidate extends Example {
  readonly set: string;
  readonly fold: number;
  /** Whether the index contained the question's story. */
  readonly isStoryKnown: boolean;
  readonly rank: number;
}

/**
 * Fits the confidence again and measures it on stories it was not fitted to: by cross-validation over stories (a query
 * and its candidates are in the fold of the query's story), and on each set when fitted to the other sets alone.
 * Half of the questions are asked of an index without their story; otherwise the fit would never see a page without
 * coverage. Closeness in time is learnt only from publishers' own times. From a crawler's times, which come story by
 * story, it would learn the labels.
 */
export async function tuneStories(sets: readonly LabelledSet[]): Promise<string[]> {
  const candidates: Candidate[] = [];
  for (const set of sets) candidates.push(...(await candidatesOf(set)));
  const names = ["similarity", "closeness", "support", "best", "contradiction", "constant"];
  const lines: string[] = [];
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitLogistic(candidates.filter((each) => each.fold !== fold));
    return judge(
      weights,
      candidates.filter((each) => each.fold === fold && each.isStoryKnown),
    );
  }).flat();
  for (const { name } of sets)
    lines.push(`${name}, other stories: ${summary(judged.filter(({ set }) => set === name))}`);
  for (const { name } of sets) {
    const others = candidates.filter(({ set }) => set !== name);
    if (others.length === 0) continue;
    const own = candidates.filter((each) => each.set === name && each.isStoryKnown);
    lines.push(`${name}, fitted to other sets: ${summary(judge(fitLogistic(others), own))}`);
  }
  const weights = fitLogistic(candidates);
  lines.push(`all: ${names.map((name, i) => `${name} ${rounded(weights[i] ?? 0, 3)}`).join(", ")}`);
  return lines;
}

async function candidatesOf(set: LabelledSet): Promise<Candidate[]> {
  const articles = CRAWLED.has(set.name)
    ? set.articles.map((article) => ({ ...article, published: null }))
    : set.articles;
  const countries = bundledCountryNames();
  const found: Candidate[] = [];
  const add = (
    story: string,
    isStoryKnown: boolean,
    others: typeof articles,
    answers: Answer[],
  ) => {
    for (const [rank, { place, evidence }] of answers.slice(0, SEEN).entries())
      found.push({
        set: set.name,
        fold: foldOf(story),
        isStoryKnown,
        rank,
        inputs: Object.values(confidenceInputs(evidence)),
        isRight: others[place]?.story === story,
        weight: 1,
      });
  };
  const asked = samplePlaces(articles.length, QUERIES);
  const whole = new SecondSource(articles);
  for (const place of asked)
    add(articles[place]?.story ?? "", true, articles, await whole.ask(place, countries));
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = articles.filter(({ story }) => foldOf(story) !== fold);
    const index = new SecondSource(others);
    for (const page of asked.flatMap((place) => articles[place] ?? []))
      if (foldOf(page.story) === fold)
        add(page.story, false, others, await index.askFor(page, countries));
  }
  // Each set has the same weight.
  return found.map((each) => ({ ...each, weight: (each.isRight ? 1 : DOUBT) / found.length }));
}

function judge(
  weights: readonly number[],
  candidates: readonly Candidate[],
): (Judged & { readonly set: string })[] {
  return candidates.map(({ set, inputs, isRight, rank }) => ({
    set,
    isRight,
    rank,
    confidence: predict(weights, inputs),
  }));
}

function summary(judged: readonly Judged[]): string {
  const share = (least: number) => {
    const sure = judged.filter(({ confidence }) => confidence >= least);
    const right = sure.filter(({ isRight }) => isRight).length;
    const found = judged.filter(({ isRight }) => isRight).length;
    return `${part(right, sure.length)} of ${sure.length} (found ${part(right, found)})`;
  };
  const error = calibrationCurve(judged).reduce(
    (sum, { pairs, confidence, right }) => sum + pairs * Math.abs(confidence - right),
    0,
  );
  return `calibration error ${part(error, judged.length)}; right at 0.5 or more ${share(0.5)}, 0.6 ${share(0.6)}, 0.7 ${share(0.7)}, 0.8 ${share(0.8)}, 0.9 ${share(0.9)}`;
}

function part(count: number, all: number): string {
  return all === 0 ? "none" : String(rounded(count / all, 3));
}
