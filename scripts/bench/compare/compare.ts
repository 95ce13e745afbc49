import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import { type Benchmark, type BenchmarkRow, rounded } from "../benchmark.ts";
import { type LabelledComparison, labelledComparisons } from "./labelled-stories.ts";
import { judgeComparisons, MARKS, precisionAndRecall } from "./measure-comparison.ts";

/** Least share of the shown marks that has to be right, of all kinds together. */
const LEAST_PRECISION = 0.9;

/** How many of the marks of a comparison are right, and how many are missed, on labelled stories of our own. */
export const compareBenchmark: Benchmark = {
  what: "comparing the headlines of a story: marks that are right, by kind, on labelled stories of our own",
  async run() {
    const all = labelledComparisons();
    const heldOut = all.filter(({ isHeldOut }) => isHeldOut);
    const sets: readonly (readonly [name: string, stories: readonly LabelledComparison[]])[] = [
      ["tuned on", all.filter(({ isHeldOut }) => !isHeldOut)],
      ["held out", heldOut],
      ...[...Map.groupBy(all, ({ language }) => language)].map(
        ([language, own]) => [`page in ${language}`, own] as const,
      ),
    ];
    const rows = sets.flatMap(([name, stories]) => rowsOf(name, stories));
    const { precision } = rowsOf("held out", heldOut).at(-1) ?? {};
    return {
      rows,
      notes: [
        "What counts as right is in test/fixtures/comparisons/README.md. Words are counted one by one, figures by pair of rows of a table, mentions one by one.",
      ],
      missed:
        Number(precision) < LEAST_PRECISION
          ? [`of the marks on held-out stories ${precision} are right, not ${LEAST_PRECISION}`]
          : [],
    };
  },
};

function rowsOf(set: string, stories: readonly LabelledComparison[]): BenchmarkRow[] {
  const judged = judgeComparisons(stories, bundledCountryNames());
  const kinds = MARKS.map((kind) => [kind, judged[kind]] as const);
  const together = {
    right: kinds.flatMap(([, { right }]) => right),
    wrong: kinds.flatMap(([, { wrong }]) => wrong),
    missed: kinds.flatMap(([, { missed }]) => missed),
  };
  return [...kinds, ["all", together] as const].map(([marks, own]) => {
    const { precision, recall } = precisionAndRecall(own);
    return {
      stories: `${set} (${stories.length})`,
      marks,
      shown: own.right.length + own.wrong.length,
      right: own.right.length,
      missed: own.missed.length,
      precision: precision === null ? null : rounded(precision, 3),
      recall: recall === null ? null : rounded(recall, 3),
    };
  });
}
