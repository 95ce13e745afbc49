import { describe, expect, test } from "vitest";
import { fileGraph, findCircles, folderGraph } from "../../../scripts/structure/circles.ts";

describe("circles of imports", () => {
  test("are none where every import leads down", () => {
    const graph = graphOf({ a: ["b", "c"], b: ["c"], c: [] });
    expect(findCircles(graph)).toEqual([]);
  });

  test("are reported with their members and a shortest path around", () => {
    const graph = graphOf({ a: ["b"], b: ["c", "d"], c: ["d"], d: ["a"], e: ["a"] });
    expect(findCircles(graph)).toEqual([{ members: ["a", "b", "c", "d"], path: ["a", "b", "d"] }]);
  });

  test("that share no member are several", () => {
    const graph = graphOf({ a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] });
    expect(findCircles(graph).map(({ members }) => members)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("of folders exist where those of files do not", () => {
    const graph = graphOf({ "x/a": ["y/b"], "y/b": [], "y/c": ["x/d"], "x/d": [] });
    expect(findCircles(graph)).toEqual([]);
    expect(findCircles(folderGraph(graph))).toEqual([{ members: ["x", "y"], path: ["x", "y"] }]);
  });

  test("of folders are not made by a folder and one inside it that it imports", () => {
    const graph = graphOf({ "x/a": ["x/y/b"], "x/y/b": [] });
    expect(findCircles(folderGraph(graph))).toEqual([]);
  });
});

function graphOf(imports: Readonly<Record<string, readonly string[]>>) {
  return fileGraph(Object.entries(imports).map(([path, to]) => ({ path, imports: to })));
}
