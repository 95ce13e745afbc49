import type { EventDetails } from "./event-details.ts";

/** What disjoint details take from the log-odds that two articles tell one story (`docs/decisions/stories-of-the-day.md`). */
const WEIGHTS = { countries: 4, names: 4, figures: 1.5 } as const;
/** The same where two articles have but one thing in common. */
const LONE = 0.7;
/** Least telling words of each article for that: a short text shares little with any. */
const FEWEST_TELLING = 3;
/** Headlines are of one form if they share so many words, and this share of the longer one's that are not the names in question. */
const FORM_WORDS = 2;
const FORM_SHARE = 0.6;

/**
 * How much speaks against two articles telling one story, as what it takes from the log-odds: each names countries, people or
 * places, or gives figures, of which the other has none; or a country or a name is all that they have in common.
 */
export function contradiction(a: EventDetails, b: EventDetails): number {
  return (
    WEIGHTS.countries * apart(a, b, "countries") ** 2 +
    WEIGHTS.names * namesApart(a, b) ** 2 +
    WEIGHTS.figures * apart(a, b, "figures") ** 2 +
    (shareOnlyName(a, b) ? LONE : 0)
  );
}

/** The smaller one of the shares of details that the other article lacks. */
function apart(a: EventDetails, b: EventDetails, field: "countries" | "names" | "figures"): number {
  return Math.min(shareMissing(a[field], b.mentioned), shareMissing(b[field], a.mentioned));
}

/**
 * The same of names. In headlines of one form (“Greens win election in Harwick”, “… in Dunmere”) the names that differ tell the
 * events apart, whatever names they share.
 */
function namesApart(a: EventDetails, b: EventDetails): number {
  if (a.isLatin !== b.isLatin) return 0;
  const share = apart(a, b, "names");
  return share > 0 && areOfOneForm(a, b) ? 1 : share;
}

function areOfOneForm(a: EventDetails, b: EventDetails): boolean {
  const others = ({ headline, names }: EventDetails, { mentioned }: EventDetails) =>
    headline.filter((key) => !names.includes(key) || mentioned.includes(key)).length;
  const shared = a.headline.filter((key) => b.headline.includes(key)).length;
  return shared >= FORM_WORDS && shared >= FORM_SHARE * Math.max(others(a, b), others(b, a));
}

/** Whether two articles share nothing that tells, or just a country or a name: other things happen there, too. */
function shareOnlyName(a: EventDetails, b: EventDetails): boolean {
  if (Math.min(a.telling.length, b.telling.length) < FEWEST_TELLING) return false;
  const shared = a.telling.filter((key) => b.telling.includes(key));
  const isName = (key: number) =>
    [a, b].some(({ countries, names }) => countries.includes(key) || names.includes(key));
  return shared.length <= 1 && shared.every(isName);
}

/** The share of some keys that are not among others; 0 of none. */
function shareMissing(keys: readonly number[], others: readonly number[]): number {
  if (keys.length === 0) return 0;
  return keys.filter((key) => !others.includes(key)).length / keys.length;
}
