/** What stands before the name of a time: a vocabulary, a program for visitor statistics, or the kind of the page. */
const PREFIX =
  "(?:og|dc|dcterms|bt|rb|vr|rnews|parsely|sailthru|cxenseparse(?:recs)?|citation|mediator|shareaholic|twt|video|dcsext|analyticsattributes|content|doc|pub)?(?:article|question|post|story|news)?";

/**
 * The names of `<meta>` that state when a page was published, without anything but letters: those that can only mean that,
 * those that mean it on most sites, and those that may mean when the text was begun or a date of any kind.
 *
 * Names are facts about pages: those that news sites and their programs write, written down 2026-11.
 */
const TIME_NAMES = [
  /^(?:og)?(?:article)?(?:publishedtime|datepublished)$/,
  new RegExp(
    `^${PREFIX}(?:first|orig(?:inal)?)?(?:published|issued|(?:pub(?:lish(?:ed)?|lication)?|issued?|release|post(?:ed)?)(?:date|time|at|on)+|dateposted|date(?:published|publication|issued)|p(?:date|time)|regdate|gentime|displaydate)$`,
  ),
  new RegExp(
    `^${PREFIX}(?:date(?:original)?|(?:firstpublish)?timestamp|(?:first)?create(?:d|at|date|time|ddate|dtime)?|datecreated)$`,
  ),
];

/** What all these names have in them: most others are refused at once. */
const MAY_BE_TIME = /dat|time|publ|creat|issue/;

/** How sure the name of a `<meta>` in lower case means the publication time: 0 is surest, -1 is no time. */
export function timeRank(name: string): number {
  if (!MAY_BE_TIME.test(name)) return -1;
  const letters = name.replace(/[^a-z]+/g, "");
  return TIME_NAMES.findIndex((names) => names.test(letters));
}
