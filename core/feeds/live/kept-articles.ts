import { KeySet } from "../../data-set/key-set.ts";
import { pageAddress } from "../../record/article-addresses.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import { statedTime } from "../../segment/article-summary.ts";
import { addressKey } from "../../url/url-key.ts";
import { type ArticlesPerDay, dayOf } from "./articles-per-day.ts";
import type { Cut } from "./retention.ts";

/** The key of a live article; a later version of the article has the same one. */
export function liveKey(record: ArticleRecord): string {
  const page = pageAddress(record);
  return addressKey(page);
}

/**
 * Decides which articles are kept when live segments are merged. It must be asked about the latest version of each first.
 * An article is kept if it is new enough and its outlet is not being removed; earlier versions of an article are dropped.
 * Only keys are stored, no articles: about 30 MB for a million of them.
 */
export class KeptArticles {
  readonly #cut: Cut;
  readonly #without: ReadonlySet<string>;
  readonly #seen = new KeySet();
  readonly #days = new Map<number, number>();

  /** @param without domains of the outlets that are being removed */
  constructor(cut: Cut, without: readonly string[] = []) {
    this.#cut = cut;
    this.#without = new Set(without);
  }

  /** Whether an article is kept. To be called once for each version of an article, the latest one first. */
  keeps(record: ArticleRecord): boolean {
    // Checked first, so that an old version does not come back when the newer one is dropped.
    if (!this.#seen.add(liveKey(record))) return false;
    const day = dayOf(statedTime(record) ?? 0);
    const kept = this.#days.get(day) ?? 0;
    const { firstDay, ofFirstDay } = this.#cut;
    if (day < firstDay || (day === firstDay && kept >= ofFirstDay)) return false;
    if (this.#without.has(record.provider.domain)) return false;
    this.#days.set(day, kept + 1);
    return true;
  }

  /** How many articles were kept so far, by day. */
  days(): ArticlesPerDay {
    return [...this.#days];
  }
}
