import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { runTool } from "./tools/run-tool.ts";

/** How many checks passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, a line each: where it is and what it says first. */
  readonly failures: readonly string[];
}

/** A named part of the test run. */
export interface Step {
  readonly name: string;
  run(): Promise<Tally & { readonly note?: string }>;
}

/** A step that is one tool: it passes or fails as a whole, and its output is shown on failure. */
export function toolStep(name: string, tool: string, ...args: readonly string[]): Step {
  return {
    name,
    async run() {
      const { ok, output } = await runTool(tool, args);
      if (!ok) console.error(output.trim());
      return {
        ...{ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 },
        failures: ok ? [] : [name],
      };
    },
  };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  /** One for each file; times in ms since 1970. */
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    /** Why the file as a whole failed; empty if it did not. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** Characters of a failure's message in the closing list. */
const FAILURE_LENGTH = 300;

/** Files of a test project that are named for how long they took. */
const SLOWEST = 5;

/** A step that runs one of the test projects; each test counts, and the slowest files are named. */
export function vitestStep(project: string): Step {
  return {
    name: `tests: ${project}`,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), "vitest-"));
      const report = join(folder, "report.json");
      try {
        const { ok, output } = await runTool("vitest", [
          "run",
          "--project",
          project,
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${report}`,
        ]);
        if (!ok) console.error(output.trim());
        const json: VitestReport = JSON.parse(readFileSync(report, "utf8"));
        // A suite that breaks before its tests counts as one failure.
        const failed = json.numFailedTests || (ok ? 0 : Math.max(1, json.numFailedTestSuites));
        const slowest = json.testResults
          .map(({ name, startTime, endTime }) => ({ name, ms: endTime - startTime }))
          .sort((a, b) => b.ms - a.ms)
          .slice(0, SLOWEST)
          .map(({ name, ms }) => `${basename(name, ".test.ts")} ${(ms / 1000).toFixed(0)} s`);
        return {
          ...{ passed: json.numPassedTests, failed, skipped: json.numPendingTests },
          failures: failuresOf(json).map((failure) => `${project} ${failure}`),
          note: `slowest: ${slowest.join(", ")}`,
        };
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function failuresOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = basename(name);
    const failed = assertionResults.filter(({ status }) => status === "failed");
    return [
      ...(message === "" ? [] : [failureLine(file, message)]),
      ...failed.map((test) =>
        failureLine(`${file}: ${test.fullName}`, test.failureMessages?.[0] ?? ""),
      ),
    ];
  });
}

function failureLine(place: string, message: string): string {
  const [first = ""] = stripVTControlCharacters(message).split("\n");
  return `${place}: ${first.slice(0, FAILURE_LENGTH)}`;
}

/** Runs steps one after the other, those of a list at the same time; says how each went, and adds them up. */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<Tally> {
  let total: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const step of steps)
    for (const tally of await Promise.all([step].flat().map(runStep)))
      total = {
        passed: total.passed + tally.passed,
        failed: total.failed + tally.failed,
        skipped: total.skipped + tally.skipped,
        failures: [...total.failures, ...tally.failures],
      };
  return total;
}

async function runStep({ name, run }: Step): Promise<Tally> {
  const start = Date.now();
  const { note, ...tally } = await run().catch((error: unknown) => {
    console.error(error);
    return {
      ...{ passed: 0, failed: 1, skipped: 0, note: undefined },
      failures: [failureLine(name, String(error))],
    };
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  const failed = tally.failed > 0 ? `, ${tally.failed} FAILED` : "";
  console.log(`  ${name}: ${tally.passed} passed${failed}${skipped} (${seconds} s)`);
  if (note !== undefined) console.log(`    ${note}`);
  return tally;
}

/** Prints what failed and the closing line, and gives the exit code. */
export function conclude({ passed, failed, skipped, failures }: Tally): number {
  for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** Where tools keep what they found, which git ignores. */
const CACHE = ".cache";

/** What `npm run check` runs, and `npm test` first. What did not change since the last run is not checked again. */
export const FAST_STEPS: readonly (Step | readonly Step[])[] = [
  toolStep("types for WXT", "wxt", "prepare"),
  [
    toolStep(
      "types",
      "tsc",
      "--noEmit",
      "--incremental",
      "--tsBuildInfoFile",
      `${CACHE}/types.tsbuildinfo`,
    ),
    toolStep("lint and format", "biome", "check", "--error-on-warnings", "."),
    toolStep("unused code", "knip", "--cache", "--cache-location", `${CACHE}/knip`),
    vitestStep("unit"),
  ],
];

/** The builds that the tests of the build and those in the browsers are of. */
export const BUILD_STEPS: readonly (Step | readonly Step[])[] = [
  [
    toolStep("build for Chrome", "wxt", "build"),
    toolStep("build for Firefox", "wxt", "build", "-b", "firefox"),
  ],
];
