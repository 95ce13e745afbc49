import { MINUTE } from "../../../core/durations.ts";
import { startLocalWeb } from "../../../test/harness/local-web.ts";
import {
  type Benchmark,
  type BenchmarkResult,
  type BenchmarkRow,
  rounded,
  type ScaleOptions,
} from "../benchmark.ts";
import { Articles } from "./articles.ts";
import { bundleWorker, ISOLATED } from "./bundle-worker.ts";
import { bytesOfEmpty, measure, StoppedError } from "./measure.ts";
import { ORIGIN } from "./page.ts";
import { CONTESTANTS, type ContestantName, missedTargets, OURS, type Outcome } from "./targets.ts";

const SIZES = [1000, 10_000, 100_000, 270_000, 1_000_000];
/** Imports are repeated up to this size. */
const REPEATED_UP_TO = 10_000;
const COLD_STARTS = 7;
const BARE_WORKER = "bare-worker.ts";

/** Imports and look-ups with up to a million articles, beside other ways to store them. */
export const scaleBenchmark: Benchmark = {
  what: "import and look-up of many articles in Chromium, beside other ways to store them",
  onlyByName: true,
  async run(options) {
    const articles = new Articles();
    const { outcomes, emptyBytes } = await runAll(options, articles);
    return {
      rows: outcomes.map(row),
      notes: notes(articles.real, emptyBytes),
      missed: missedTargets(outcomes, emptyBytes),
    } satisfies BenchmarkResult;
  },
};

async function runAll(
  options: ScaleOptions,
  articles: Articles,
): Promise<{ readonly outcomes: Outcome[]; readonly emptyBytes: number }> {
  const sizes = options.sizes ?? (options.quick ? SIZES.slice(0, 1) : SIZES);
  const files = new Map<string, string | Uint8Array>();
  for (const file of new Set([BARE_WORKER, ...CONTESTANTS.flatMap(([, ...workers]) => workers)]))
    files.set(`/${file}`, await bundleWorker(file));
  const web = await startLocalWeb(({ pathname }) => {
    const body = pathname === "/" ? "<!doctype html><title>scale</title>" : files.get(pathname);
    const type = pathname === "/" ? "text/html" : "text/javascript";
    return body === undefined
      ? undefined
      : { headers: { ...ISOLATED, "content-type": type }, body };
  });
  const outcomes: Outcome[] = [];
  const stopped = new Set<ContestantName>();
  const limit = options.limit * MINUTE;
  try {
    const [[, ours]] = CONTESTANTS;
    const emptyBytes = await bytesOfEmpty({ web, importScript: `${ORIGIN}/${ours}`, limit });
    for (const size of sizes) {
      const bytes = articles.parts(size);
      const parts = bytes.map((part, i) => {
        files.set(`/parts/${size}/${i}`, part);
        return `${ORIGIN}/parts/${size}/${i}`;
      });
      const questions = articles.questions(size);
      files.set(`/questions/${size}`, JSON.stringify(questions));
      const sourceBytes = bytes.reduce((sum, part) => sum + part.length, 0);
      for (const [name, importFile, lookUpFile] of CONTESTANTS) {
        const isAsked = options.stores?.some((start) => name.startsWith(start)) ?? true;
        if (!isAsked || stopped.has(name)) continue;
        const result = await measure({
          web,
          importScript: `${ORIGIN}/${importFile}`,
          lookUpScript: `${ORIGIN}/${lookUpFile}`,
          bareScript: name === OURS ? `${ORIGIN}/${BARE_WORKER}` : null,
          size,
          parts,
          questions,
          imports: size <= REPEATED_UP_TO && !options.quick ? 3 : 1,
          coldStarts: options.quick ? 3 : COLD_STARTS,
          limit,
        }).catch((error: unknown) => {
          if (!(error instanceof StoppedError)) throw error;
          stopped.add(name);
          return { stopped: error.message };
        });
        const outcome = { name, size, sourceBytes, result };
        outcomes.push(outcome);
        console.log(JSON.stringify(row(outcome)));
      }
      for (const path of files.keys()) if (path.startsWith("/parts/")) files.delete(path);
    }
    return { outcomes, emptyBytes };
  } finally {
    await web.close();
  }
}

function row({ name, size, sourceBytes, result }: Outcome): BenchmarkRow {
  if ("stopped" in result)
    return { ...EMPTY_ROW, articles: size, store: name, remark: result.stopped };
  const { memory, bareMs } = result;
  const ratio = (ms: number) => rounded(ms / bareMs, 1);
  return {
    articles: size,
    store: name,
    "import, articles/s": Math.round(result.articlesPerSecond),
    "peak memory, MB": memory.page,
    "of all processes, MB": memory.all,
    "disk, bytes/article": Math.round(result.bytes / size),
    "of gzipped JSON": rounded(result.bytes / sourceBytes),
    "wake to answer, ms": rounded(result.coldMs, 1),
    "of it any database, ms": result.bareColdMs === null ? null : rounded(result.bareColdMs, 1),
    "in bare reads": rounded(result.coldRatio, 1),
    "by URL, ms": rounded(result.knownMs, 3),
    "in bare reads ": ratio(result.knownMs),
    "unknown URL, ms": rounded(result.unknownMs, 3),
    "by domain, ms": rounded(result.domainMs, 3),
    "in bare reads  ": ratio(result.domainMs),
    blocks: result.blocks.most === 0 ? null : `${result.blocks.median} (≤ ${result.blocks.most})`,
    remark: null,
  };
}

const EMPTY_ROW: BenchmarkRow = {
  articles: null,
  store: null,
  "import, articles/s": null,
  "peak memory, MB": null,
  "of all processes, MB": null,
  "disk, bytes/article": null,
  "of gzipped JSON": null,
  "wake to answer, ms": null,
  "of it any database, ms": null,
  "in bare reads": null,
  "by URL, ms": null,
  "in bare reads ": null,
  "unknown URL, ms": null,
  "by domain, ms": null,
  "in bare reads  ": null,
  blocks: null,
  remark: null,
};

function notes(real: number, emptyBytes: number): string[] {
  const origin =
    real === 0
      ? "All articles are made up: the real headlines are not on this machine."
      : `The first ${real} articles are real headlines in a seeded order. The others are made up of their words.`;
  return [
    origin,
    "Import: the store's own work on parsed records, without the time to fetch and parse them; median of 3 up to 10,000 articles. Ours includes removing duplicates, compressing, writing the source file and building the index.",
    "Peak memory: private memory of the page's process, in which the worker runs, above the start, parsing included. The next column is for all processes of the browser, since the database is in another one.",
    `Disk: what the profile holds for the origin after the browser was closed. For our store ${Math.round(emptyBytes / 1024)} kB are there without any article: the browser's own files.`,
    "Wake to answer: from the first line of a fresh worker, with the database closed, to the answer for a known URL; median of up to 7. Ours is without the extension's list of data sets. “Of it any database”: a fresh worker that only opens a database and reads one value, measured alternately with ours.",
    "Bare read: one get of a value of 8 kB from IndexedDB in the same worker.",
    "By URL: median over 200 known addresses; ours is the whole answer, outlet included. By domain: ten articles of one of 50 hosts, the latest ones except for FlexSearch, which has no order by time.",
    "MiniSearch holds everything in memory once it is loaded, so its later look-ups read nothing.",
  ];
}
