import { isSeriesWord } from "../words/series-words.ts";
import { type CopyText, type Print, printOf } from "./copy-print.ts";
import { agreement, countShared, differInSeries } from "./headline-agreement.ts";

/** ms. */
const DAY = 86_400_000;
/** Longest time between copies of which only the headline is known, ms: standing titles come back every day. */
const MAX_HEADLINE_GAP = DAY / 2;
/** Longest time between a text and its copy under another headline, at one outlet and at two, ms. */
const MAX_OWN_GAP = DAY;
const MAX_TEXT_GAP = 5 * DAY;

/** Share of the shorter text's shingles that make it a copy. */
const COPY = 0.6;
/** The same of headlines, where that is all there is: a series shares most of its words. */
const HEADLINE_COPY = 0.75;
/** Share of a text where two outlets name one agency: editors cut and change what an agency sends. */
const AGENCY_COPY = 0.25;
/** Fewer than these are in many a text: a headline of four words is a copy only of its like. */
const FEWEST_SHINGLES = 4;
/** Share of the words of one outlet's headlines over one text, and of two outlets': below it they are of two articles. */
const OWN_AGREEMENT = 0.6;
const AGREEMENT = 0.4;
/** Words of a headline that its text has where it is not the outlet's standing description. */
const TOLD_WORDS = 2;

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
 * Whether two articles tell one story because they are one text: both have a text that is long and tells their headlines, the
 * headlines agree, and they are near in time or have one headline. An outlet's description of itself, a series'
 * standing words and the notes of two releases are alike as well, and tell different stories.
 */
export function isSameText(one: CopyText, other: CopyText): boolean {
  const [a, b] = [printOf(one), printOf(other)];
  if (containment(a.text, b.text) < COPY || !isTold(a) || !isTold(b)) return false;
  if (a.domain === b.domain) return isOwnCopy(a, b);
  if (differInSeries(a.words, b.words)) return false;
  const agree = agreement(a.stems, b.stems);
  const isNear = isWithin(a, b, MAX_TEXT_GAP, false) && countShared(a.stems, b.stems) >= TOLD_WORDS;
  return agree >= (isNear ? AGREEMENT : 1) && (isNear || a.stems.size === b.stems.size);
}

function isCopy(a: Print, b: Print): boolean {
  if (a.text.size === 0 || b.text.size === 0) return isHeadlineCopy(a, b);
  // Outlets write headlines of their own over an agency's text, so the text decides where both have one.
  const isOneOutlet = a.domain === b.domain;
  const isOfAgency = a.agency !== null && a.agency === b.agency && !isOneOutlet;
  if (containment(a.text, b.text) < (isOfAgency ? AGENCY_COPY : COPY)) return false;
  if (isOneOutlet) return isOwnCopy(a, b);
  // Else it may be what sister sites say of themselves.
  return (isOfAgency || isTold(a) || isTold(b)) && !differInSeries(a.words, b.words);
}

/** A headline with another figure, month or number in it is another day, another count. */
function isHeadlineCopy(a: Print, b: Print): boolean {
  const series = ({ words }: Print) => words.filter(isSeriesWord).join(" ");
  return (
    isWithin(a, b, MAX_HEADLINE_GAP, true) &&
    series(a) === series(b) &&
    containment(a.headline, b.headline) >= HEADLINE_COPY
  );
}

/** Whether an outlet's two articles with one text are one that was sent again, or under a better headline. */
function isOwnCopy(a: Print, b: Print): boolean {
  return (
    isWithin(a, b, MAX_OWN_GAP, false) &&
    agreement(a.stems, b.stems) >= OWN_AGREEMENT &&
    !differInSeries(a.words, b.words)
  );
}

function isTold({ stems, textStems }: Print): boolean {
  return countShared(stems, textStems) >= TOLD_WORDS;
}

/** @param isUnknown the answer where one of the times is not known */
function isWithin(a: Print, b: Print, gap: number, isUnknown: boolean): boolean {
  if (a.published === null || b.published === null) return isUnknown;
  return Math.abs(a.published - b.published) <= gap;
}

/** Share of the smaller set that is in the other; of very small ones only all of both. */
function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const shared = countShared(small, large);
  if (small.size < FEWEST_SHINGLES) return small.size > 0 && shared === large.size ? 1 : 0;
  return shared / small.size;
}
