import { plainText } from "../../core/feeds/read/plain-text.ts";
import { jsonLdNodes } from "../../core/page/json-ld.ts";
import { repairText } from "../../core/text/repair-text.ts";
import { type Benchmark, rounded } from "./benchmark.ts";

const LENGTH = 20_000;
const TIMES_LONGER = 10;
const ROUNDS = 5;
/** Ten times the text may take so many times as long: less than twice what its length explains. */
const RATIO_TARGET = 18;

/** What reads a text, the text that slows a careless reader of it, and how long that may get there. */
const CASES: readonly (readonly [
  what: string,
  text: (length: number) => string,
  read: (text: string) => unknown,
])[] = [
  ["JSON-LD, blanks before a value that does not come", jsonLd(" "), jsonLdNodes],
  ["JSON-LD, backslashes", jsonLd("\\"), jsonLdNodes],
  ["repair, blanks", (length) => " ".repeat(length), (text) => repairText(text, 5000)],
  ["repair, ampersands", (length) => "&".repeat(length), (text) => repairText(text, 5000)],
  [
    "markup, open tags",
    (length) => "<a ".repeat(length / 3),
    (text) => plainText({ text, isMarkup: true }, 1000),
  ],
];

function jsonLd(filler: string): (length: number) => string {
  return (length) => `{"headline":${filler === " " ? "" : '"'}${filler.repeat(length)}`;
}

/** Whether text made to slow a reader costs no more than its length explains: the same run gives both times. */
export const hostileTextBenchmark: Benchmark = {
  what: `hostile text, ${LENGTH} characters and ${TIMES_LONGER} times as many, least of ${ROUNDS}`,
  async run() {
    const measured = CASES.map(([what, text, read]) => {
      const once = leastTime(() => read(text(LENGTH)));
      const longer = leastTime(() => read(text(LENGTH * TIMES_LONGER)));
      return { what, once, longer, ratio: longer / once };
    });
    return {
      rows: measured.map(({ what, once, longer, ratio }) => ({
        what,
        "ms once": rounded(once, 3),
        "ms, ten times as long": rounded(longer, 3),
        ratio: rounded(ratio, 1),
      })),
      notes: ["What is cut to a limit before it is read takes no longer beyond it."],
      missed: measured
        .filter(({ ratio }) => ratio > RATIO_TARGET)
        .map(
          ({ what, ratio }) =>
            `${what}: ${rounded(ratio, 1)} times as long, ${RATIO_TARGET} at most`,
        ),
    };
  },
};

function leastTime(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
