import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMarkdownRecord } from "../../../core/record/read-markdown-record.ts";
import { corpusPath, hasCorpus } from "../../../scripts/bench/corpus.ts";

test("every real record of the format is accepted, with repairs of text only", (context) => {
  context.skip(!hasCorpus, "the real data is not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "second-source-records-"));
  try {
    execFileSync("tar", ["-xJf", corpusPath("records/records.tar.xz"), "-C", folder]);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".md"),
    );
    expect(files.length).toBe(5632);
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
    expect(related).toBeGreaterThan(150_000);
    expect(faults).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
