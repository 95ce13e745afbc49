import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMarkdownRecord } from "../../../core/record/read-markdown.ts";
import { corpusPath, hasCorpus } from "../../../scripts/bench/corpus.ts";
import { sampleOf } from "../../sample.ts";

/** Of a sample every twentieth file is read. */
const EVERY = sampleOf(20, 1);

test("every real record of the format is accepted, with repairs of text only", (context) => {
  context.skip(!hasCorpus, "the real data is not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "second-source-records-"));
  try {
    execFileSync("tar", ["-xJf", corpusPath("records/records.tar.xz"), "-C", folder]);
    const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".md"),
    );
    expect(all.length).toBe(5632);
    const files = all.filter((_, i) => i % EVERY === 0);
    let related = 0;
    const faults: string[] = [];
    for (const file of files) {
      const { record, problems } = readMarkdownRecord(
        file,
        readFileSync(join(folder, file), "utf8"),
      );
      related += record?.related?.length ?? 0;
      for (const { severity, field } of problems)
        if (severity !== "repaired") faults.push(`${file}: ${field} ${severity}`);
      if (record === null) faults.push(`${file}: rejected`);
    }
    expect(related).toBeGreaterThan(150_000 / EVERY / 2);
    expect(faults).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
