import { expect, test } from "vitest";
import type { LabelledArticle } from "../../../../scripts/bench/stories/labels/labelled-articles.ts";
import { measureRetrieval } from "../../../../scripts/bench/stories/labels/retrieval-metrics.ts";

function article(story: string): LabelledArticle {
  return { title: "t", story, text: "", url: "", excerpt: "", language: null, published: null };
}

const articles = ["a", "a", "a", "b", "b", "c"].map(article);

test("reciprocal rank of the first, and shares of what was possible", async () => {
  const ranks: Record<number, number[]> = { 0: [3, 1, 5, 2], 1: [0, 2], 2: [4, 3], 3: [4], 4: [] };
  const { queries, mrr, p5, r10 } = await measureRetrieval(
    articles,
    [0, 1, 2, 3, 4, 5],
    (query) => ranks[query] ?? [],
  );
  expect(queries).toBe(5);
  expect(mrr).toBeCloseTo((0.5 + 1 + 0 + 1 + 0) / 5);
  expect(p5).toBeCloseTo((1 + 1 + 0 + 1 + 0) / 5);
  expect(r10).toBeCloseTo((1 + 1 + 0 + 1 + 0) / 5);
});

test("recall counts the first ten", async () => {
  const many = Array.from({ length: 30 }, () => article("a"));
  const places = Array.from({ length: 5 }, (_, i) => i + 1);
  const { r10 } = await measureRetrieval(many, [0], () => places);
  expect(r10).toBe(0.5);
});
