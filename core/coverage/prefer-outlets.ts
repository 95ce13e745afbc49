import type { PreferenceOf } from "../outlets/preference-finder.ts";
import type { RelatedArticle, StoryCopy } from "./coverage.ts";

/** The entries of a list as the user prefers outlets, and how many articles that leaves out. */
export interface PreferredList {
  readonly shown: readonly RelatedArticle[];
  readonly hidden: number;
}

/**
 * Leaves out the articles of hidden outlets, and lets a preferred outlet represent the articles that have one text. An entry
 * is left out once none of its articles is left.
 */
export function preferOutlets(
  entries: readonly RelatedArticle[],
  preferenceOf: PreferenceOf,
): PreferredList {
  let hidden = 0;
  const shown = entries.flatMap((entry): RelatedArticle[] => {
    const all: readonly StoryCopy[] = [entry, ...entry.copies];
    const left = all.filter(({ outlet }) => preferenceOf(outlet.domain) !== "hidden");
    hidden += all.length - left.length;
    const [first] = left;
    if (first === undefined) return [];
    // An article that was found by its text does not represent one that a record names: only the found one can be rejected.
    const isFound = ({ reason }: StoryCopy) => reason.kind === "similar-text";
    const equal = left.filter((one) => isFound(one) === isFound(entry));
    const preferred = equal.find(({ outlet }) => preferenceOf(outlet.domain) === "preferred");
    const head = preferred ?? equal[0] ?? first;
    if (head === entry && left.length === all.length) return [entry];
    const copies = left.filter((one) => one !== head);
    return [{ ...head, copies, ...(entry.hasPageText && { hasPageText: true }) }];
  });
  return { shown, hidden };
}

/** The entries with those of preferred outlets first, otherwise in their order. */
export function preferredFirst<Entry extends RelatedArticle>(
  entries: readonly Entry[],
  preferenceOf: PreferenceOf,
): Entry[] {
  const isPreferred = ({ outlet }: Entry) => preferenceOf(outlet.domain) === "preferred";
  return [...entries.filter(isPreferred), ...entries.filter((entry) => !isPreferred(entry))];
}
