import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../../../test/harness/installed-browsers.ts";
import { buildExtension } from "../../start/build-extension.ts";
import { type Benchmark, type BenchmarkRow, rounded } from "../benchmark.ts";
import { corpusPath, hasCorpus } from "../corpus.ts";
import { type BuiltData, readBuiltData } from "./built-data.ts";
import { type FirstAnswer, measureFirstAnswer } from "./first-answer.ts";

const BROWSERS = ["chromium", "firefox"] as const;

/** What one build costs. */
interface BundledCost {
  readonly data: BuiltData;
  readonly seconds: number;
  readonly answer: FirstAnswer;
}

/** The bundled data set: its file, the build, and the first answer after the installation. */
export const bundledBenchmark: Benchmark = {
  what: "the bundled data set as a file of the package: one record, and thousands of real ones",
  onlyByName: true,
  async run() {
    const rows: BenchmarkRow[] = [];
    const missed: string[] = [];
    const folder = hasCorpus ? unpackRecords() : null;
    try {
      for (const browser of BROWSERS) {
        const one = await costOf(browser);
        rows.push(...rowsOf(browser, one));
        if (folder === null) continue;
        const many = await costOf(browser, join(folder, "azure"));
        rows.push(...rowsOf(browser, many));
        missed.push(...missedTargets(one, many).map((target) => `${browser}: ${target}`));
      }
    } finally {
      if (folder !== null) rmSync(folder, { recursive: true });
      // What lies in the build's folder afterwards is the extension as it ships.
      for (const browser of BROWSERS) await buildExtension(browser);
    }
    return { rows: sorted(rows), notes: NOTES, missed };
  },
};

/** The rows of one table one after the other. */
function sorted(rows: readonly BenchmarkRow[]): BenchmarkRow[] {
  return rows.toSorted((a, b) => Number("part" in b) - Number("part" in a));
}

function unpackRecords(): string {
  const folder = mkdtempSync(join(tmpdir(), "bundled-records-"));
  execFileSync("tar", ["-xJf", corpusPath("records/records.tar.xz"), "-C", folder]);
  return folder;
}

async function costOf(browser: BrowserName, path?: string): Promise<BundledCost> {
  const start = performance.now();
  await buildExtension(browser, path);
  const seconds = (performance.now() - start) / 1000;
  const data = await readBuiltData(browser);
  return { data, seconds, answer: await measureFirstAnswer(browser, data.address) };
}

function rowsOf(browser: BrowserName, { data, seconds, answer }: BundledCost): BenchmarkRow[] {
  const { records, parts, fileBytes, packageBytes, jsonBytes, gzipBytes } = data;
  const ofParts = Object.entries({
    ...parts,
    "whole file": fileBytes,
    "as JSON": jsonBytes,
    "as JSON, gzip": gzipBytes,
  }).map(([part, bytes]) => ({ part, records, bytes }));
  const cost = {
    browser,
    records,
    "package, MB": megabytes(packageBytes),
    "build, s": rounded(seconds, 1),
    "start to answer, ms": Math.round(answer.sinceStart),
    "first question, ms": Math.round(answer.sinceQuestion),
    "peak, MB": answer.peakMegabytes,
  };
  // The file is the same in both browsers.
  return browser === "chromium" ? [...ofParts, cost] : [cost];
}

function missedTargets(one: BundledCost, many: BundledCost): string[] {
  const indexed = many.data.fileBytes - many.data.parts.stories;
  const peaks = [one.answer.peakMegabytes, many.answer.peakMegabytes];
  const targets: [target: string, isMet: boolean][] = [
    ["package at most 8 MB larger", many.data.packageBytes - one.data.packageBytes <= 8e6],
    ["file without story index at most 5 MB", indexed <= 5e6],
    ["build under 60 s", many.seconds < 60],
    ["first answer within 3 times", many.answer.sinceStart <= 3 * one.answer.sinceStart],
    ["first question within 3 times", many.answer.sinceQuestion <= 3 * one.answer.sinceQuestion],
    ["peak within 100 MB", (peaks[1] ?? 0) - (peaks[0] ?? 0) <= 100],
  ];
  return targets.filter(([, isMet]) => !isMet).map(([target]) => target);
}

function megabytes(bytes: number): number {
  return rounded(bytes / 1e6, 2);
}

const NOTES = [
  "The records: Markdown files of the real data, 4,958 with 17 duplicates. As JSON: the records alone, as the package carried them before.",
  "Build: reading the files, both indexes, and the extension's code. Start to answer: from the start of a browser with a new profile, into which the extension is installed, to the answer to a question that a page of the extension asks. First question: of that, from the question to the answer.",
  "Peak: largest resident memory of the extension's process until then, with what it shares with other processes; null where the system does not say (only Linux does).",
];
