import type { DataSetInfo } from "../data-set/data-set.ts";
import { allMarks } from "../record/article-marks.ts";
import type { ArticleSummary } from "../segment/article-summary.ts";
import type { QualityThirds } from "../segment/format.ts";
import { addressKey } from "../url/url-key.ts";
import type { KnownSummary } from "./coverage.ts";
import { qualityBand } from "./quality-band.ts";

/** The data set that an article comes from. */
export interface ArticleSource {
  readonly dataSet: DataSetInfo;
  /** `null` when the data set rates too few articles. */
  readonly thirds: QualityThirds | null;
}

/** An article as one data set describes it. */
export function knownSummary(
  article: ArticleSummary,
  { dataSet, thirds }: ArticleSource,
): KnownSummary {
  const band = qualityBand(article.quality, thirds);
  return { ...article, dataSets: [dataSet.id], band, thirds };
}

/**
 * Merges what two data sets say about one article. The first one takes precedence, and the second fills in what the first
 * leaves out; marks are those of both. Quality, band and thirds always come from one data set, since scales differ.
 */
export function mergeKnown(a: KnownSummary, b: KnownSummary): KnownSummary {
  const [rated, other] = a.quality === null && b.quality !== null ? [b, a] : [a, b];
  const { quality, band, thirds } = rated;
  return {
    ...b,
    ...withoutUnknown(a),
    marks: allMarks(a.marks, b.marks),
    // The last of the versions before another headline would be said to have become this one.
    history: a.history.length > 0 || a.title !== b.title ? a.history : b.history,
    quality,
    band,
    thirds,
    dataSets: [...new Set([...rated.dataSets, ...other.dataSets])],
  };
}

/** The fields that have a value: what is unknown must not hide what the other data set says. */
function withoutUnknown(article: KnownSummary): Partial<KnownSummary> {
  return Object.fromEntries(
    Object.entries(article).filter(([, value]) => value !== null && value !== ""),
  );
}

/** A list of articles in the order they were added. Articles of two data sets with the same URL key are one article. */
export class ArticleList<Extra extends object> {
  readonly #byKey = new Map<string, Extra & { article: KnownSummary }>();

  /** Adds an article, or merges it into the one with the same URL key. */
  add(article: KnownSummary, extra: Extra): void {
    const key = addressKey(article.url);
    const known = this.#byKey.get(key);
    this.#byKey.set(
      key,
      known === undefined
        ? { ...extra, article }
        : { ...known, article: mergeKnown(known.article, article) },
    );
  }

  /** The article with this address, as merged so far. */
  get({ url }: Pick<ArticleSummary, "url">): KnownSummary | undefined {
    return this.#byKey.get(addressKey(url))?.article;
  }

  /** @param key URL key; `null` is ignored */
  delete(key: string | null): void {
    if (key !== null) this.#byKey.delete(key);
  }

  values(): (Extra & { readonly article: KnownSummary })[] {
    return [...this.#byKey.values()];
  }
}
