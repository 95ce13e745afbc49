import { murmur3 } from "../hash.ts";
import { agencyMark } from "./agency-mark.ts";
import { splitOutlet } from "./outlet-suffix.ts";
import { splitWords } from "./split-words.ts";

/** What two articles are compared by to tell copies of one text. */
export interface CopyText {
  readonly title: string;
  /** Description or first lines; empty when there is none. */
  readonly excerpt: string;
  /** ms since 1970, or `null`. */
  readonly published?: number | null;
}

/** Longest time between copies of which only the headline is known, ms: standing titles come back every day. */
const MAX_HEADLINE_GAP = 12 * 3_600_000;

/** Words in a shingle: long enough that two writers rarely choose the same. */
const SHINGLE_WORDS = 3;
/** Share of the shorter text's shingles that make it a copy. */
const COPY = 0.6;
/** The same of headlines, where that is all there is: a series shares most of its words. */
const HEADLINE_COPY = 0.75;
/** Share of a text where both name one agency: editors cut and change what an agency sends. */
const AGENCY_COPY = 0.25;
/** Fewer than these are in many a text: a headline of four words is a copy only of its like. */
const FEWEST_SHINGLES = 4;
/** Words of a text that are looked at. */
const MAX_WORDS = 80;

/**
 * Which articles are one text (an agency's story, an outlet's sister sites, a portal's copy): groups of
 * places in `texts`, in the order of their first. Copies of copies are one group.
 *
 * By the overlap of word shingles (Broder, “On the resemblance and containment of documents”, 1997;
 * containment, since a portal may cut the text), less of it where both carry the same agency's mark.
 */
export function foldCopies(texts: readonly CopyText[]): number[][] {
  const prints = texts.map(printOf);
  const groups: { readonly places: number[]; readonly prints: Print[] }[] = [];
  for (const [place, print] of prints.entries()) {
    const same = groups.filter((group) => group.prints.some((other) => isCopy(print, other)));
    const [first, ...rest] = same;
    if (first === undefined) {
      groups.push({ places: [place], prints: [print] });
      continue;
    }
    first.places.push(place);
    first.prints.push(print);
    for (const group of rest) {
      first.places.push(...group.places);
      first.prints.push(...group.prints);
      groups.splice(groups.indexOf(group), 1);
    }
  }
  return groups.map(({ places }) => places.sort((a, b) => a - b));
}

/**
 * Whether two articles are one text by more than their headlines: then they tell one story, whatever their times.
 */
export function isSameText(a: CopyText, b: CopyText): boolean {
  const [left, right] = [printOf(a), printOf(b)];
  return (
    containment(left.text, right.text) >= COPY &&
    Math.min(left.text.size, right.text.size) >= FEWEST_SHINGLES
  );
}

interface Print {
  readonly published: number | null;
  readonly headline: ReadonlySet<number>;
  /** Of the headline. */
  readonly figures: string;
  readonly text: ReadonlySet<number>;
  readonly agency: string | null;
}

function printOf({ title, excerpt, published = null }: CopyText): Print {
  const headline = splitWords(splitOutlet(title).headline);
  const lead = splitWords(excerpt).slice(0, MAX_WORDS);
  return {
    published,
    headline: shingles(headline),
    figures: headline.filter((word) => /\d/.test(word)).join(" "),
    text: shingles(lead),
    agency: agencyMark(excerpt) ?? agencyMark(title),
  };
}

function isCopy(a: Print, b: Print): boolean {
  const isOfAgency = a.agency !== null && a.agency === b.agency;
  // Outlets write headlines of their own over an agency's text, so the text decides where both have one.
  if (a.text.size > 0 && b.text.size > 0)
    return containment(a.text, b.text) >= (isOfAgency ? AGENCY_COPY : COPY);
  // A headline with another figure in it is another day, another count.
  const least = isOfAgency ? AGENCY_COPY : HEADLINE_COPY;
  if (isFarApart(a.published, b.published)) return false;
  return a.figures === b.figures && containment(a.headline, b.headline) >= least;
}

function isFarApart(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) > MAX_HEADLINE_GAP;
}

/** Share of the smaller set that is in the other; of very small ones only all of both. */
function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  if (small.size < FEWEST_SHINGLES) return small.size > 0 && shared === large.size ? 1 : 0;
  return shared / small.size;
}

function shingles(words: readonly string[]): Set<number> {
  const found = new Set<number>();
  const last = Math.max(1, words.length - SHINGLE_WORDS + 1);
  if (words.length > 0)
    for (let i = 0; i < last; i++)
      found.add(murmur3(words.slice(i, i + SHINGLE_WORDS).join(" "), 0));
  return found;
}
