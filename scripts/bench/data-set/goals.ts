import type { BenchmarkRow } from "../benchmark.ts";
import type { KeptRows } from "./kept-rows.ts";

/** The goals that the measured rows miss, in words. */
export function missedGoals(rows: KeptRows): string[] {
  return [
    ...ofFiles(rows.of("file")),
    ...ofLookUps(rows.of("lookUp")),
    ...besideOthers(rows.of("beside")),
    ...ofPublishing(rows.of("publish")),
    ...ofMirrors(rows.of("mirror")),
    ...ofMirrorLookUps(rows.of("mirrorLookUps")),
  ];
}

const RECORDS_MB = 5;
const BUILT_A_SECOND = 1000;

function ofFiles(rows: readonly BenchmarkRow[]): string[] {
  return rows.flatMap((row) => {
    const { articles } = row;
    const indexed = num(row, "file MB") - num(row, "stories MB");
    return [
      ...unless(
        typeof articles === "number" || indexed <= RECORDS_MB,
        `${articles}: ${indexed.toFixed(1)} MB without the story index, goal ${RECORDS_MB}`,
      ),
      ...unless(
        Number(articles) <= 1000 || num(row, "built/s") >= BUILT_A_SECOND,
        `${articles}: ${row["built/s"]} articles a second built, goal ${BUILT_A_SECOND}`,
      ),
    ];
  });
}

const MAX_READS = 5;

/** No size may be much dearer than the smallest. */
function ofLookUps(rows: readonly BenchmarkRow[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  return rows.flatMap((row) => {
    const size = row["looked up in"];
    const atMost = (column: string, most: number) =>
      unless(
        num(row, column) <= most,
        `${size}: ${column} ${row[column]}, goal ${Number(most.toFixed(2))}`,
      );
    return [
      ...atMost("known, reads", MAX_READS),
      ...atMost("unknown, reads", MAX_READS),
      ...atMost("open and answer ms", 3 * num(first, "open and answer ms")),
      ...atMost("peak MB", num(first, "peak MB") + 100),
      ...atMost("known ms", 2 * num(first, "known ms")),
    ];
  });
}

function besideOthers(rows: readonly BenchmarkRow[]): string[] {
  return [...Map.groupBy(rows, ({ kept }) => kept)].flatMap(([size, ways]) => {
    const value = (as: string, column: string) =>
      num(ways.find((row) => row["as"] === as) ?? {}, column);
    const than = (own: string, other: string, column: string, factor: number) => {
      const [ours, theirs] = [value(own, column), value(other, column)];
      return unless(
        ours <= factor * theirs,
        `${size}, ${column.trim()}: ${own} ${ours}, ${other} ${theirs}, goal at most ${factor} times that`,
      );
    };
    const plain = "data set file without story index";
    return [
      ...than(plain, "SQLite", "MB", 1),
      ...than(plain, "Parquet, first look-up", "MB", 2),
      ...than("data set file", "SQLite and FTS5 of titles", "MB", 1),
      ...than("data set file", "JSON", "first answer ms", 1),
      ...than("data set file", "JSON", "peak MB ", 1),
      ...than("data set file", "Parquet, first look-up", "first answer ms", 1),
      ...than("data set file", "Parquet, next look-up", "next ms", 1),
    ];
  });
}

const SIDE_BY_SIDE = 1.5;

function ofPublishing(rows: readonly BenchmarkRow[]): string[] {
  return [...Map.groupBy(rows, ({ published }) => published)].flatMap(([size, runs]) => {
    const [one, two] = [1, 2].map((count) => runs.find(({ processes }) => processes === count));
    if (one === undefined || two === undefined) return [];
    const factor = num(one, "publish s") / num(two, "publish s");
    return unless(
      factor >= SIDE_BY_SIDE,
      `${size} published ${factor.toFixed(2)} times as fast by two processes, goal ${SIDE_BY_SIDE}`,
    );
  });
}

/** A new day of thirty, and as much again for the manifest. */
const NEW_DAY_SHARE = 1 / 20;
const NOTHING_MB = 0.001;

function ofMirrors(rows: readonly BenchmarkRow[]): string[] {
  return [...Map.groupBy(rows, ({ mirrored }) => mirrored)].flatMap(([size, updates]) => {
    const fetched = (what: string) =>
      num(updates.find((row) => row["what is new"] === what) ?? {}, "fetched MB");
    const most = NEW_DAY_SHARE * fetched("all");
    return [
      ...unless(
        fetched("a new day") <= most,
        `${size} mirrored: a new day takes ${fetched("a new day")} MB, goal ${most.toFixed(2)}`,
      ),
      ...unless(
        fetched("nothing") <= NOTHING_MB,
        `${size} mirrored: ${fetched("nothing")} MB where nothing is new, goal ${NOTHING_MB}`,
      ),
    ];
  });
}

/** With an index, the number of files makes no difference worth naming. */
function ofMirrorLookUps(rows: readonly BenchmarkRow[]): string[] {
  const indexed = rows.filter(({ index }) => index === "yes");
  const [one] = indexed;
  return indexed.flatMap((row) =>
    ["its reads ", "reads", "reads ", "reads  "].flatMap((column) =>
      unless(
        num(row, column) <= 2 * num(one ?? {}, column),
        `a mirror of ${row["files"]} files: ${row[column]} reads, goal ${2 * num(one ?? {}, column)}`,
      ),
    ),
  );
}

/** A cell without a number misses every goal. */
function num(row: BenchmarkRow, column: string): number {
  const value = row[column];
  return typeof value === "number" ? value : Number.NaN;
}

function unless(isMet: boolean, goal: string): string[] {
  return isMet ? [] : [goal];
}
