import { type CitedArticle, isoDay } from "./cited-article.ts";

/**
 * Articles as an RIS file. A line is one field, and a text of an article is one line; so no text can begin a field of its
 * own, whatever it says.
 */
export function writeRis(articles: readonly CitedArticle[]): string {
  return articles.map((article) => reference(article)).join("\r\n");
}

function reference(article: CitedArticle): string {
  const { title, outlet, address, published, accessed, language } = article;
  const day = (date: Parameters<typeof isoDay>[0]) => isoDay(date).replaceAll("-", "/");
  const fields: readonly (readonly [tag: string, value: string | null])[] = [
    ["TY", "NEWS"],
    ["TI", title],
    ["T2", outlet],
    ["PY", published && String(published.year)],
    ["DA", published && day(published)],
    ["Y2", day(accessed)],
    ["UR", address],
    ["LA", language],
    ["ER", ""],
  ];
  return fields
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join("");
}
