import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./benchmark.ts";
import { runSuite } from "./feeds/conformance.ts";

/** Why test feeds are not read as expected, by their names: what is left out on purpose, or in no feed of today. */
const REASONS: readonly (readonly [name: RegExp, reason: string])[] = [
  [/item_(?:xhtml_body|body|fullitem)_/, "an item's text in <body> or <fullitem>, of 2003"],
  [/base64/, "base64, of Atom 0.3"],
  [/\/cdf\//, "Channel Definition Format, of 1997"],
  [/_crazy/, "what is inside <script> is left out"],
  [/entity_in_doctype/, "no entity that a DOCTYPE declares is expanded"],
];

/** Which of a well-known suite's test feeds are read as it expects. */
export const feedConformanceBenchmark: Benchmark = {
  what: "test feeds of Universal Feed Parser that are read as it expects",
  onlyByName: true,
  async run({ suite }) {
    if (suite === null || !existsSync(join(suite, "tests/wellformed")))
      return {
        rows: [],
        notes: [
          "The suite is not part of this repository. Clone github.com/kurtmckee/feedparser and give its folder: --suite FOLDER.",
        ],
        missed: [],
      };
    const outcomes = runSuite(suite);
    const categories = [
      ...Map.groupBy(outcomes, ({ category }) => category),
      ["all", outcomes],
    ] as const;
    const rows = categories.map(([category, of]) => {
      const count = (passes: boolean | null) => of.filter((one) => one.passes === passes).length;
      return { category, pass: count(true), fail: count(false), "not applicable": count(null) };
    });
    const failing = outcomes.filter(({ passes }) => passes === false);
    const reasons = Map.groupBy(failing, ({ file }) => reasonOf(file))
      .entries()
      .toArray();
    return {
      rows,
      notes: [
        "Expectations of an item's title, link, id, summary (as plain text) and times, and of a feed's title and language count; the rest is not applicable.",
        "Not as expected:",
        ...reasons.map(([reason, of]) => `  ${of.length}: ${reason}`),
      ],
      examples: failing.map(({ file, difference }) => `${file}: ${difference}`),
      missed: [],
    };
  },
};

function reasonOf(file: string): string {
  return REASONS.find(([name]) => name.test(file))?.[1] ?? file;
}
