import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Case, notTried, readCases, type Verdict } from "./cases/case.ts";
import { judgeAddresses } from "./cases/judge-addresses.ts";
import { judgeDataSet } from "./cases/judge-data-set.ts";
import { judgeFeed } from "./cases/judge-feed.ts";
import { judgeOutletList } from "./cases/judge-outlet-list.ts";
import { judgePages, pageOf } from "./cases/judge-pages.ts";
import { runTool } from "./tools/run-tool.ts";

// npm run cases -- DIR… [--json FILE]: runs the product's own code on small inputs after public bug reports. A folder holds
// `cases.json` and its inputs; pages are read in Chromium, by the built page reader.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" } },
});
const missing = positionals.filter((folder) => !existsSync(join(folder, "cases.json")));
if (positionals.length === 0 || missing.length > 0) {
  console.error(
    positionals.length === 0
      ? "Which folders? For example: npm run cases -- ../shared/cases/pages ../shared/cases/feeds"
      : `There is no cases.json in ${missing.join(", ")}`,
  );
  process.exit(1);
}
const cases = positionals.flatMap(readCases);
const pages = cases.filter((given) => isPage(given) && existsSync(pageOf(given).file));
if (pages.length > 0) {
  const { ok, output } = await runTool("wxt", ["build"]);
  if (!ok) {
    console.error(output);
    process.exit(1);
  }
}
const verdicts: Verdict[] = pages.length === 0 ? [] : await judgePages(pages);
for (const one of cases) if (!pages.includes(one)) verdicts.push(await judge(one));
print(verdicts);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(verdicts, null, 1)}\n`);

function isPage({ input }: Case): boolean {
  return typeof input === "string" && /^\S+\.html at https?:/.test(input);
}

async function judge(given: Case): Promise<Verdict> {
  if (isPage(given)) return notTried(given, `there is no ${pageOf(given).file}`);
  if (/^url\b/.test(given.kind)) return judgeAddresses(given);
  if (given.kind === "http")
    return notTried(given, "the answer is only described; see test/platform/feeds/reader");
  try {
    if (given.kind === "dataset") return await judgeDataSet(given);
    if (given.kind === "opml") return await judgeOutletList(given);
    return judgeFeed(given);
  } catch (error) {
    return { id: given.id, kind: given.kind, passes: false, difference: `threw: ${error}` };
  }
}

/** A line a kind, then the cases that fail or were not tried. */
function print(all: readonly Verdict[]): void {
  const count = (of: readonly Verdict[], passes: boolean | null) =>
    of.filter((one) => one.passes === passes).length;
  for (const [kind, of] of Map.groupBy(all, (one) => one.kind))
    console.log(`${kind}: ${count(of, true)} of ${of.length - count(of, null)} passed`);
  for (const { id, difference, passes } of all)
    if (passes !== true) console.log(`  ${id}: ${difference}`);
  console.log(
    `${count(all, true)} passed, ${count(all, false)} failed, ${count(all, null)} not tried`,
  );
  if (count(all, false) > 0) process.exitCode = 1;
}
