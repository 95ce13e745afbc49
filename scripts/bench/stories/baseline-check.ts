import type { BenchmarkRow } from "../benchmark.ts";

/** Baselines from the corpus' README, by which the benchmark checks itself. */
const KNOWN: readonly (readonly [
  set: string,
  lang: string,
  method: string,
  mrr: number,
  p5: number,
  r10: number,
])[] = [
  ["uci", "all", "minisearch", 0.908, 0.839, 0.813],
  ["uci", "all", "minisearch-stop-words", 0.913, 0.848, 0.823],
  ["olympics-9-languages", "eng", "minisearch", 0.889, 0.805, 0.77],
  ["olympics-9-languages", "eng", "tf-idf-time", 0.933, 0.867, 0.852],
  ["olympics-9-languages", "all", "minisearch", 0.796, 0.629, 0.569],
  ["olympics-9-languages", "all", "tf-idf-time", 0.877, 0.751, 0.708],
];
const TOLERANCE = 0.01;

/** Whether the baselines measured here are those of the corpus' README. */
export function baselineCheck(rows: readonly BenchmarkRow[]): {
  notes: string[];
  missed: string[];
} {
  const notes: string[] = [];
  const missed: string[] = [];
  for (const [set, lang, method, ...expected] of KNOWN) {
    const row = rows.find(
      (each) => each["set"] === set && each["lang"] === lang && each["method"] === method,
    );
    const found = ["mrr", "p5", "r10"].map((name) => Number(row?.[name]));
    const isSame = found.every((value, i) => Math.abs(value - (expected[i] ?? 0)) <= TOLERANCE);
    const line = `${set} ${lang} ${method}: ${found.join(", ")}; the corpus says ${expected.join(", ")}`;
    notes.push(`check of the benchmark itself: ${line}${isSame ? "" : " — NOT THE SAME"}`);
    if (!isSame) missed.push(line);
  }
  return { notes, missed };
}
