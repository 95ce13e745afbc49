import type { Benchmark } from "./benchmark.ts";

/** What single benchmarks take besides their name. */
const OPTIONS: readonly (readonly [call: string, what: string])[] = [
  ["stories [FILE… --tune]", "labelled sets to measure on; --json then holds the rows alone"],
  ["feeds [--parts days,years,rounds --quick]", "some parts only, or few feeds"],
  ["feed-conformance [--suite FOLDER]", "with a clone of Universal Feed Parser's tests"],
  ["today [--sizes 2000,10000 --parts grouping,page]", "numbers of articles, some parts only"],
  [
    "data-set [--sizes 1000,10000 --parts file,records,publish,publish-by-two,mirror,mirror-look-ups --rows FILE --quick]",
    "FILE keeps what was measured for further runs",
  ],
  [
    "scale [--sizes 1000,10000 --stores NAME,… --quick --limit MINUTES]",
    "numbers of articles, some stores only, the longest import",
  ],
  [
    "painted [--parts chromium,firefox --runs N --quick]",
    "visits behind each figure, few articles added",
  ],
];

/** What `npm run bench -- --help` prints: how it is called, and which benchmarks there are. */
export function usage(
  benchmarks: Readonly<Record<string, Pick<Benchmark, "what" | "onlyByName">>>,
): string {
  const names = Object.keys(benchmarks);
  const width = Math.max(...names.map((name) => name.length));
  const lines = Object.entries(benchmarks).map(
    ([name, { what, onlyByName = false }]) =>
      `  ${name.padEnd(width)} ${onlyByName ? "*" : " "} ${what}`,
  );
  return [
    "npm run bench [-- NAME… --json FILE --markdown FILE]",
    "Measures the built extension and prints tables; --markdown updates a page such as docs/benchmarks.md.",
    "",
    "Benchmarks; those with * run only when they are named:",
    ...lines,
    "",
    "Some take more:",
    ...OPTIONS.flatMap(([call, what]) => [`  ${call}`, `      ${what}`]),
    "",
  ].join("\n");
}
