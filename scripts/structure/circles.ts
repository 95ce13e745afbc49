/** What imports what: of each file or folder those that it imports. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** Files or folders that all import each other, directly or through others of them. */
export interface Circle {
  /** In alphabetical order. */
  readonly members: readonly string[];
  /** A shortest way round: each imports the next one, the last one the first. */
  readonly path: readonly string[];
}

/** The imports between files. */
export function fileGraph(
  files: readonly { readonly path: string; readonly imports: readonly string[] }[],
): ImportGraph {
  return new Map(files.map(({ path, imports }) => [path, new Set(imports)]));
}

/** The imports between the folders that files lie in directly; a folder's inner folders are others. */
export function folderGraph(files: ImportGraph): ImportGraph {
  const folders = new Map<string, Set<string>>();
  for (const [path, imports] of files) {
    const folder = folderOf(path);
    const imported = folders.get(folder) ?? new Set();
    folders.set(folder, imported);
    for (const other of imports) if (folderOf(other) !== folder) imported.add(folderOf(other));
  }
  return folders;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/**
 * The import circles of a graph. Circles that share a member are one, so that their number does not
 * depend on the order in which they are found.
 */
export function findCircles(graph: ImportGraph): Circle[] {
  const reached = new Map(Array.from(graph.keys(), (name) => [name, reachableFrom(graph, name)]));
  const circles: Circle[] = [];
  const seen = new Set<string>();
  for (const name of [...graph.keys()].sort()) {
    if (seen.has(name) || !reached.get(name)?.has(name)) continue;
    const members = [...graph.keys()].filter(
      (other) => reached.get(name)?.has(other) && reached.get(other)?.has(name),
    );
    for (const member of members) seen.add(member);
    const paths = members.map((member) => wayRound(graph, member));
    const shortest = paths.reduce((best, path) => (path.length < best.length ? path : best));
    circles.push({ members: members.sort(), path: shortest });
  }
  return circles;
}

/** All that a file or folder imports, directly and through others; itself only on a circle. */
function reachableFrom(graph: ImportGraph, start: string): ReadonlySet<string> {
  const reached = new Set(graph.get(start));
  for (const name of reached) for (const next of graph.get(name) ?? []) reached.add(next);
  return reached;
}

/** A shortest path from a member of a circle back to itself, found breadth first. */
function wayRound(graph: ImportGraph, start: string): string[] {
  const paths = [[start]];
  const seen = new Set<string>();
  for (const path of paths)
    for (const next of graph.get(path.at(-1) ?? "") ?? []) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  return [start];
}
