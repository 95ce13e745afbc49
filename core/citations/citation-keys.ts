import { type CitedArticle, isoDay } from "./cited-article.ts";

/**
 * A key for each article, by which a text refers to it: outlet and day, such as `gazette-example-2022-04-15`, with a number
 * where several articles have the same. Keys have only ASCII letters, digits and hyphens, which every program accepts.
 */
export function citationKeys(articles: readonly CitedArticle[]): string[] {
  const used = new Set<string>();
  return articles.map(({ domain, published }) => {
    const name = domain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const key = `${name}-${published === null ? "undated" : isoDay(published)}`;
    let free = key;
    for (let count = 2; used.has(free); count++) free = `${key}-${count}`;
    used.add(free);
    return free;
  });
}
