import type { RelatedArticle } from "../../core/coverage/coverage.ts";

/** Which articles of a story are listed: all, those with a text of their own, or those that are rated; of one language and outlet or of all. */
export interface RelatedFilter {
  readonly kind: "all" | "originals" | "rated";
  /** Primary subtag; `null` for all. */
  readonly language: string | null;
  /** Name of an outlet; `null` for all. */
  readonly outlet: string | null;
}

export const ALL_RELATED: RelatedFilter = { kind: "all", language: null, outlet: null };

const CHOSEN = {
  all: () => true,
  originals: ({ hasPageText }: RelatedArticle) => hasPageText !== true,
  rated: ({ quality }: RelatedArticle) => quality !== null,
} as const;

/** The articles that a filter lets through, in their order. */
export function chooseRelated(
  related: readonly RelatedArticle[],
  { kind, language, outlet }: RelatedFilter,
): RelatedArticle[] {
  return related.filter(
    (article) =>
      CHOSEN[kind](article) &&
      (language === null || article.language === language) &&
      (outlet === null || article.outlet.name === outlet),
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
    count: chooseRelated(related, { ...ALL_RELATED, kind }).length,
  }));
  const useful = counted.filter(({ count }) => count > 0 && count < related.length);
  return useful.length === 0 ? [] : [{ kind: "all", count: related.length }, ...useful];
}

/** The languages that a user can choose from, that of most articles first: where the articles state two or more. */
export function languageChoices(
  related: readonly RelatedArticle[],
): { readonly language: string; readonly count: number }[] {
  const byLanguage = Map.groupBy(related, ({ language }) => language);
  const choices = Array.from(byLanguage, ([language, own]) => ({ language, count: own.length }))
    .flatMap(({ language, count }) => (language === null ? [] : [{ language, count }]))
    .sort((a, b) => b.count - a.count);
  return choices.length < 2 ? [] : choices;
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
