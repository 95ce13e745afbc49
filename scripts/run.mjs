// Entry of the npm scripts, in plain JavaScript: it must run before anything is installed, on Node 20 or later.
// It installs the locked dependencies when they are missing or out of date, and runs the given TypeScript file
// with a Node version that can do so.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const [script, ...args] = process.argv.slice(2);

const installed = join(root, "node_modules", ".package-lock.json");
const isCurrent =
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
if (!isCurrent) {
  console.log("Installing dependencies (npm ci)…");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
  });
  if (npm.status !== 0) fail("npm ci failed: see its message above. It needs the npm registry.");
}

// The tools need Node 22.18 or later. For Linux on x64 an optional dependency brings it. npm skips optional
// dependencies silently, so the version is checked.
const bundledNode = join(bin, "node");
const node = existsSync(bundledNode) ? bundledNode : process.execPath;
const version = spawnSync(node, ["--print", "process.versions.node"], { encoding: "utf8" }).stdout;
const [major = 0, minor = 0] = version.trim().split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18))
  fail(`Node ${version.trim()} is too old: install Node 22.18 or later from https://nodejs.org.`);

const run = spawnSync(node, [join(root, "scripts", script), ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
});
process.exit(run.status ?? 1);

function fail(message) {
  console.error(message);
  process.exit(1);
}
