import { HOUR, MINUTE } from "../durations.ts";

/** UTC offsets, in hours, of the abbreviations that feeds and pages write. */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ UTC: 0, UT: 0, GMT: 0, Z: 0, WET: 0 },
    ...{ NST: -3.5, NDT: -2.5, ADT: -3, EST: -5, EDT: -4, ET: -5, CST: -6, CDT: -5 },
    ...{ MST: -7, MDT: -6, PST: -8, PDT: -7, PT: -8, AKST: -9, AKDT: -8, HST: -10 },
    ...{ ART: -3, BRT: -3, BRST: -2, CLT: -4, CLST: -3, COT: -5, PET: -5, VET: -4, UYT: -3 },
    ...{ WEST: 1, BST: 1, CET: 1, CEST: 2, MET: 1, MEST: 2, MEZ: 1, MESZ: 2, WAT: 1, CAT: 2 },
    ...{ SAST: 2, EET: 2, EEST: 3, MSK: 3, MSD: 4, TRT: 3, EAT: 3, IDT: 3 },
    ...{ IRST: 3.5, IRDT: 4.5, GST: 4, AZT: 4, AFT: 4.5, PKT: 5, UZT: 5, IST: 5.5, NPT: 5.75 },
    ...{ MMT: 6.5, WIB: 7, ICT: 7, HKT: 8, SGT: 8, MYT: 8, PHT: 8, WITA: 8, AWST: 8 },
    ...{ JST: 9, KST: 9, WIT: 9, ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
  }),
);

/** An offset in figures, which counts before any name beside it: `-0700 GMT`, `GMT+1`, `+01:00[Europe/Berlin]`. */
const FIGURES = /^\s*(?:[a-z]{1,4}\s*)?([+\u2212-])(\d{1,2}):?(\d\d)?(?![\d:])/i;
/** A zone of the time zone database: `Europe/Brussels`. */
const PLACE = /^\s*[([]?([A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)/;
const NAME = /^\s*[([]?([a-z]{1,5})\b/i;

/**
 * The offset from UTC that the text after a time of day names, in ms; `null` where it names none, or one that is not known.
 *
 * @param local the time that it stands behind, as if in UTC, ms since 1970: the offset of a place changes with the season
 */
export function zoneOffset(text: string, local: number): number | null {
  const [figures, sign, hours, minutes = 0] = FIGURES.exec(text) ?? [];
  if (figures !== undefined)
    return (Number(hours) * HOUR + Number(minutes) * MINUTE) * (sign === "+" ? 1 : -1);
  const place = PLACE.exec(text)?.[1];
  if (place !== undefined) return offsetOfPlace(place, local);
  const known = ZONES.get(NAME.exec(text)?.[1]?.toUpperCase() ?? "");
  return known === undefined ? null : known * HOUR;
}

function offsetOfPlace(timeZone: string, local: number): number | null {
  try {
    const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    const name = format.formatToParts(local).find(({ type }) => type === "timeZoneName")?.value;
    return zoneOffset(name ?? "", local);
  } catch {
    return null;
  }
}
