import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Benchmark, BenchmarkRow } from "./bench/benchmark.ts";
import { type BenchmarkPart, updatedPage } from "./bench/benchmarks-page.ts";
import { bundledBenchmark } from "./bench/bundled/bundled.ts";
import { compareBenchmark } from "./bench/compare/compare.ts";
import { dataSetBenchmark } from "./bench/data-set/data-set.ts";
import { dependencyBenchmark } from "./bench/dependencies.ts";
import { feedConformanceBenchmark } from "./bench/feeds/feed-conformance.ts";
import { feedsBenchmark } from "./bench/feeds/feeds.ts";
import { hostileTextBenchmark } from "./bench/hostile-text.ts";
import { lookUpBenchmark } from "./bench/look-up.ts";
import { pageCostBenchmark } from "./bench/page-cost.ts";
import { pagesBenchmark } from "./bench/pages/pages.ts";
import { paintedBenchmark } from "./bench/painted/painted.ts";
import { scaleBenchmark } from "./bench/scale/scale.ts";
import { sizeBenchmark } from "./bench/size.ts";
import { LabelledSetError } from "./bench/stories/labels/labelled-articles.ts";
import { storiesBenchmark } from "./bench/stories/stories.ts";
import { storyCostBenchmark } from "./bench/story-cost/story-cost.ts";
import { tablesOf } from "./bench/tables.ts";
import { todayBenchmark } from "./bench/today/today.ts";
import { urlBenchmark } from "./bench/urls.ts";
import { usage } from "./bench/usage.ts";

// `npm run bench -- --help` says how it is called.
const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  size: sizeBenchmark,
  urls: urlBenchmark,
  page: pageCostBenchmark,
  pages: pagesBenchmark,
  "hostile-text": hostileTextBenchmark,
  lookup: lookUpBenchmark,
  painted: paintedBenchmark,
  dependencies: dependencyBenchmark,
  scale: scaleBenchmark,
  stories: storiesBenchmark,
  compare: compareBenchmark,
  "story-cost": storyCostBenchmark,
  today: todayBenchmark,
  "data-set": dataSetBenchmark,
  bundled: bundledBenchmark,
  feeds: feedsBenchmark,
  "feed-conformance": feedConformanceBenchmark,
};

const { values, positionals } = argumentsOf({
  options: {
    help: { type: "boolean", short: "h", default: false },
    json: { type: "string" },
    markdown: { type: "string" },
    sizes: { type: "string" },
    stores: { type: "string" },
    quick: { type: "boolean", default: false },
    runs: { type: "string", default: "30" },
    limit: { type: "string", default: "10" },
    tune: { type: "boolean", default: false },
    suite: { type: "string" },
    parts: { type: "string" },
    rows: { type: "string" },
  },
  allowPositionals: true,
});
if (values.help) {
  console.log(usage(BENCHMARKS));
  process.exit();
}
const names = positionals.filter((name) => Object.hasOwn(BENCHMARKS, name));
const files = positionals.filter((name) => !Object.hasOwn(BENCHMARKS, name));
const unknown = names.includes("stories") ? files.filter((file) => !existsSync(file)) : files;
if (unknown.length > 0) {
  console.error(
    `No benchmark or file ${unknown.join(", ")}. Benchmarks are: ${Object.keys(BENCHMARKS).join(", ")}`,
  );
  process.exit(1);
}
const options = {
  sizes: values.sizes?.split(",").map(Number) ?? null,
  stores: values.stores?.split(",") ?? null,
  quick: values.quick,
  limit: Number(values.limit),
  runs: Number(values.runs),
  files,
  tune: values.tune,
  suite: values.suite ?? null,
  parts: values.parts?.split(",") ?? null,
  rows: values.rows ?? null,
};
if (![options.limit, options.runs, ...(options.sizes ?? [])].every((number) => number > 0)) {
  console.error("--sizes takes numbers of articles, such as 1000,10000; --limit takes minutes.");
  process.exit(1);
}
const results: Record<string, readonly BenchmarkRow[]> = {};
const parts: BenchmarkPart[] = [];
const [cpu] = cpus();
const machine = `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const missed: string[] = [];
for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
  const isAsked = names.length > 0 ? names.includes(name) : !benchmark.onlyByName;
  if (!isAsked) continue;
  console.log(`\n${name}: ${benchmark.what}`);
  const result = await benchmark.run(options).catch((error: unknown) => {
    if (!(error instanceof LabelledSetError)) throw error;
    console.error(error.message);
    process.exit(1);
  });
  for (const table of tablesOf(result.rows)) console.table(table);
  for (const line of [...result.notes, ...(result.examples ?? [])]) console.log(line);
  missed.push(...result.missed.map((target) => `${name}: ${target}`));
  results[name] = result.rows;
  const measured = `on ${new Date().toISOString().slice(0, 10)} (${machine})`;
  parts.push({ name, what: benchmark.what, result, measured });
}
if (values.json !== undefined) {
  // Other programs read the rows of labelled stories, and expect a plain list.
  const written = names.join() === "stories" ? results["stories"] : results;
  writeFileSync(values.json, `${JSON.stringify(written, null, 2)}\n`);
}
if (values.markdown !== undefined) {
  const page = existsSync(values.markdown) ? readFileSync(values.markdown, "utf8") : "";
  writeFileSync(values.markdown, updatedPage(page, parts, Object.keys(BENCHMARKS)));
}
if (missed.length > 0) {
  console.error(`\nTargets missed:\n${missed.join("\n")}`);
  process.exitCode = 1;
}

/** The command line's arguments; those that are none end the run, with a word on what there is. */
function argumentsOf<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage(BENCHMARKS)}`);
    process.exit(1);
  }
}
