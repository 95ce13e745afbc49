import { DAY } from "../../durations.ts";
import { isSeriesWord } from "../words/series-words.ts";
import { type CopyText, type Fingerprint, fingerprintOf } from "./fingerprint.ts";
import { agreement, countShared, differInSeries } from "./headline-agreement.ts";

/** Longest time between copies of which only the headline is known, ms. Recurring titles come back every day. */
const MAX_HEADLINE_GAP = DAY / 2;
/** Longest time between a text and its copy under another headline, at the same outlet and at another, ms. */
const MAX_SAME_OUTLET_GAP = DAY;
const MAX_TEXT_GAP = 5 * DAY;

/** Least share of the shorter text's shingles that the other contains, for the two to be copies. */
const COPY = 0.6;
/** The same for headlines where neither article has a text; higher, since the parts of a series share most words. */
const HEADLINE_COPY = 0.75;
/** The same for texts in which two outlets name one agency; lower, since editors cut and change what an agency sends. */
const AGENCY_COPY = 0.25;
/** Sets with fewer shingles must be equal: any long text may contain a headline of four words. */
const FEWEST_SHINGLES = 4;
/** Least agreement of the headlines over one text, at the same outlet and at two outlets; below it they are different articles. */
const SAME_OUTLET_AGREEMENT = 0.6;
const AGREEMENT = 0.4;
/** Least shingles of a text that makes articles copies whatever names their headlines have, when it is equal at two outlets. */
const LONG_TEXT = 20;
/** Least words of its headline that a text contains; a text with fewer may be the outlet's description of itself. */
const MENTIONED_WORDS = 2;

/**
 * Groups articles that are copies of one text: an agency's story, sister sites of an outlet, a portal's copy. Each group is a
 * list of indices into `texts`, rising; the groups are in the order of their first index. Copies of copies are in the same group.
 *
 * Copies are recognised by the containment of word shingles (Broder, “On the resemblance and containment of documents”, 1997),
 * since a portal may shorten the text. Where both articles name the same agency, less containment is enough.
 */
export function foldCopies(texts: readonly CopyText[]): number[][] {
  const prints = texts.map(fingerprintOf);
  const groups: { readonly places: number[]; readonly prints: Fingerprint[] }[] = [];
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
 * Whether two articles tell one story because they have the same text: it is long and mentions both headlines, the headlines
 * agree, and the articles are close in time or have the same headline. Similar texts alone prove nothing: an outlet describes
 * itself in the same words every time, and so do a series and the release notes of two versions.
 */
export function isSameText(one: CopyText, other: CopyText): boolean {
  const [a, b] = [fingerprintOf(one), fingerprintOf(other)];
  if (containment(a.text, b.text) < COPY || !mentionsHeadline(a) || !mentionsHeadline(b))
    return false;
  if (differInDetails(a, b)) return false;
  if (a.domain === b.domain) return isSameOutletCopy(a, b);
  if (differInSeries(a.words, b.words)) return false;
  const agree = agreement(a.stems, b.stems);
  const isNear =
    isWithin(a, b, MAX_TEXT_GAP, false) && countShared(a.stems, b.stems) >= MENTIONED_WORDS;
  return agree >= (isNear ? AGREEMENT : 1) && (isNear || a.stems.size === b.stems.size);
}

function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  if (differInDetails(a, b)) return false;
  if (a.text.size === 0 || b.text.size === 0) return isHeadlineCopy(a, b);
  // Outlets write their own headlines for an agency's text, so the text decides where both articles have one.
  const isOneOutlet = a.domain === b.domain;
  const isOfAgency = a.agency !== null && a.agency === b.agency && !isOneOutlet;
  if (containment(a.text, b.text) < (isOfAgency ? AGENCY_COPY : COPY)) return false;
  if (isOneOutlet) return isSameOutletCopy(a, b);
  // Otherwise the text may be what sister sites say about themselves.
  return (
    (isOfAgency || mentionsHeadline(a) || mentionsHeadline(b)) && !differInSeries(a.words, b.words)
  );
}

/**
 * Whether each of two headlines has a name or figure that the other article mentions nowhere: election results of two towns
 * share nearly all their words. A long text that two outlets have alike is one text all the same; at one outlet it may be
 * what the outlet says of itself.
 */
function differInDetails(a: Fingerprint, b: Fingerprint): boolean {
  const isLongText =
    a.domain !== b.domain &&
    a.text.size >= LONG_TEXT &&
    a.text.size === b.text.size &&
    countShared(a.text, b.text) === a.text.size;
  return !isLongText && hasOwnDetail(a, b) && hasOwnDetail(b, a);
}

function hasOwnDetail({ details }: Fingerprint, { stems, textStems }: Fingerprint): boolean {
  return [...details].some((detail) => !stems.has(detail) && !textStems.has(detail));
}

/** Whether two headlines are copies. With another number, month or weekday they mean another count or another day. */
function isHeadlineCopy(a: Fingerprint, b: Fingerprint): boolean {
  const series = ({ words }: Fingerprint) => words.filter(isSeriesWord).join(" ");
  return (
    isWithin(a, b, MAX_HEADLINE_GAP, true) &&
    series(a) === series(b) &&
    containment(a.headline, b.headline) >= HEADLINE_COPY
  );
}

/** Whether two articles of one outlet with one text are the same article, published again or under a better headline. */
function isSameOutletCopy(a: Fingerprint, b: Fingerprint): boolean {
  return (
    isWithin(a, b, MAX_SAME_OUTLET_GAP, false) &&
    agreement(a.stems, b.stems) >= SAME_OUTLET_AGREEMENT &&
    !differInSeries(a.words, b.words)
  );
}

/** Whether an article's text is about its headline. */
function mentionsHeadline({ stems, textStems }: Fingerprint): boolean {
  return countShared(stems, textStems) >= MENTIONED_WORDS;
}

/**
 * @param gap ms
 * @param whenUnknown the answer where one of the times is not known
 */
function isWithin(a: Fingerprint, b: Fingerprint, gap: number, whenUnknown: boolean): boolean {
  if (a.published === null || b.published === null) return whenUnknown;
  return Math.abs(a.published - b.published) <= gap;
}

/** Share of the smaller set that is in the other, from 0 to 1; very small sets count only when they are equal. */
function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const shared = countShared(small, large);
  if (small.size < FEWEST_SHINGLES) return small.size > 0 && shared === large.size ? 1 : 0;
  return shared / small.size;
}
