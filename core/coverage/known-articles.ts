import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary } from "../segment/article-summary.ts";
import type { QualityThirds } from "../segment/format.ts";
import { urlKey } from "../url/url-key.ts";
import type { KnownSummary } from "./coverage.ts";
import { qualityBand } from "./quality-band.ts";

/** Where an article is known from. */
export interface KnownFrom {
  readonly dataSet: DataSetInfo;
  readonly thirds: QualityThirds | null;
}

/** An article as one data set has it. */
export function knownFrom(article: ArticleSummary, { dataSet, thirds }: KnownFrom): KnownSummary {
  const band = qualityBand(article.quality, thirds);
  return { ...article, dataSets: [dataSet.id], band, thirds };
}

/**
 * Two data sets' word on one article: the first one's counts, its quality if it has one, else the
 * second one's; and what the first does not say the second may.
 */
export function mergeKnown(a: KnownSummary, b: KnownSummary): KnownSummary {
  const [rated, other] = a.quality === null && b.quality !== null ? [b, a] : [a, b];
  const { quality, band, thirds } = rated;
  return {
    ...b,
    ...withoutUnknown(a),
    quality,
    band,
    thirds,
    dataSets: [...new Set([...rated.dataSets, ...other.dataSets])],
  };
}

/** The fields of which something is said. */
function withoutUnknown(article: KnownSummary): Partial<KnownSummary> {
  return Object.fromEntries(
    Object.entries(article).filter(([, value]) => value !== null && value !== ""),
  );
}

/** Articles in order, each once: the same address in two data sets is one article. */
export class ArticleList<Extra extends object> {
  readonly #byKey = new Map<string, Extra & { article: KnownSummary }>();

  /** Adds an article, or what it says to the one that is there. */
  add(article: KnownSummary, extra: Extra): void {
    const key = urlKey(article.url) ?? article.url;
    const known = this.#byKey.get(key);
    this.#byKey.set(
      key,
      known === undefined
        ? { ...extra, article }
        : { ...known, article: mergeKnown(known.article, article) },
    );
  }

  /** The article of an address as it is by now. */
  get({ url }: Pick<ArticleSummary, "url">): KnownSummary | undefined {
    return this.#byKey.get(urlKey(url) ?? url)?.article;
  }

  delete(key: string | null): void {
    if (key !== null) this.#byKey.delete(key);
  }

  values(): (Extra & { readonly article: KnownSummary })[] {
    return [...this.#byKey.values()];
  }
}
