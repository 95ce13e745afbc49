import type { RelatedArticle } from "../../core/coverage/coverage.ts";

/** Which articles of a story are listed: all, those with a text of their own, or those that are rated; of one outlet or of all. */
export interface RelatedFilter {
  readonly kind: "all" | "originals" | "rated";
  /** Name of an outlet; `null` for all. */
  readonly outlet: string | null;
}

export const ALL_RELATED: RelatedFilter = { kind: "all", outlet: null };

const CHOSEN = {
  all: () => true,
  originals: ({ hasPageText }: RelatedArticle) => hasPageText !== true,
  rated: ({ quality }: RelatedArticle) => quality !== null,
} as const;

/** The articles that a filter lets through, in their order. */
export function chooseRelated(
  related: readonly RelatedArticle[],
  { kind, outlet }: RelatedFilter,
): RelatedArticle[] {
  return related.filter(
    (article) => CHOSEN[kind](article) && (outlet === null || article.outlet.name === outlet),
  );
}

/** A filter with how many articles it lets through. */
export interface KindChoice {
  readonly kind: RelatedFilter["kind"];
  readonly count: number;
}

/** The kinds that a user can choose from: "all", and those that leave out some articles but not all. None where only "all" is left. */
export function kindChoices(related: readonly RelatedArticle[]): KindChoice[] {
  const counted = (["originals", "rated"] as const).map((kind) => ({
    kind,
    count: chooseRelated(related, { kind, outlet: null }).length,
  }));
  const useful = counted.filter(({ count }) => count > 0 && count < related.length);
  return useful.length === 0 ? [] : [{ kind: "all", count: related.length }, ...useful];
}

/** The outlets that a user can choose from, by name: where one of several has more than one article. */
export function outletChoices(
  related: readonly RelatedArticle[],
  language: string,
): { readonly outlet: string; readonly count: number }[] {
  const byOutlet = Map.groupBy(related, ({ outlet }) => outlet.name);
  if (byOutlet.size < 2 || byOutlet.size === related.length) return [];
  const { compare } = new Intl.Collator(language);
  return Array.from(byOutlet, ([outlet, own]) => ({ outlet, count: own.length })).sort((a, b) =>
    compare(a.outlet, b.outlet),
  );
}
