import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { PartitionSpill } from "../../../scripts/dataset/publish/partition-spill.ts";
import { record } from "../../fixtures/records.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "second-source-spill-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function at(time: string | undefined, name: string, changes: Partial<ArticleRecord> = {}) {
  const dated = time === undefined ? {} : { publishedDateTime: `2026-11-30T${time}:00Z` };
  return record(`https://a.example/${name}`, { ...dated, ...changes });
}

function spilled(records: readonly ArticleRecord[], maxBuffered?: number) {
  const spill = new PartitionSpill(mkdtempSync(join(folder, "run-")), maxBuffered);
  for (const one of records) spill.add("2026-11-30", one);
  return spill.read("2026-11-30");
}

const ARTICLES = [at("09:00", "c"), at("08:00", "a"), at(undefined, "u"), at("09:00", "b")];

test("records come back in the order of their times, those without one last", () => {
  const times = Array.from(spilled(ARTICLES), ({ publishedDateTime }) => publishedDateTime);
  expect(times).toEqual([
    "2026-11-30T08:00:00Z",
    "2026-11-30T09:00:00Z",
    "2026-11-30T09:00:00Z",
    undefined,
  ]);
});

test("records come back as they were", () => {
  const odd = at("08:00", "a", {
    title: "“Ünïcode” 🗞 \ud800",
    secured: "YQ==;Yg==",
    related: [record("https://b.example/1")],
  });
  expect([...spilled([odd])]).toEqual([odd]);
});

test("the order of the input makes no difference", () => {
  const one = spilled(ARTICLES);
  const other = spilled([...ARTICLES].reverse());
  expect([...other]).toEqual([...one]);
  expect(other.digest()).toBe(one.digest());
});

test("a changed record changes the digest, and so does one more or fewer", () => {
  const digests = [
    ARTICLES,
    [at("09:00", "c", { quality: 1 }), ...ARTICLES.slice(1)],
    ARTICLES.slice(1),
    [...ARTICLES, at("10:00", "d")],
  ].map((records) => spilled(records).digest());
  expect(new Set(digests).size).toBe(4);
});

test("of several records of a page the first of the input counts", () => {
  const first = at("09:00", "a", { title: "First" });
  const again = at("08:00", "a?utm_source=feed", { title: "Again" });
  const partition = spilled([first, again]);
  expect([...partition]).toEqual([first]);
  expect(partition.size).toBe(1);
  expect(partition.duplicates).toBe(1);
});

test("a partition can be read more than once", () => {
  const partition = spilled(ARTICLES);
  expect([...partition]).toEqual([...partition]);
});

test("records that were written to disk on the way come back like all others", () => {
  expect([...spilled(ARTICLES, 1)]).toEqual([...spilled(ARTICLES)]);
});

test("partitions are apart, and leave nothing on disk when they are removed", () => {
  const spill = new PartitionSpill(folder, 1);
  spill.add("2026-11-30", ARTICLES[0]!);
  spill.add("2026-11-29", ARTICLES[1]!);
  expect(spill.names()).toEqual(["2026-11-29", "2026-11-30"]);
  expect([...spill.read("2026-11-29")]).toEqual([ARTICLES[1]]);
  for (const name of spill.names()) spill.remove(name);
  expect(readdirSync(folder)).toEqual([]);
});
