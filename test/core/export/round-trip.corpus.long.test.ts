import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { csvHeader, csvRow } from "../../../core/export/write-csv.ts";
import { toJsonLine } from "../../../core/export/write-json-line.ts";
import { writeMarkdown } from "../../../core/export/write-markdown.ts";
import { readMarkdownRecord } from "../../../core/record/read-markdown-record.ts";
import { corpusPath, hasCorpus } from "../../../scripts/bench/corpus.ts";
import { file, readAll } from "../import/reading.ts";
import { accepted } from "./accepted-record.ts";

test("300 real records read back the same from each format", async (context) => {
  context.skip(!hasCorpus, "the real data is not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "second-source-records-"));
  try {
    execFileSync("tar", ["-xJf", corpusPath("records/records.tar.xz"), "-C", folder]);
    const real = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort()
      .filter((_, i) => i % 18 === 0)
      .slice(0, 300)
      .map((name) =>
        accepted(readMarkdownRecord(name, readFileSync(join(folder, name), "utf8")).record),
      )
      .filter((record) => record !== null);
    expect(real.length).toBe(300);
    const formats = [
      real.map((record, i) => file(`${i}.md`, writeMarkdown(record))),
      [file("x.jsonl", ...real.map(toJsonLine))],
      [file("x.csv", csvHeader(), ...real.map(csvRow))],
    ];
    for (const files of formats) {
      const { records, problems } = await readAll(files);
      expect(problems).toEqual([]);
      expect(records).toEqual(real);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
