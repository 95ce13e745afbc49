import { KeySet } from "../../data-set/key-set.ts";
import { pageAddress } from "../../record/article-addresses.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import { statedTime } from "../../segment/article-summary.ts";
import { urlKey } from "../../url/url-key.ts";
import { type DayCounts, dayOf } from "./day-counts.ts";
import type { Cut } from "./retention.ts";

/** The key under which a live article is one with an earlier word on it. */
export function liveKey(record: ArticleRecord): string {
  const page = pageAddress(record);
  return urlKey(page) ?? page;
}

/**
 * Says of articles, the latest word first, which stay: each once, young enough, and of no outlet that is
 * on its way out. Keeps no article: a million of them cost some 30 MB.
 */
export class KeptArticles {
  readonly #cut: Cut;
  readonly #without: ReadonlySet<string>;
  readonly #seen = new KeySet();
  readonly #days = new Map<number, number>();

  /** @param without domains of the outlets that are on their way out */
  constructor(cut: Cut, without: readonly string[] = []) {
    this.#cut = cut;
    this.#without = new Set(without);
  }

  /** Whether an article stays; asked once of each. */
  keeps(record: ArticleRecord): boolean {
    // What was superseded does not come back when the newer word has to go.
    if (!this.#seen.add(liveKey(record))) return false;
    const day = dayOf(statedTime(record) ?? 0);
    const kept = this.#days.get(day) ?? 0;
    const { firstDay, ofFirstDay } = this.#cut;
    if (day < firstDay || (day === firstDay && kept >= ofFirstDay)) return false;
    if (this.#without.has(record.provider.domain)) return false;
    this.#days.set(day, kept + 1);
    return true;
  }

  /** What stayed so far. */
  days(): DayCounts {
    return [...this.#days];
  }
}
