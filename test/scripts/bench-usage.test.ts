import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { usage } from "../../scripts/bench/usage.ts";
import { BROWSER_START } from "../timeouts.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/bench.ts", import.meta.url));
const bench = (...args: string[]) =>
  spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8", timeout: BROWSER_START });

test("the help lists the benchmarks, and marks those that run only by name", () => {
  const lines = usage({
    size: { what: "size of each entry" },
    scale: { what: "many articles", onlyByName: true },
  }).split("\n");
  expect(lines.slice(3, 6)).toEqual([
    "Benchmarks; those with * run only when they are named:",
    "  size    size of each entry",
    "  scale * many articles",
  ]);
});

test("npm run bench -- --help prints it and measures nothing", { timeout: BROWSER_START }, () => {
  const { status, stdout, stderr } = bench("--help");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^npm run bench \[-- NAME…[\s\S]*\n {2}page {15}/);
});

test("an option that it does not know ends it with the same", { timeout: BROWSER_START }, () => {
  const { status, stdout, stderr } = bench("--fast");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^Unknown option '--fast'[\s\S]*\nnpm run bench /);
});
