import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark, BenchmarkResult } from "../benchmark.ts";
import { type Outcome, runSuite } from "./conformance.ts";
import { readOddFeeds } from "./odd/read-odd-feeds.ts";

/** Why some test feeds are not read as expected, by their names: features left out on purpose, or no longer in use. */
const REASONS: readonly (readonly [name: RegExp, reason: string])[] = [
  [/item_(?:xhtml_body|body|fullitem)_/, "an item's text in <body> or <fullitem>, of 2003"],
  [/base64/, "base64, of Atom 0.3"],
  [/\/cdf\//, "Channel Definition Format, of 1997"],
  [/_crazy/, "what is inside <script> is left out"],
  [/entity_in_doctype/, "no entity that a DOCTYPE declares is expanded"],
];

/** Which hand-written odd feeds, and which test feeds of a well-known suite, are read as expected. */
export const feedConformanceBenchmark: Benchmark = {
  what: "hand-written odd feeds, and the test feeds of Universal Feed Parser: which are read as expected",
  onlyByName: true,
  async run({ suite }) {
    const odd = oddFeeds();
    const known = suiteFeeds(suite);
    return {
      rows: [...odd.rows, ...known.rows],
      notes: [...odd.notes, ...known.notes],
      examples: known.examples ?? [],
      missed: odd.missed,
    };
  },
};

/** The odd feeds of this repository: all must pass. */
function oddFeeds(): BenchmarkResult {
  const outcomes = readOddFeeds();
  const failing = outcomes.filter(({ difference }) => difference !== null);
  return {
    rows: outcomes.map(({ group, what, readAs, difference }) => ({
      kind: group,
      "odd feed": what,
      "read as": readAs,
      passes: difference === null ? "yes" : "no",
    })),
    notes: [
      `Odd feeds: ${outcomes.length - failing.length} of ${outcomes.length} are read as expected: the articles by title, address and time, or the reason why it is no feed. All are in scripts/bench/feeds/odd/.`,
    ],
    missed: failing.map(({ what, difference }) => `odd feed, ${what}: ${difference}`),
  };
}

function suiteFeeds(suite: string | null): BenchmarkResult {
  if (suite === null || !existsSync(join(suite, "tests/wellformed")))
    return {
      rows: [],
      notes: [
        `${suite === null ? "The suite is not part of this repository" : `There is no suite at ${suite}`}. Clone github.com/kurtmckee/feedparser and give its folder: --suite FOLDER.`,
      ],
      missed: [],
    };
  const outcomes = runSuite(suite);
  const categories = [
    ...Map.groupBy(outcomes, ({ category }) => category),
    ["all", outcomes],
  ] as const;
  const count = (of: readonly Outcome[], passes: boolean | null) =>
    of.filter((one) => one.passes === passes).length;
  const failing = outcomes.filter(({ passes }) => passes === false);
  const byReason = [...Map.groupBy(failing, ({ file }) => reasonOf(file))];
  const [passing, read] = [count(outcomes, true), count(outcomes, true) + failing.length];
  return {
    rows: categories.map(([category, of]) => ({
      category,
      pass: count(of, true),
      fail: count(of, false),
      "not applicable": count(of, null),
    })),
    notes: [
      `Suite: ${passing} of ${read} feeds are read as expected. An item's title, link, id, summary (as plain text) and times count, and a feed's title and language. A test feed that expects none of these is not applicable.`,
      ...(failing.length === 0
        ? []
        : ["Not read as expected, by reason (the terminal lists each one and what differs):"]),
      ...byReason.map(([reason, of]) => `  ${of.length}: ${reason}`),
    ],
    examples: failing.map(({ file, difference }) => `${file}: ${difference}`),
    missed: [],
  };
}

function reasonOf(file: string): string {
  return REASONS.find(([name]) => name.test(file))?.[1] ?? "single cases without a common reason";
}
