import { HOUR } from "../../../../core/durations.ts";
import type { LabelledArticle } from "../labels/labelled-articles.ts";
import { type Method, RESULTS } from "./method.ts";

/** Plain tf–idf cosine of the titles' words. */
export const tfIdf = cosineMethod("tf-idf", () => 1);

/** The same, multiplied by `exp(-hours / 48)` like the corpus' baseline. */
export const tfIdfWithTime = cosineMethod("tf-idf-time", (a, b) =>
  a === null || b === null ? 1 : Math.exp(-Math.abs(a - b) / HOUR / 48),
);

type Decay = (a: number | null, b: number | null) => number;

function cosineMethod(name: string, decay: Decay): Method {
  return {
    name,
    isSampled: false,
    async open(articles) {
      const vectors = unitVectors(articles);
      const postings = Map.groupBy(
        vectors.flatMap((vector, place) =>
          Array.from(vector, ([word, weight]) => ({ word, weight, place })),
        ),
        ({ word }) => word,
      );
      return (query) => {
        const scores = new Map<number, number>();
        for (const [word, weight] of vectors[query] ?? [])
          for (const other of postings.get(word) ?? [])
            scores.set(other.place, (scores.get(other.place) ?? 0) + weight * other.weight);
        scores.delete(query);
        const published = articles[query]?.published ?? null;
        return [...scores]
          .map(([place, score]) => ({
            place,
            score: score * decay(published, articles[place]?.published ?? null),
          }))
          .sort((a, b) => b.score - a.score)
          .slice(0, RESULTS)
          .map(({ place }) => place);
      };
    },
  };
}

function unitVectors(articles: readonly LabelledArticle[]): Map<string, number>[] {
  const counted = articles.map(({ title }) => {
    const counts = new Map<string, number>();
    for (const word of title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const frequencies = new Map<string, number>();
  for (const counts of counted)
    for (const word of counts.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return counted.map((counts) => {
    const weights = [...counts].map(([word, count]): [string, number] => [
      word,
      count * Math.log(articles.length / (frequencies.get(word) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}
