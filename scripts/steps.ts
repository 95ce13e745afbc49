import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { runTool } from "./tools/run-tool.ts";

/** How many checks passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
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
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
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
  }[];
}

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
          note: `slowest: ${slowest.join(", ")}`,
        };
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

/** Runs steps one after the other, those of a list at the same time; says how each went, and adds them up. */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<Tally> {
  let total: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps)
    for (const tally of await Promise.all([step].flat().map(runStep)))
      total = {
        passed: total.passed + tally.passed,
        failed: total.failed + tally.failed,
        skipped: total.skipped + tally.skipped,
      };
  return total;
}

async function runStep({ name, run }: Step): Promise<Tally> {
  const start = Date.now();
  const { note, ...tally } = await run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0, note: undefined };
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  const failed = tally.failed > 0 ? `, ${tally.failed} FAILED` : "";
  console.log(`  ${name}: ${tally.passed} passed${failed}${skipped} (${seconds} s)`);
  if (note !== undefined) console.log(`    ${note}`);
  return tally;
}

/** Prints the closing line and gives the exit code. */
export function conclude({ passed, failed, skipped }: Tally): number {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** What `npm run check` runs, and `npm test` first: within a minute. */
export const FAST_STEPS: readonly (Step | readonly Step[])[] = [
  toolStep("types for WXT", "wxt", "prepare"),
  [
    toolStep("types", "tsc", "--noEmit"),
    toolStep("lint and format", "biome", "check", "--error-on-warnings", "."),
    toolStep("unused code", "knip"),
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
