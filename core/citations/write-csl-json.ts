import { citationKeys } from "./citation-keys.ts";
import type { CitedArticle, CitedDay } from "./cited-article.ts";

/** An item of CSL-JSON (`csl-data.json` of the Citation Style Language), with the fields that an article has. */
interface CslItem {
  readonly id: string;
  readonly type: "article-newspaper";
  readonly title: string;
  readonly "container-title": string;
  readonly URL: string;
  readonly issued?: CslDate;
  readonly accessed: CslDate;
  readonly language?: string;
}

interface CslDate {
  readonly "date-parts": readonly [readonly [year: number, month: number, day: number]];
}

/** Articles as a file of CSL-JSON. */
export function writeCslJson(articles: readonly CitedArticle[]): string {
  const keys = citationKeys(articles);
  const items = articles.map((article, i) => cslItem(article, keys[i] ?? ""));
  return `${JSON.stringify(items, null, 2)}\n`;
}

function cslItem(article: CitedArticle, id: string): CslItem {
  const { title, outlet, address, published, accessed, language } = article;
  return {
    id,
    type: "article-newspaper",
    title,
    "container-title": outlet,
    URL: address,
    ...(published !== null && { issued: cslDate(published) }),
    accessed: cslDate(accessed),
    ...(language !== null && { language }),
  };
}

function cslDate({ year, month, day }: CitedDay): CslDate {
  return { "date-parts": [[year, month, day]] };
}
