import type { Benchmark } from "../benchmark.ts";
import { measureGrouping } from "./grouping.ts";
import { measureLongTasks } from "./long-tasks.ts";

const SIZES = [2_000, 10_000, 70_000];
const STORIES = 500;
/** Longest task of the page, and longest turn of the background at any size, ms. */
const TARGET = { task: 50, turn: 200 } as const;

/** The page "Today": finding the stories of a week, and a page of 500 of them. */
export const todayBenchmark: Benchmark = {
  what: "today's stories: finding those of a week of live articles, and the page with 500 of them in Chromium",
  onlyByName: true,
  async run({ sizes, parts }) {
    const has = (part: string) => parts?.includes(part) ?? true;
    const rows = [];
    const missed: string[] = [];
    for (const size of has("grouping") ? (sizes ?? SIZES) : []) {
      const row = await measureGrouping(size);
      rows.push(row);
      const turn = Number(row["longest turn, ms"]);
      if (turn > TARGET.turn)
        missed.push(`a turn of ${turn} ms with ${size} articles, target ${TARGET.turn}`);
    }
    if (has("page")) {
      for (const row of await measureLongTasks(STORIES)) {
        rows.push(row);
        const own = Number(row["longest task, own time, ms"]);
        if (own > TARGET.task)
          missed.push(`a task of ${own} ms while ${row["while"]}, target ${TARGET.task}`);
      }
    }
    return { rows, notes: NOTES, missed };
  },
};

const NOTES = [
  "Found at first: the articles of a week are read from a segment in memory and grouped into stories, in turns of 25 ms, by Node. Longest turn: how long another task has to wait at most, garbage collection included. In the next worker: the same with what the first one has kept. 50 more: what a round of polls brings.",
  "Page: the built extension's own with made-up answers, of which all change at last. Own time: what the page's main thread computed, which other programs do not lengthen, as they do the time by the clock.",
];
