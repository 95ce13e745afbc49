import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Window } from "happy-dom";
import { readOutlines } from "../../core/outlets/opml.ts";
import { siteOf } from "../../core/url/site-of.ts";
import { readOpmlFile } from "../../platform/pages/opml-file.ts";
import { type Case, shown, type Verdict, verdictOf } from "./case.ts";

/** An OPML file: name, feed and site of each outlet, or why it is none. The XML parser stands in for the browser's. */
export async function judgeOutletList(given: Case): Promise<Verdict> {
  Object.assign(globalThis, { DOMParser: new Window().DOMParser });
  const bytes = readFileSync(join(given.folder, String(given.input)));
  const file = await readOpmlFile(new File([bytes], "feeds.opml"));
  const found =
    "fault" in file
      ? file.fault
      : readOutlines(file.outlines, new Set(), siteOf).outlets.map(({ name, feed, domains }) => [
          name,
          feed,
          domains[0] ?? null,
        ]);
  const isRight = JSON.stringify(found) === JSON.stringify(given.expected);
  return verdictOf(given, isRight ? [] : [`${shown(given.expected)}, found ${shown(found)}`]);
}
