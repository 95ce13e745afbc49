import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { DAY, HOUR, MINUTE } from "../../core/durations.ts";
import type messages from "../../public/_locales/en/messages.json";

type CatalogueKey = keyof typeof messages;
/** Names of texts that have a form for each plural category. */
export type CountedKey = CatalogueKey extends infer Key
  ? Key extends `${infer Name}_other`
    ? Name
    : never
  : never;
export type TextKey = Exclude<CatalogueKey, `${string}_${"one" | "other"}`>;

/** Texts, numbers and times in the user's language. */
export interface Locale {
  /** BCP 47 tag, for `lang`. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  text(key: TextKey, ...substitutions: readonly string[]): string;
  /** The text in the plural form that `count` takes; `$1` is the count. */
  counted(key: CountedKey, count: number): string;
  number(value: number): string;
  /** A place in an order, from 1: "2nd". */
  ordinal(place: number): string;
  /** A share from 0 to 1 as a whole percentage. */
  percent(share: number): string;
  /** A country by its ISO 3166 code; the code itself where the browser has no name for it. */
  country(code: string): string;
  /** A language by its BCP 47 tag; the tag itself where the browser has no name for it. */
  languageName(tag: string): string;
  /** Items one after the other, as the language lists them: "A, B, C". */
  list(items: readonly string[]): string;
  /** The parts of `list`: the items, and what stands between them. */
  listParts(items: readonly string[]): readonly ListPart[];
  date(time: number): string;
  dateTime(time: number): string;
  /** Two days as a span, e.g. "Apr 14 – 16, 2022". */
  dateRange(from: number, to: number): string;
  /** Two moments as a span, e.g. "Apr 14, 9:20 AM – 4:10 PM". */
  timeRange(from: number, to: number): string;
  /** An amount of data in thousands, e.g. "4.2 MB". */
  bytes(count: number): string;
  /** How long ago, e.g. "4 years ago"; times in ms since 1970. */
  ago(time: number): string;
  /** How soon, e.g. "in 27 minutes"; `null` where that is less than a minute or has passed. */
  until(time: number): string | null;
  /** A length of time without sign in its two largest units, e.g. "4 hr, 35 min". */
  duration(ms: number): string;
  /** How long something will still take, at least one second, e.g. "20 sec". */
  remaining(seconds: number): string;
}

export interface ListPart {
  readonly type: "element" | "literal";
  readonly value: string;
}

/** For so long a day needs no year, ms. */
const HALF_A_YEAR = 180 * DAY;

const BYTE_UNITS = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Texts of places in an order, by the plural category of ordinals: 1st, 2nd, 3rd, 4th. */
const ORDINAL_KEYS: Readonly<Partial<Record<Intl.LDMLPluralRule, TextKey>>> = {
  one: "ordinalOne",
  two: "ordinalTwo",
  few: "ordinalFew",
};

const UNITS = [
  ["year", 31_556_952_000],
  ["month", 2_629_746_000],
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
] as const;

/**
 * @param message a text of the catalogue by its key, `$1`… filled in; empty when there is none
 * @param now ms since 1970
 */
export function createLocale(
  language: string,
  message: (key: string, substitutions: string[]) => string,
  now: () => number,
  timeZone?: string,
): Locale {
  const zone = timeZone === undefined ? {} : { timeZone };
  const dateStyle = { dateStyle: "medium", ...zone } as const;
  const plural = onFirstUse(() => new Intl.PluralRules(language));
  const number = onFirstUse(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
  const ordinals = onFirstUse(() => new Intl.PluralRules(language, { type: "ordinal" }));
  const huge = onFirstUse(
    () => new Intl.NumberFormat(language, { maximumFractionDigits: 1, notation: "scientific" }),
  );
  const date = onFirstUse(() => new Intl.DateTimeFormat(language, dateStyle));
  const dateTime = onFirstUse(
    () => new Intl.DateTimeFormat(language, { ...dateStyle, timeStyle: "short" }),
  );
  const thisYear = onFirstUse(
    () =>
      new Intl.DateTimeFormat(language, {
        ...({ month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const),
        ...zone,
      }),
  );
  const relative = onFirstUse(() => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
  // The short units of Arabic are single letters, which hardly anybody reads at once.
  const durationStyle = /^ar\b/.test(language) ? "long" : "short";
  const duration = onFirstUse(() => new Intl.DurationFormat(language, { style: durationStyle }));
  const percent = onFirstUse(() => new Intl.NumberFormat(language, { style: "percent" }));
  const lists = onFirstUse(() => new Intl.ListFormat(language, { type: "unit", style: "short" }));
  const languages = onFirstUse(() => new Intl.DisplayNames(language, { type: "language" }));
  const countries = onFirstUse(() => new Intl.DisplayNames(language, { type: "region" }));
  const byteFormat = (unit: string | undefined) =>
    new Intl.NumberFormat(language, {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: 1,
    });
  const relativeTime = (ms: number): string => {
    const [unit, size] = UNITS.find(([, least]) => Math.abs(ms) >= least) ?? ["minute", MINUTE];
    return relative().format(Math.trunc(ms / size), unit);
  };
  const lengthOfTime = (ms: number): string => {
    let rest = Math.max(MINUTE, Math.abs(ms));
    const parts: Partial<Record<"years" | "months" | "days" | "hours" | "minutes", number>> = {};
    for (const [unit, size] of UNITS) {
      const whole = Math.floor(rest / size);
      rest -= whole * size;
      if (whole > 0) parts[`${unit}s`] = whole;
      // Two neighbouring units are precise enough.
      else if (Object.keys(parts).length > 0) break;
      if (Object.keys(parts).length === 2) break;
    }
    return duration().format(parts);
  };
  return {
    language,
    direction: /^(?:ar|fa|he|ur|ps|sd|ug|yi|dv)\b/.test(language) ? "rtl" : "ltr",
    text: (key, ...substitutions) => message(key, [...substitutions]),
    counted(key, count) {
      const shown = [number().format(count)];
      return message(`${key}_${plural().select(count)}`, shown) || message(`${key}_other`, shown);
    },
    // A score may be any number. Written out, a larger one would only fill the page.
    number: (value) => (Math.abs(value) < 1e12 ? number() : huge()).format(value),
    ordinal(place) {
      const key = ORDINAL_KEYS[ordinals().select(place)] ?? "ordinalOther";
      return message(key, [number().format(place)]);
    },
    percent: (share) => percent().format(share),
    // `Intl.DisplayNames` throws for other texts.
    country: (code) => (/^[A-Z]{2}$/.test(code) && countries().of(code)) || code,
    languageName: (tag) =>
      (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && languages().of(tag)) || tag,
    list: (items) => lists().format(items),
    listParts: (items) => lists().formatToParts(items),
    date: (time) => date().format(time),
    dateTime: (time) => dateTime().format(time),
    ago: (time) => relativeTime(time - now()),
    until: (time) => (time - now() < MINUTE ? null : relativeTime(time - now())),
    duration: lengthOfTime,
    dateRange: (from, to) => date().formatRange(from, to),
    timeRange: (from, to) =>
      (Math.abs(now() - from) < HALF_A_YEAR ? thisYear() : dateTime()).formatRange(from, to),
    bytes(count) {
      let unit = 0;
      let size = count / 1000;
      // A size that would be rounded to 1000 is shown in the next unit.
      while (size >= 999.5 && unit < BYTE_UNITS.length - 1) {
        size /= 1000;
        unit += 1;
      }
      return byteFormat(BYTE_UNITS[unit]).format(size >= 100 ? Math.round(size) : size);
    },
    remaining: (seconds) =>
      Math.ceil(seconds) < 60
        ? duration().format({ seconds: Math.max(1, Math.ceil(seconds)) })
        : lengthOfTime(Math.ceil(seconds / 60) * MINUTE),
  };
}

/** The browser takes about a millisecond to make a format, and a view needs few of them to be drawn first. */
function onFirstUse<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export const LocaleContext = createContext<Locale | null>(null);

/** The locale of the page around a component. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (locale === null) throw new TypeError("no LocaleContext around this component");
  return locale;
}
