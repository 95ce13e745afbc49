import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";
import { sampleOf } from "../../sample.ts";

const SCRIPT = fileURLToPath(new URL("../../../scripts/dataset.ts", import.meta.url));
const DAYS = 20;
let run: PublishRun;

beforeEach(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
});
afterEach(() => run.dispose());

function edition(version: number) {
  return Array.from({ length: DAYS * 5 }, (_, i) =>
    record(`https://a.example/${i}`, {
      title: `Story ${i}, version ${version}`,
      publishedDateTime: `2026-11-${String((i % DAYS) + 1).padStart(2, "0")}T10:00:00Z`,
    }),
  );
}

/** Publishes in a process of its own, and ends it when a number of files are written. */
async function publishAndEnd(input: string, signal: NodeJS.Signals, files: number) {
  const temporary = { ...process.env, TMPDIR: run.folder };
  const options = run.options("--partition", "day");
  const child = spawn(process.execPath, [SCRIPT, "publish", input, ...options], { env: temporary });
  const exit = once(child, "exit");
  const before = run.files().length;
  while (child.exitCode === null && run.files().length < before + files) await wait(5);
  child.kill(signal);
  await exit;
}

test("a run that is ended in the middle leaves what was published, and the next one goes on", async () => {
  await run.run("publish", run.input(edition(1)), ...run.options("--partition", "day"));
  const deaths = sampleOf(
    [1, 8],
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  for (const [i, files] of deaths.entries()) {
    const input = run.input(edition(i + 2));
    await publishAndEnd(input, "SIGKILL", files);
    const { version } = await run.manifest();
    await run.run("publish", input, ...run.options("--partition", "day"));
    expect(await run.manifest()).toMatchObject({ version: version + 1 });
  }
});

test("a run that is ended by Ctrl-C leaves no temporary files", async () => {
  await run.run("publish", run.input(edition(1)), ...run.options("--partition", "day"));
  await publishAndEnd(run.input(edition(2)), "SIGINT", 3);
  expect((await run.manifest()).version).toBe(1);
  const left = readdirSync(run.folder).filter((name) => name.startsWith("second-source-publish-"));
  expect(left).toEqual([]);
  expect(readdirSync(join(run.out, "parts")).filter((name) => name.endsWith(".json"))).toEqual([
    "gone.json",
  ]);
});
