import { decodeHTML } from "entities";
import { pageTime, publicationTime } from "../../../core/page/page-time.ts";
import { runTool } from "../../tools/run-tool.ts";
import { type Benchmark, type BenchmarkRow, median, rounded } from "../benchmark.ts";
import { hasCorpus, readTable } from "../corpus.ts";
import { type PageRead, readCorpusPages } from "./read-corpus-pages.ts";

/** Target: the share of the manifest's values that must be read correctly. */
const FOUND_TARGET = 0.97;
/** ms of the page's main thread. */
const MEDIAN_TARGET = 5;
const WORST_TARGET = 25;
/** Loads of each page; the middle time counts. */
const ROUNDS = 3;

/** The extension's page reader on real article pages, compared with what a correct reader finds. */
export const pagesBenchmark: Benchmark = {
  what: `reading of real article pages in Chromium, by the built page reader, ${ROUNDS} loads each`,
  async run() {
    if (!hasCorpus)
      return {
        rows: [],
        notes: ["The real data is not on this machine: nothing was measured."],
        missed: [],
      };
    const { ok, output } = await runTool("wxt", ["build"]);
    if (!ok) throw new Error(output);
    const manifest = readTable("pages/manifest.tsv");
    const pages = await readCorpusPages(manifest, ROUNDS);
    const fields = FIELDS.map((field) => compare(field, pages));
    const articles = pages.filter(({ reading }) => reading.statement !== null);
    const times = pages.map(({ ms }) => ms);
    const worst = Math.max(...times);
    const rows: BenchmarkRow[] = [
      ...fields.map(({ row }) => row),
      row("recognised as an article", pages.length, articles.length),
      { measure: "main thread, median page, ms", value: rounded(median(times)) },
      { measure: "main thread, worst page, ms", value: rounded(worst) },
    ];
    const missed = fields
      .filter(({ share }) => share < FOUND_TARGET)
      .map(({ name, share }) => `${name} ${rounded(share, 3)}, target ${FOUND_TARGET}`);
    if (median(times) > MEDIAN_TARGET) missed.push(`median ${median(times)} ms`);
    if (worst > WORST_TARGET) missed.push(`worst ${worst} ms`);
    const slowest = pages.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
    return {
      rows,
      notes: [
        "Addresses are compared as the URL parser writes them, headlines without entities and white space, times by the instant or the day in UTC.",
        "A page that is not recognised as an article counts as a page without headline and time.",
        "Main thread: compiling and running the page reader for the first time in a page, median of the loads.",
      ],
      examples: [
        "Missed, or not recognised as an article:",
        ...fields.flatMap(({ misses }) => misses),
        ...pages
          .filter(({ reading }) => reading.statement === null)
          .map(({ expected }) => `  no article: ${expected["known_url"]}`),
        "Slowest:",
        ...slowest.map(({ ms, expected }) => `  ${rounded(ms)} ms: ${expected["known_url"]}`),
      ],
      missed,
    };
  },
};

interface Field {
  readonly name: string;
  /** Column of the manifest. */
  readonly column: string;
  /** What our reader found, in comparable form. */
  found(page: PageRead): string | null;
  /** What the manifest says, in the same form. */
  readonly expected: (value: string) => string | null;
}

const FIELDS: readonly Field[] = [
  {
    name: "canonical",
    column: "canonical",
    found: ({ reading }) =>
      reading.claims.find(({ source }) => source === "canonical")?.url ?? null,
    expected: (value) => URL.parse(value)?.href ?? value,
  },
  {
    name: "headline",
    column: "headline",
    found: ({ reading }) => reading.statement && plain(reading.statement.headline),
    expected: plain,
  },
  {
    name: "publication time",
    column: "published",
    found: ({ reading }) =>
      reading.statement && instant(publicationTime(reading.statement.published, Date.now())),
    expected: (value) => instant(pageTime(value)),
  },
];

function compare({ name, column, found, expected }: Field, pages: readonly PageRead[]) {
  const present = pages.filter((page) => page.expected[column]);
  const misses = present.flatMap((page) => {
    const value = expected(page.expected[column] ?? "");
    const other = found(page);
    const isSame =
      value === other || (column === "published" && value?.slice(0, 10) === other?.slice(0, 10));
    const reason = page.reading.statement === null ? "told to be no article" : `read ${other}`;
    return isSame ? [] : [`  ${name}: ${page.expected["known_url"]}: ${value}, ${reason}`];
  });
  const same = present.length - misses.length;
  return { name, share: same / present.length, misses, row: row(name, present.length, same) };
}

function row(measure: string, present: number, value: number): BenchmarkRow {
  return { measure, present, value, share: rounded(value / present, 3) };
}

/** A text as a user sees it, without escapes and line breaks. */
function plain(text: string): string {
  return decodeHTML(text).replace(/\s+/g, " ").trim();
}

function instant(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
