import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Correction, Corrections } from "../../../core/corrections/corrections.ts";

const NONE = new Corrections([]);

function pair(page: string, article: string, at = 0, pageTitle = ""): Correction {
  return { page, article, pageTitle, articleTitle: "", at };
}

describe("an article that the user rejected", () => {
  const said = NONE.with([pair("a.example/1", "b.example/2")]);

  test("is rejected for the page of the correction, and for no other", () => {
    expect(said.has("a.example/1", "b.example/2")).toBe(true);
    expect(said.has("a.example/1", "b.example/3")).toBe(false);
    expect(said.has("a.example/2", "b.example/2")).toBe(false);
  });

  test("has that page rejected, too", () => {
    expect(said.has("b.example/2", "a.example/1")).toBe(true);
  });

  test("is listed for each of the two, the newest first", () => {
    const more = said.with([pair("c.example/3", "a.example/1", 1)]);
    expect(more.others("a.example/1")).toEqual(["c.example/3", "b.example/2"]);
    expect(more.others("c.example/3")).toEqual(["a.example/1"]);
  });

  test.each([
    ["from the side it was said from", pair("a.example/1", "b.example/2")],
    ["from the other side", pair("b.example/2", "a.example/1")],
  ])("can be taken back %s", (_, back) => {
    expect(said.without([back]).pairs).toEqual([]);
    expect(said.without([back]).has("a.example/1", "b.example/2")).toBe(false);
  });

  test("stays when another one is undone", () => {
    expect(said.without([pair("a.example/1", "b.example/3")]).pairs).toHaveLength(1);
  });
});

describe("the list of corrections", () => {
  test("has the newest first, in whatever order it comes", () => {
    const said = NONE.with([pair("a", "1", 5), pair("a", "2", 7)]).with([pair("a", "3", 6)]);
    expect(said.pairs.map(({ article }) => article)).toEqual(["2", "3", "1"]);
  });

  test("has each pair once, as it was first, from whichever article it is repeated", () => {
    const said = NONE.with([pair("a", "b", 1, "As it was")]).with([
      pair("a", "b", 2, "Again"),
      pair("b", "a", 3, "From the other side"),
    ]);
    expect(said.pairs).toEqual([pair("a", "b", 1, "As it was")]);
  });

  test("has at most ten thousand pairs; the oldest are dropped first", () => {
    const many = Array.from({ length: 10_001 }, (_, i) => pair("a", String(i), i));
    const said = NONE.with(many);
    expect(said.pairs).toHaveLength(10_000);
    expect(said.has("a", "0")).toBe(false);
    expect(said.has("a", "1")).toBe(true);
    expect(said.has("a", "10000")).toBe(true);
  });
});

test("pairs are distinguished by both of their keys", () => {
  const key = fc.stringMatching(/^[a-z./?=-]{1,8}$/);
  fc.assert(
    fc.property(key, key, key, key, (a, b, c, d) => {
      const isSame = (a === c && b === d) || (a === d && b === c);
      expect(NONE.with([pair(a, b)]).has(c, d)).toBe(isSame);
    }),
  );
});
