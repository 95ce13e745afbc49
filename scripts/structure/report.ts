import { type Circle, fileGraph, findCircles, folderGraph, folderOf } from "./circles.ts";
import { ROOMS, type SourceFile } from "./source-files.ts";

/** How the source of the repository is divided, as lines of Markdown: sizes by room, then the import circles. */
export function structureReport(files: readonly SourceFile[]): string[] {
  const graph = fileGraph(files);
  return [
    "| room | files | lines | most files in a folder | longest file | longest function |",
    "|---|--:|--:|---|---|---|",
    ...ROOMS.map((room) =>
      roomRow(
        room,
        files.filter(({ path }) => path.startsWith(`${room}/`)),
      ),
    ),
    "",
    ...circleLines("files", findCircles(graph)),
    ...circleLines("folders", findCircles(folderGraph(graph))),
  ];
}

function roomRow(room: string, files: readonly SourceFile[]): string {
  const folders = Map.groupBy(files, ({ path }) => folderOf(path));
  const [fullest = "", inFullest = 0] =
    largest(
      Array.from(folders, ([folder, inside]) => [folder, inside.length] as const),
      ([, count]) => count,
    ) ?? [];
  const longest = largest(files, ({ lines }) => lines);
  const withLongest = largest(files, ({ longestFunction }) => longestFunction?.lines ?? 0);
  const cells = [
    room,
    files.length,
    files.reduce((sum, { lines }) => sum + lines, 0),
    `${inFullest}, ${fullest}`,
    `${longest?.lines}, ${longest?.path}`,
    `${withLongest?.longestFunction?.lines}, ${withLongest?.path}:${withLongest?.longestFunction?.line}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

function circleLines(kind: string, circles: readonly Circle[]): string[] {
  return [
    `Import circles of ${kind}: ${circles.length}`,
    ...circles.map((circle) => `  ${describeCircle(circle)}`),
  ];
}

/** A circle on one line: a shortest way round, and how many files or folders are part of it in all. */
export function describeCircle({ path, members }: Circle): string {
  return `${[...path, path[0]].join(" → ")} (${members.length} in all)`;
}

function largest<Item>(items: readonly Item[], size: (item: Item) => number): Item | undefined {
  return items.toSorted((a, b) => size(b) - size(a))[0];
}
