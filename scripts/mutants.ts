import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import {
  describeMutant,
  linesToChange,
  type Mutant,
  mutationScore,
  testsOf,
} from "./mutants/score.ts";
import { ROOT } from "./tools/run-tool.ts";

// npm run mutants -- PATH… [--tests GLOB]… [--every N] [--concurrency N]: changes the code of files or folders in one place at a
// time and counts the changes that a test notices (docs/decisions/mutation-testing.md).
const LEAST_SCORE = 85;
/** ms that a test may take beyond what it took without a change. Generous: on a busy machine slow is not hung. */
const TIMEOUT = 10_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: "string", multiple: true },
    every: { type: "string", default: "1" },
    concurrency: { type: "string", default: "1" },
  },
});
const paths = positionals.map((path) => path.replace(/\/$/, ""));
const unknown = paths.filter((path) => !existsSync(join(ROOT, path)));
if (paths.length === 0 || unknown.length > 0) {
  console.error(
    paths.length === 0
      ? "Which files or folders? For example: npm run mutants -- core/url"
      : `There is no ${unknown.join(", no ")}`,
  );
  process.exit(1);
}
const isFolder = (path: string) => statSync(join(ROOT, path)).isDirectory();
process.chdir(ROOT);
process.env["MUTANT_TESTS"] = JSON.stringify(
  values.tests ?? paths.map((path) => testsOf(path, isFolder(path))),
);
const files = paths.flatMap((path) => (isFolder(path) ? globSync(`${path}/**/*.ts`).sort() : path));
const results = await run(files.flatMap((file) => linesToChange(file, Number(values.every))));
const score = mutationScore(results.map(({ status }) => status));
for (const mutant of results.filter(
  ({ status }) => status === "Survived" || status === "NoCoverage",
))
  console.log(describeMutant(mutant));
console.log(
  score === null
    ? "Nothing to change there."
    : `${score.found} of ${score.all} changes noticed: ${score.percent.toFixed(1)} % (at least ${LEAST_SCORE} %)`,
);
if (score === null || score.percent < LEAST_SCORE) process.exitCode = 1;

function run(mutate: string[]): Promise<Mutant[]> {
  return new Stryker({
    mutate,
    concurrency: Number(values.concurrency),
    coverageAnalysis: "perTest",
    plugins: ["@stryker-mutator/vitest-runner"],
    testRunner: "vitest",
    vitest: { configFile: "scripts/mutants/vitest.config.ts" },
    // Stryker rewrites a tsconfig with TypeScript's own API, which TypeScript 7 no longer has. Nothing here needs that.
    tsconfigFile: "none",
    tempDirName: ".stryker-tmp",
    cleanTempDir: "always",
    ignorePatterns: [".output", "artifacts"],
    timeoutMS: TIMEOUT,
    reporters: ["dots"],
    logLevel: "error",
  } as ConstructorParameters<typeof Stryker>[0]).runMutationTest();
}
