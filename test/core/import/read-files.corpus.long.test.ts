import { execFileSync } from "node:child_process";
import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFiles } from "../../../core/import/read-files.ts";
import { corpusPath, hasCorpus } from "../../../scripts/bench/corpus.ts";

/** Counts only: the whole is more than a test should hold. */
async function countIn(path: string) {
  const count = { records: 0, rejected: 0, backslashes: 0, dropped: 0 };
  for await (const event of readFiles([{ path: "x", blob: await openAsBlob(path) }])) {
    if (event.kind !== "batch") continue;
    count.records += event.records.length;
    count.rejected += event.rejected;
    for (const { message, severity } of event.problems) {
      if (message === "stray backslash") count.backslashes++;
      if (severity === "dropped") count.dropped++;
    }
  }
  return count;
}

test("all records of the real archive are read", async (context) => {
  context.skip(!hasCorpus, "the real data is not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "second-source-records-"));
  try {
    execFileSync("tar", ["-xJf", corpusPath("records/records.tar.xz"), "-C", folder]);
    const archive = join(folder, "records.tar.gz");
    execFileSync("tar", ["-czf", archive, "-C", folder, "azure", "powerapps"]);
    expect(await countIn(archive)).toMatchObject({ records: 5632, rejected: 0, dropped: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the table of stories is read as it is", async (context) => {
  context.skip(!hasCorpus, "the real data is not on this machine");
  expect(await countIn(corpusPath("stories/uci.tsv.gz"))).toMatchObject({
    records: 5177,
    rejected: 0,
    dropped: 0,
    backslashes: 297,
  });
});

test("the table of headlines is read as it is", async (context) => {
  context.skip(!hasCorpus, "the real data is not on this machine");
  const count = await countIn(corpusPath("headlines/us-homepages-270k.tsv.gz"));
  expect(count).toMatchObject({ records: 270_433, rejected: 0, dropped: 0 });
});
