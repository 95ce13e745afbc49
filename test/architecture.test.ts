import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fileGraph, findCircles, folderGraph, folderOf } from "../scripts/structure/circles.ts";
import { describeCircle } from "../scripts/structure/report.ts";
import { readSourceFiles } from "../scripts/structure/source-files.ts";
import { ROOT } from "../scripts/tools/run-tool.ts";

/**
 * The folders of core/, each after those that it may import: the way of the data from a record to an
 * answer. A folder that is not in this list fails the test, so its place is chosen, not found.
 */
const CORE_ORDER = [
  "core",
  // What everything is made of: texts, addresses, records, data sets of records.
  "core/text",
  "core/time",
  "core/import/text",
  "core/url",
  "core/record",
  "core/data-set",
  "core/corrections",
  // What a page says, and what the feeds of outlets say.
  "core/page",
  "core/outlets",
  "core/settings",
  "core/feeds/text",
  "core/feeds/read",
  "core/feeds/poll",
  // Records out of files, and back into files.
  "core/import/tables",
  "core/import/run",
  "core/import/objects",
  "core/import/archives",
  "core/import/parquet",
  "core/import/formats",
  "core/import",
  "core/export",
  // Which articles tell one story.
  "core/story/words",
  "core/story/match",
  "core/story/copies",
  "core/story/reasons",
  "core/story",
  // What articles of one story say differently.
  "core/compare",
  // Where records are found again: by address, by text.
  "core/segment",
  "core/feeds/live",
  "core/story-index",
  "core/data-set-file",
  // What publishers offer, and what of it a user mirrors.
  "core/published",
  // The answer for a page, and how the parts of the extension talk about it.
  "core/coverage",
  // An answer as a citation, and as a file for other programs.
  "core/citations",
  "core/export/story",
  // The stories of the user's outlets, and articles by words.
  "core/search",
  "core/today",
  // What the user keeps of stories.
  "core/saved",
  "core/readings",
  // Everything that the user has said, as one file; what the parts of the extension send each other.
  "core/backup",
  "core/protocol",
  "core/offer",
];

const MAX_FILES_IN_FOLDER = 25;

const files = readSourceFiles();
const graph = fileGraph(files);

describe("the folders of the source", () => {
  test("are found", () => {
    expect(files.length).toBeGreaterThan(500);
    expect(graph.get("core/record/article-addresses.ts")).toContain(
      "core/record/article-record.ts",
    );
  });

  test("hold at most 25 files", () => {
    const folders = Map.groupBy(files, ({ path }) => folderOf(path));
    const full = [...folders].filter(([, inside]) => inside.length > MAX_FILES_IN_FOLDER);
    expect(full.map(([folder, inside]) => `${folder}: ${inside.length} files`)).toEqual([]);
  });

  test("import each other in no circle", () => {
    expect(findCircles(folderGraph(graph)).map(describeCircle)).toEqual([]);
  });

  test("in core/ stand in an order in which each imports only those before it", () => {
    const folders = folderGraph(graph);
    const inCore = [...folders.keys()].filter((folder) => /^core(\/|$)/.test(folder));
    expect(inCore.toSorted()).toEqual(CORE_ORDER.toSorted());
    const against = inCore.flatMap((folder) =>
      [...(folders.get(folder) ?? [])]
        .filter((imported) => CORE_ORDER.indexOf(imported) > CORE_ORDER.indexOf(folder))
        .map((imported) => `${folder} → ${imported}`),
    );
    expect(against).toEqual([]);
  });

  test("of platform/ import what docs/architecture.md says", () => {
    const documented = Array.from(
      readFileSync(`${ROOT}docs/architecture.md`, "utf8").matchAll(
        /^\| `(platform\/[\w-]+)\/` \|.*\| ([^|]*) \|$/gm,
      ),
      ([, folder, imports = ""]) => `${folder}: ${imports.match(/[\w-]+(?=\/`)/g)?.join(", ")}`,
    );
    const inPlatform = files.filter(({ path }) => /^platform\/.*\//.test(path));
    const imports = Map.groupBy(inPlatform, ({ path }) => path.split("/", 2).join("/"));
    const found = Array.from(imports, ([folder, inside]) => {
      const rooms = inside.flatMap(({ imports }) => imports.map(importedRoom));
      const others = new Set(
        rooms.filter((room) => room !== null && folder !== `platform/${room}`),
      );
      return `${folder}: ${[...others].sort().join(", ")}`;
    });
    expect(found.toSorted()).toEqual(documented.toSorted());
  });
});

/** `feeds` of `platform/feeds/poll/poller.ts`; `core` of a file there; `null` of a file directly in platform/. */
function importedRoom(path: string): string | null {
  const [top = "", folder = "", file] = path.split("/");
  if (top !== "platform") return top;
  return file === undefined ? null : folder;
}

test("files import each other in no circle, their types included", () => {
  expect(findCircles(graph).map(describeCircle)).toEqual([]);
});
