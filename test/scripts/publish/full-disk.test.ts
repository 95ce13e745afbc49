import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";

const SCRIPT = fileURLToPath(new URL("../../../scripts/dataset.ts", import.meta.url));
let run: PublishRun;

beforeEach(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
});
afterEach(() => run.dispose());

/** Publishes the manifest in a process that may write one block to a file: the write after it fails, as on a full disk. */
function publishManifestInOneBlock() {
  const command = [process.execPath, SCRIPT, "publish-manifest", run.out, "--key", run.key];
  return spawnSync("sh", ["-c", 'ulimit -f 1; exec "$@"', "sh", ...command], { encoding: "utf8" });
}

test("a disk that is full in the middle of the manifest leaves the manifest before, and exit code 1", async () => {
  const days = ["10", "11", "12", "13", "14"].map((day) =>
    record(`https://a.example/${day}`, { publishedDateTime: `2026-11-${day}T10:00:00Z` }),
  );
  const options = run.options("--partition", "day");
  await run.run("publish", run.input(days), ...options);
  const before = readFileSync(join(run.out, "manifest.json"));
  await run.run("publish", run.input(days), ...options, "--only", "1/1");
  const { status, stderr } = publishManifestInOneBlock();
  expect({ status, stderr }).toEqual({ status: 1, stderr: "EFBIG: file too large, write\n" });
  expect(readFileSync(join(run.out, "manifest.json"))).toEqual(before);
  expect(readdirSync(run.out).sort()).toEqual(["files", "manifest.json", "parts"]);
});
