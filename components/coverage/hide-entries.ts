import type { Coverage, RelatedArticle } from "../../core/coverage/coverage.ts";

/**
 * The answer without some entries and copies, wherever they are in it. An entry that the user has just corrected is
 * hidden at once; the background's next answer puts it in its new place.
 *
 * @param hidden their addresses
 */
export function hideEntries(coverage: Coverage, hidden: ReadonlySet<string>): Coverage {
  if (coverage.kind === "none" || hidden.size === 0) return coverage;
  const shown = <Entry extends { readonly url: string }>(entries: readonly Entry[]) =>
    entries.filter(({ url }) => !hidden.has(url));
  const withoutCopies = (entry: RelatedArticle) => ({ ...entry, copies: shown(entry.copies) });
  const apart = { sameTopic: shown(coverage.sameTopic), rejected: shown(coverage.rejected) };
  if (coverage.kind === "outlet") return { ...coverage, ...apart };
  return { ...coverage, ...apart, related: shown(coverage.related).map(withoutCopies) };
}
