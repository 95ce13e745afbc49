/**
 * Languages whose names of months are read, in feeds and pages: those of the outlets that come with the extension. RFC 822 has
 * only English names, but many feeds write their own.
 */
const LANGUAGES =
  "en de fr es it pt nl sv da nb fi is pl cs sk sl hr bs sr sr-Latn mk bg ru uk be el ro hu lt lv et tr az id ms vi ca eu gl ar fa ur he hi mr bn ta te th ka hy".split(
    " ",
  );
type MonthNames = ReadonlyMap<string, number>;

const namesByLanguage = new Map<string, MonthNames>();

/**
 * The month, from 1 to 12, that a name means, or its first three letters or more; `null` when it is none. Some names mean
 * different months in different languages (`listopad`): the text's language counts first, then English, then the others as they
 * are listed above.
 *
 * @param language tag of the text's language; empty where it is not known
 */
export function monthOf(name: string, language = ""): number | null {
  const lower = name.toLowerCase();
  if (lower.length < 2) return null;
  const own = LANGUAGES.find((one) => one === language.toLowerCase().split("-")[0]);
  for (const one of own === undefined ? LANGUAGES : [own, ...LANGUAGES]) {
    const names = namesOf(one);
    const found = names.get(lower) ?? (lower.length > 2 ? monthThatBegins(names, lower) : null);
    if (found !== null) return found;
  }
  return null;
}

/** The only month of a language whose name begins so. */
function monthThatBegins(names: MonthNames, start: string): number | null {
  const months = new Set<number>();
  for (const [name, month] of names) if (name.startsWith(start)) months.add(month);
  const [only, ...others] = months;
  return only === undefined || others.length > 0 ? null : only;
}

function namesOf(language: string): MonthNames {
  const known = namesByLanguage.get(language);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  // Month names as they are written in a date, and alone: in some languages these are two forms.
  for (const month of ["long", "short"] as const)
    for (const calendar of language === "fa" ? ["gregory", "persian"] : ["gregory"])
      for (const day of [{ day: "numeric" } as const, {}]) {
        const format = new Intl.DateTimeFormat(language, {
          ...day,
          month,
          calendar,
          timeZone: "UTC",
        });
        for (let n = 0; n < 12; n++) addMonth(names, format, n);
      }
  namesByLanguage.set(language, names);
  return names;
}

function addMonth(names: Map<string, number>, format: Intl.DateTimeFormat, n: number): void {
  // The first month of the Persian year begins in our March.
  const isPersian = format.resolvedOptions().calendar === "persian";
  const parts = format.formatToParts(Date.UTC(2026, isPersian ? n + 3 : n, isPersian ? 10 : 1));
  const name = parts
    .find(({ type }) => type === "month")
    ?.value.toLowerCase()
    .replace(/\.$/, "");
  if (name !== undefined && name !== "" && !/\d/.test(name)) names.set(name, n + 1);
}
