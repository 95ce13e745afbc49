import { describe, expect, test } from "vitest";
import {
  isOwn,
  type Partitioning,
  partitionOf,
  partitionOfPath,
  primarySubtag,
} from "../../../scripts/dataset/publish/partitioning.ts";
import { record } from "../../fixtures/records.ts";

const inEnglish = () => "en";

describe("the partition of an article", () => {
  const night = record("https://a.example/1", { publishedDateTime: "2026-12-01T00:30:00+02:00" });

  test.each<[Partitioning, string]>([
    ["day", "2026-11-30"],
    ["month", "2026-11"],
    ["language", "en"],
    ["none", "all"],
  ])("by %s is %s", (partitioning, partition) => {
    expect(partitionOf(partitioning, night, "a.jsonl", inEnglish)).toBe(partition);
  });

  test.each<[Partitioning]>([["day"], ["month"]])("by %s is its own without a time", (by) => {
    expect(partitionOf(by, record("https://a.example/1"), "a.jsonl", inEnglish)).toBe("undated");
  });

  test("is the one that the folder of its file says", () => {
    const file = "set/day=2026-11-28/part-0.parquet";
    expect(partitionOf("day", night, file, inEnglish)).toBe("2026-11-28");
    expect(partitionOf("language", night, "set/language=fr/0.parquet", inEnglish)).toBe("fr");
  });
});

describe("the partition that a path names", () => {
  test.each<[Partitioning, string, string | null]>([
    ["day", "set/day=2026-11-30/0.parquet", "2026-11-30"],
    ["day", "set/date=2026-11-30/0.parquet", "2026-11-30"],
    ["day", "set/language=en/day=2026-11-30/0.parquet", "2026-11-30"],
    ["day", "set/year=2026/month=3/day=7/0.parquet", "2026-03-07"],
    ["day", "set/dt=2026-11-30 00%3A00%3A00/0.parquet", "2026-11-30"],
    ["day", "set/day=2026-13-45/0.parquet", null],
    ["day", "set/day=2026-02-30/0.parquet", null],
    ["day", "set/year=2026/month=13/day=1/0.parquet", null],
    ["month", "set/month=2026-13/0.parquet", null],
    ["month", "set/day=2026-13-45/0.parquet", null],
    ["day", "set/month=2026-11/0.parquet", null],
    ["day", "set/year=2026/month=11/0.parquet", null],
    ["day", "set/day=7/0.parquet", null],
    ["day", "set/2026-11-30/0.parquet", null],
    ["day", "day=2026-11-30", null],
    ["month", "set/month=2026-11/0.parquet", "2026-11"],
    ["month", "set/year=2026/month=11/0.parquet", "2026-11"],
    ["month", "set/year=2026/month=3/day=7/0.parquet", "2026-03"],
    ["month", "set/day=2026-11-30/0.parquet", "2026-11"],
    ["month", "set/month=11/0.parquet", null],
    ["language", "set/language=en/0.parquet", "en"],
    ["language", "set/lang=pt-BR/0.parquet", "pt"],
    ["language", "set/language=__HIVE_DEFAULT_PARTITION__/0.parquet", "und"],
    ["language", "set/language=..%2F..%2Fx/0.parquet", "und"],
    ["language", "set/day=2026-11-30/0.parquet", null],
    ["none", "set/day=2026-11-30/0.parquet", "all"],
  ])("by %s: %s → %s", (partitioning, path, partition) => {
    expect(partitionOfPath(partitioning, path)).toBe(partition);
  });

  test("is that of the outermost folder", () => {
    const path = "set/day=2026-11-30/a.zip/day=2020-01-01/0.jsonl";
    expect(partitionOfPath("day", path)).toBe("2026-11-30");
  });
});

describe("the primary subtag", () => {
  test.each([
    ["en", "en"],
    ["pt_BR", "pt"],
    [" ZH-Hans ", "zh"],
    ["eng", "en"],
    ["und", null],
    ["gsw-CH", "gsw"],
    ["", null],
    ["English", null],
    ["e", null],
    ["../en", null],
  ])("of %j is %j", (tag, subtag) => {
    expect(primarySubtag(tag)).toBe(subtag);
  });
});

test("each partition is written by one of the processes", () => {
  const days = Array.from({ length: 30 }, (_, i) => `2026-11-${String(i + 1).padStart(2, "0")}`);
  const shares = [1, 2, 3].map((part) => days.filter((day) => isOwn({ part, of: 3 }, day)));
  expect(shares.flat().sort()).toEqual(days);
  expect(shares.every((share) => share.length > 0)).toBe(true);
  expect(days.every((day) => isOwn({ part: 1, of: 1 }, day))).toBe(true);
});
